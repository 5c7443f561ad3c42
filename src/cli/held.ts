import type { Archive } from '../archive/archive.ts';
import type { UnpublishedArticle } from '../archive/state-results.ts';
import { secondsOf } from '../model/instant.ts';
import { type Command, exitCodes } from './command.ts';
import { openToWrite } from './open-to-write.ts';

const articlesPerRead = 200;

export const heldCommand: Command = {
  options: {},
  async run({ config, terminal }) {
    const archive = await openToWrite({ config, terminal }, { readOnly: true });
    try {
      const articles = await allUnpublished(archive);
      if (articles.length === 0) terminal.out('Nothing is held, and there are no drafts.');
      for (const { id, state, dueAt, source, headline, revision } of articles) {
        const waits = revision === null ? [] : [`(replaces revision ${revision})`];
        terminal.out([dueAt ?? state, id, source?.slug ?? '-', headline, ...waits].join('\t'));
      }
      return exitCodes.done;
    } finally {
      await archive.close();
    }
  },
};

/** Returns held articles in the order in which they are due, then drafts. */
async function allUnpublished({ states }: Pick<Archive, 'states'>): Promise<UnpublishedArticle[]> {
  const all: UnpublishedArticle[] = [];
  for (;;) {
    const page = await states.unpublished({ limit: articlesPerRead, after: all.at(-1)?.id });
    all.push(...page);
    if (page.length < articlesPerRead) break;
  }
  const rank = ({ dueAt }: UnpublishedArticle) => (dueAt === null ? Infinity : secondsOf(dueAt));
  return all.sort((a, b) => rank(a) - rank(b) || 0);
}
