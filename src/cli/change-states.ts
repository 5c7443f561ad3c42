import { z } from 'zod';
import type { Archive } from '../archive/archive.ts';
import type { ArrivedArticle, ArticleInState, StateChange } from '../archive/state-results.ts';
import { appliesTo, type StateAction } from '../model/article-state.ts';
import { type Instant, instantOf, secondsOf } from '../model/instant.ts';
import { pluralize } from '../model/pluralize.ts';
import { type Call, type Command, type ExitCode, exitCodes, flag, Misuse, option } from './command.ts';
import { findArticle } from './find-articles.ts';
import { openToWrite } from './open-to-write.ts';

/** Number of articles per transaction, so that others can write in between. */
const articlesPerWrite = 100;

const done: Record<StateAction, string> = {
  withdraw: 'withdrawn',
  restore: 'restored',
  release: 'released',
  purge: 'purged',
};

/** An article that a command changes. `since` has what arrived of it, if an import is taken back. */
type Target = ArticleInState & { since?: ArrivedArticle };

/** Returns the command that withdraws, restores, releases or purges articles. */
export function stateCommand(action: StateAction): Command {
  return {
    options: {
      source: option('All articles of this source (its name or slug).'),
      'imported-since': option(
        action === 'withdraw'
          ? 'Take back imports since this day or instant: withdraw new articles, and restore the earlier revision of changed ones.'
          : 'All articles that were first imported since this day or instant.',
      ),
      ...(action === 'withdraw' && { note: option('Reason, which readers of the address get.') }),
      'dry-run': flag('List the articles and change nothing.'),
    },
    async run(call) {
      const { options, words, terminal } = call;
      const since = instantIn(options['imported-since']);
      const ways = [words.length > 0, options.source !== undefined, since !== undefined];
      if (ways.filter(Boolean).length !== 1)
        throw new Misuse(
          `expected articles, --source NAME or --imported-since INSTANT (usage: dateline ${action} ARTICLE...)`,
        );
      const isDry = options['dry-run'] === true;
      const archive = await openToWrite(call, { readOnly: isDry, create: false });
      try {
        const named = await namedTargets(archive, words);
        const faults = named.filter((each) => typeof each === 'string');
        for (const fault of faults) terminal.err(fault);
        if (faults.length > 0) return exitCodes.failed;
        const targets =
          words.length > 0
            ? named.filter((each) => typeof each !== 'string')
            : await selectTargets(archive, action, { source: options.source, since });
        return await changeAll(archive, action, targets, { call, isDry });
      } finally {
        await archive.close();
      }
    },
  };
}

async function namedTargets(archive: Archive, words: string[]): Promise<(Target | string)[]> {
  const found = await Promise.all(words.map((word) => findArticle(archive, word)));
  const ids = found.map((each) => (typeof each === 'string' ? each : each.id));
  return found.filter((_, index) => ids.indexOf(ids[index] ?? '') === index);
}

/** Returns the articles of a source, or those that were imported since an instant. */
async function selectTargets(
  { states }: Archive,
  action: StateAction,
  { source, since }: { source: Call['options'][string]; since: Instant | undefined },
): Promise<Target[]> {
  if (since === undefined)
    return (await states.ofSource(String(source))).filter(({ state, next }) =>
      appliesTo(action, state, next),
    );
  const arrived = await states.arrivedSince(since);
  return arrived
    .filter(
      ({ state, next, revision }) =>
        appliesTo(action, state, next) && (revision === null || action === 'withdraw'),
    )
    .map((article) => ({ ...article, ...(action === 'withdraw' && { since: article }) }));
}

async function changeAll(
  archive: Archive,
  action: StateAction,
  targets: Target[],
  { call: { options, terminal }, isDry }: { call: Call; isDry: boolean },
): Promise<ExitCode> {
  const note = typeof options.note === 'string' ? options.note : null;
  const applicable = targets.filter(({ state, next }) => appliesTo(action, state, next));
  for (const { id, state, next, name } of targets) {
    if (!appliesTo(action, state, next)) terminal.err(`${name || id} is ${state}; nothing to ${action}`);
  }
  if (isDry) {
    for (const { id, state, name, since } of applicable) {
      const effect = since && since.revision !== null ? `back to revision ${since.revision}` : action;
      terminal.out([effect, id, state, name].join('\t'));
    }
    terminal.out(`${pluralize(applicable.length, 'article')} would be changed.`);
    return exitCodes.done;
  }
  const changes: StateChange[] = [];
  for (let at = 0; at < applicable.length; at += articlesPerWrite) {
    const some = applicable.slice(at, at + articlesPerWrite);
    const arrived = some.flatMap(({ since }) => since ?? []);
    const ids = some.map(({ id }) => id);
    changes.push(
      ...(arrived.length > 0
        ? await archive.writes.revert(arrived, { note })
        : action === 'withdraw'
          ? await archive.writes.withdraw(ids, { note })
          : await archive.writes[action](ids)),
    );
  }
  const changed = changes.filter((each) => each.changed);
  for (const { id, slug, after } of changed) terminal.out([id, after, slug].join('\t'));
  const reverted = changed.filter(({ before, after }) => before === after && action === 'withdraw').length;
  terminal.out(
    `${pluralize(changed.length - reverted, 'article')} ${done[action]}${reverted > 0 ? `, ${reverted} back to an earlier revision` : ''}.`,
  );
  if (action === 'purge' && changed.length > 0)
    terminal.out('Run dateline compact to remove the bytes of their text from the database file.');
  return exitCodes.done;
}

const Since = z.union([
  z.iso.date().transform((day) => `${day}T00:00:00Z`),
  z.iso.datetime({ offset: true }),
]);

/** Parses the value of --imported-since. Throws Misuse if it is no day or instant. */
function instantIn(given: Call['options'][string]): Instant | undefined {
  if (given === undefined) return undefined;
  const parsed = Since.safeParse(given);
  if (parsed.success) return instantOf(secondsOf(parsed.data));
  throw new Misuse(
    `invalid value ${JSON.stringify(given)} for --imported-since; expected a day such as 2024-11-03 or an instant such as 2024-11-03T11:59:00Z`,
  );
}
