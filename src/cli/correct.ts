import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { correctArchive, mapTags } from '../importing/correct-archive.ts';
import { ImportFault } from '../importing/import-fault.ts';
import { systemReason } from '../importing/system-reason.ts';
import { readTag } from '../importing/tag-mappings.ts';
import { pluralize } from '../model/pluralize.ts';
import { type Call, type Command, type ExitCode, exitCodes, flag, Misuse, option } from './command.ts';
import { openToWrite } from './open-to-write.ts';

export const correctCommand: Command = {
  options: {
    editor: option('Name of the editor to store with the corrections.', 'command-line'),
    rules: flag('List the corrections of tags (merge, rename, hide, lead) with their numbers.'),
    withdraw: option('Withdraw the correction of tags with this number.'),
    hide: option('Hide this tag in all articles, such as person/jane-doe or "section/Top Stories".'),
  },
  async run({ options, words, config, terminal }) {
    const [path] = words;
    if (options.hide !== undefined) {
      if (path !== undefined || options.rules || options.withdraw !== undefined)
        throw new Misuse('use --hide TAG without a file and without --rules or --withdraw');
      return await hideTag({ config, terminal }, String(options.hide), String(options.editor));
    }
    const onRules = options.rules === true || options.withdraw !== undefined;
    if (onRules) {
      if (path !== undefined || (options.rules && options.withdraw !== undefined))
        throw new Misuse('use either --rules or --withdraw NUMBER, without a file');
      return await manageRules({ config, terminal }, options.withdraw);
    }
    if (path === undefined || words.length > 1)
      throw new Misuse('expected one argument: FILE (usage: dateline correct FILE.ndjson or FILE.csv)');
    if (path !== '-') {
      await stat(path).catch((cause: unknown) => {
        throw new ImportFault(path, systemReason(cause));
      });
    }
    const archive = await openToWrite({ config, terminal }, { create: false });
    const input = path === '-' ? process.stdin : createReadStream(path, 'utf8');
    try {
      const editor = String(options.editor);
      const { applied, faults } = path.toLowerCase().endsWith('.csv')
        ? await mapTags(archive, await text(input), editor)
        : await correctArchive(archive, createInterface({ input }), editor);
      for (const { line, reason } of faults) terminal.err(`${path}:${line}: ${reason}`);
      terminal.out(`${pluralize(applied, 'correction')} applied, ${faults.length} rejected.`);
      return faults.length > 0 ? exitCodes.incomplete : exitCodes.done;
    } finally {
      input.destroy();
      await archive.close();
    }
  },
};

/** Hides a tag in all articles. */
async function hideTag(
  { config, terminal }: Pick<Call, 'config' | 'terminal'>,
  named: string,
  editor: string,
): Promise<ExitCode> {
  const tag = readTag(named);
  if (typeof tag === 'string') throw new Misuse(`--hide expects a tag such as person/jane-doe: ${tag}`);
  const archive = await openToWrite({ config, terminal }, { create: false });
  try {
    await archive.writes.correctTags([{ do: 'drop-tag', tag: tag.id }], editor);
    terminal.out(`Hid ${tag.id}; dateline correct --rules has the number to withdraw this.`);
    return exitCodes.done;
  } finally {
    await archive.close();
  }
}

/** Lists the corrections of tags, or withdraws one. */
async function manageRules(
  { config, terminal }: Pick<Call, 'config' | 'terminal'>,
  withdraw: Call['options'][string],
): Promise<ExitCode> {
  const number = Number(withdraw ?? 1);
  if (!Number.isSafeInteger(number) || number < 1)
    throw new Misuse('--withdraw expects the number of a correction; see dateline correct --rules');
  const readOnly = withdraw === undefined;
  const archive = await openToWrite({ config, terminal }, { readOnly, create: false });
  try {
    if (withdraw === undefined) {
      for (const { number, editor, at, correction } of await archive.reads.tagCorrections())
        terminal.out([number, at, editor, JSON.stringify(correction)].join('\t'));
      return exitCodes.done;
    }
    const done = await archive.writes.withdrawTagCorrection(number);
    if (done) terminal.out(`Withdrew correction ${number}.`);
    else terminal.err(`no correction of tags with number ${number}; see dateline correct --rules`);
    return done ? exitCodes.done : exitCodes.failed;
  } finally {
    await archive.close();
  }
}
