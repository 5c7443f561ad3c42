import { setImmediate, setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import type { Rendered } from '../archive/answers.ts';
import type { Archive } from '../archive/archive.ts';
import type { ArchiveReads } from '../archive/reads.ts';
import type { ArticleHistory, ExportHead, KeptLine } from '../model/exported.ts';
import { Instant, instantOf, secondsOf } from '../model/instant.ts';
import type { ArticleFilter, Position } from '../model/query.ts';

/** Where an export stands: the article of its last line. */
export interface ExportPlace {
  publishedAt: Instant;
  id: string;
}

/** The roles of an archive that an export reads. */
export type ExportSource = Pick<Archive, 'state' | 'reads' | 'changes' | 'exports'>;

/** What is exported. */
export interface ExportRequest {
  filter: ArticleFilter;
  /** Go on after this article, whether it is still here or not. */
  after?: ExportPlace | undefined;
  /** Begin with what says which archive this is, its tags, and what editors set right for all articles. */
  beside: boolean;
  /** Add to each article its corrections, revisions and former slugs. */
  history: boolean;
  /** Leave others their turn for as long as was worked: for a process that serves. */
  considerate: boolean;
}

/** Articles read at once: some milliseconds of work, and one short transaction. */
const articlesAtOnce = 32;
const linesAtOnce = 200;

const Placed = z.object({ id: z.string(), publishedAt: Instant });

/**
 * The lines of an export, some at a time, each with its line break: NDJSON. Articles come in the order of their
 * publication, oldest first. Each stretch is read in a transaction of its own, as fast as it is taken, so that
 * neither the memory nor the log of the database grows with the archive. An article that nobody changes meanwhile
 * is in it exactly once; what changes is told by the changes after the one that was last when the export began.
 */
export async function* exportLines(
  archive: ExportSource,
  { filter, after, beside, history, considerate }: ExportRequest,
): AsyncGenerator<string> {
  const pause = considerate ? shareTime() : () => setImmediate();
  if (beside && after === undefined) yield* besideLines(archive, pause);
  for await (const items of exportedArticles(archive.reads, filter, after)) {
    const histories = history ? await archive.exports.histories(items.map((item) => idOf(item))) : new Map();
    const lines = items.map((item) => withHistory(item, histories));
    if (lines.length > 0) yield `${lines.join('\n')}\n`;
    await pause();
  }
}

/** The articles of a filter in their full form, oldest first, some at a time; none where a stretch has none. */
export async function* exportedArticles(
  reads: ArchiveReads,
  filter: ArticleFilter,
  after?: ExportPlace,
): AsyncGenerator<Rendered[]> {
  let position: Position | undefined = after && {
    direction: 'after',
    rank: secondsOf(after.publishedAt),
    id: after.id,
  };
  do {
    const page = await reads.articles({
      ...{ filter, sort: 'oldest', form: 'full', limit: articlesAtOnce, count: 'none' },
      ...(position && { position }),
    });
    yield page.items;
    position = page.next;
  } while (position);
}

/** The place of an exported line; undefined for one that is no article. */
export function placeOf(line: string): ExportPlace | undefined {
  try {
    return Placed.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

/** The ids of articles come first in their cards. `{"id":"a7q2k0x9m4v1c8t3",…}` → a7q2k0x9m4v1c8t3 */
function idOf(article: string): string {
  return /^\{"id":"([0-9a-z]+)"/.exec(article)?.[1] ?? Placed.parse(JSON.parse(article)).id;
}

function withHistory(article: string, histories: Map<string, ArticleHistory>): string {
  const history = histories.size > 0 && histories.get(idOf(article));
  return history ? `${article.slice(0, -1)},"history":${JSON.stringify(history)}}` : article;
}

async function* besideLines(archive: ExportSource, pause: () => Promise<unknown>): AsyncGenerator<string> {
  yield lineOf(await exportHead(archive));
  for (let last = ''; ; await pause()) {
    const tags = await archive.exports.tags(last, linesAtOnce);
    if (tags.length === 0) break;
    yield tags.map(lineOf).join('');
    last = tags.at(-1)?.tag.id ?? last;
  }
  const corrections = await archive.reads.tagCorrections();
  if (corrections.length > 0) yield corrections.map((kept) => lineOf({ tagCorrection: kept })).join('');
  for (let last = ''; ; await pause()) {
    const deletions = await archive.exports.deletions(last, linesAtOnce);
    if (deletions.length === 0) break;
    yield deletions.map(lineOf).join('');
    last = deletions.at(-1)?.deleted.id ?? last;
  }
}

/** What an export that begins now says first. */
export async function exportHead(archive: ExportSource): Promise<ExportHead> {
  const { archive: id } = await archive.state();
  const at = instantOf(Math.floor(Date.now() / 1000));
  return { dateline: { export: 1, archive: id, seq: await archive.changes.last(), at } };
}

function lineOf(line: ExportHead | KeptLine): string {
  return `${JSON.stringify(line)}\n`;
}

/** Waits as long as was worked since the last wait, so that half of the time is for others. */
function shareTime(): () => Promise<unknown> {
  let resumed = performance.now();
  return async () => {
    await setTimeout(Math.min(50, Math.ceil(performance.now() - resumed)));
    resumed = performance.now();
  };
}
