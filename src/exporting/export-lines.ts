import { setImmediate, setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import type { Archive } from '../archive/archive.ts';
import type { ArchiveReads } from '../archive/reads.ts';
import type { Rendered } from '../archive/results.ts';
import type { ArticleHistory, ExportedRecord, ExportHead } from '../model/exported.ts';
import { Instant, instantOf } from '../model/instant.ts';
import type { ArticleFilter, Position } from '../model/query.ts';
import { publicationRank } from '../model/undated.ts';

/** Position in an export, given by the article of a line. */
export interface ExportPosition {
  /** Null if it is undated; its place then depends on the time of storage. */
  publishedAt: Instant | null;
  storedAt: Instant;
  id: string;
}

export type ExportSource = Pick<Archive, 'state' | 'reads' | 'changes' | 'exports'>;

export interface ExportRequest {
  filter: ArticleFilter;
  /** Article to continue after. It need not exist any more. */
  after?: ExportPosition | undefined;
  /** True to begin with the identity of the archive, its tags, corrections of tags, and deletions. */
  metadata: boolean;
  /** True to include the corrections, revisions and former slugs of each article. */
  history: boolean;
  /** True to pause after each read for as long as it took, so that a server stays responsive. */
  throttled: boolean;
}

/** Number of articles per read, which takes a few milliseconds. */
const articlesPerRead = 32;
const linesPerRead = 200;

const Positioned = z.object({ id: z.string(), publishedAt: Instant.nullable(), storedAt: Instant });

/**
 * Yields an export as NDJSON, several lines at a time, each with its line break. Articles are in order of
 * publication, oldest first, undated ones before them. Each read is a separate transaction, made when the consumer needs it, so memory
 * and the WAL stay small. An article that does not change meanwhile appears exactly once. Later changes are in
 * the change log after the `seq` of the first line.
 */
export async function* exportLines(
  archive: ExportSource,
  { filter, after, metadata, history, throttled }: ExportRequest,
): AsyncGenerator<string> {
  const pause = throttled ? createThrottle() : () => setImmediate();
  if (metadata && after === undefined) yield* metadataLines(archive, pause);
  for await (const items of exportedArticles(archive.reads, filter, after)) {
    const ids = items.map(idOf);
    const versions = await archive.exports.versions(ids);
    const histories = history ? await archive.exports.histories(ids) : new Map();
    const lines = items.map((item) => withPast(item, versions, histories));
    if (lines.length > 0) yield `${lines.join('\n')}\n`;
    await pause();
  }
}

/** Yields the articles of a filter in full form, oldest first, in pages. A page may be empty. */
export async function* exportedArticles(
  reads: ArchiveReads,
  filter: ArticleFilter,
  after?: ExportPosition,
): AsyncGenerator<Rendered[]> {
  let position: Position | undefined = after && {
    direction: 'after',
    rank: publicationRank(after),
    id: after.id,
  };
  do {
    const page = await reads.articles({
      ...{ filter, sort: 'oldest', form: 'full', limit: articlesPerRead, count: 'none' },
      ...(position && { position }),
    });
    yield page.items;
    position = page.next;
  } while (position);
}

/** Returns the position of an exported line; undefined if the line is not an article. */
export function positionOf(line: string): ExportPosition | undefined {
  try {
    return Positioned.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

/** Returns the id of an article, which is its first property. `{"id":"a7q2k0x9m4v1c8t3",…}` → a7q2k0x9m4v1c8t3 */
function idOf(article: string): string {
  return /^\{"id":"([0-9a-z]+)"/.exec(article)?.[1] ?? Positioned.parse(JSON.parse(article)).id;
}

/** Adds the version of an article and its history, if it has any. */
function withPast(
  article: string,
  versions: Map<string, number>,
  histories: Map<string, ArticleHistory>,
): string {
  if (versions.size + histories.size === 0) return article;
  const id = idOf(article);
  const more = { version: versions.get(id), history: histories.get(id) };
  const json = JSON.stringify(more);
  return json === '{}' ? article : `${article.slice(0, -1)},${json.slice(1)}`;
}

async function* metadataLines(archive: ExportSource, pause: () => Promise<unknown>): AsyncGenerator<string> {
  yield lineOf(await exportHead(archive));
  for (let last = ''; ; await pause()) {
    const tags = await archive.exports.tags(last, linesPerRead);
    if (tags.length === 0) break;
    yield tags.map(lineOf).join('');
    last = tags.at(-1)?.tag.id ?? last;
  }
  const corrections = await archive.reads.tagCorrections();
  if (corrections.length > 0) yield corrections.map((tagCorrection) => lineOf({ tagCorrection })).join('');
  for (let last = ''; ; await pause()) {
    const deletions = await archive.exports.deletions(last, linesPerRead);
    if (deletions.length === 0) break;
    yield deletions.map(lineOf).join('');
    last = deletions.at(-1)?.deleted.id ?? last;
  }
}

/** Returns the first line of an export that begins now. */
export async function exportHead(archive: ExportSource): Promise<ExportHead> {
  const { archive: id } = await archive.state();
  const at = instantOf(Math.floor(Date.now() / 1000));
  return { dateline: { export: 1, archive: id, seq: await archive.changes.last(), at } };
}

function lineOf(line: ExportHead | ExportedRecord): string {
  return `${JSON.stringify(line)}\n`;
}

/** Creates a pause that lasts as long as the work since the last pause, at most 50 ms. */
function createThrottle(): () => Promise<unknown> {
  let resumed = performance.now();
  return async () => {
    await setTimeout(Math.min(50, Math.ceil(performance.now() - resumed)));
    resumed = performance.now();
  };
}
