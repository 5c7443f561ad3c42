import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { openArchive } from '../archive/open-archive.ts';
import { correctArchive } from '../importing/correct-archive.ts';
import { ImportFault } from '../importing/import-fault.ts';
import { systemReason } from '../importing/system-reason.ts';
import { type Command, exitCodes, Misuse } from './command.ts';

export const correctCommand: Command = {
  options: { editor: { type: 'string', default: 'command-line' } },
  help: { editor: 'Under whose name the corrections are kept.' },
  async run({ options, words, config, terminal }) {
    const [path] = words;
    if (path === undefined || words.length > 1)
      throw new Misuse('Say one file: dateline correct FILE.ndjson');
    if (path !== '-') {
      await stat(path).catch((cause: unknown) => {
        throw new ImportFault(path, systemReason(cause));
      });
    }
    const archive = await openArchive(config.DATABASE_URL);
    const input = path === '-' ? process.stdin : createReadStream(path, 'utf8');
    try {
      const { applied, faults } = await correctArchive(
        archive,
        createInterface({ input }),
        String(options.editor),
      );
      for (const { line, reason } of faults) terminal.err(`${path}:${line}: ${reason}`);
      terminal.out(`${applied} corrections applied, ${faults.length} left out.`);
      return faults.length > 0 ? exitCodes.incomplete : exitCodes.done;
    } finally {
      input.destroy();
      await archive.close();
    }
  },
};
