import { Piscina } from 'piscina';
import type { Archive } from '../archive/archive.ts';
import type { UncorrectedArticle } from '../archive/results.ts';
import { ArticleCard } from '../model/article.ts';
import type { AuthorityEntry } from '../model/authority.ts';
import type { Instant } from '../model/instant.ts';
import type { Position } from '../model/query.ts';
import { builtInEntries, withBuiltInPlaces } from '../model/vocabulary.ts';
import { findArticleId } from './find-article-id.ts';
import { mapInOrder } from './map-in-order.ts';
import { createRereader } from './reread.ts';

export interface ReextractOptions {
  /** Id or slug of the only article. */
  only?: string;
  /** Instant before which published articles are skipped. */
  since?: Instant;
  /** Extraction threads besides the main thread; 0 extracts on the main thread. */
  threads: number;
  batchSize: number;
  onProgress?: (report: ReextractReport) => void;
  signal?: AbortSignal;
}

export interface ReextractReport {
  ending: 'complete' | 'interrupted';
  read: number;
  changed: number;
  same: number;
  milliseconds: number;
}

/**
 * Extracts people, quotes and topics from stored articles again, oldest first, and writes articles with
 * different results. Corrections are preserved. Can be interrupted and restarted at any time. Returns
 * undefined if `only` matches no article.
 */
export async function reextract(
  archive: Archive,
  options: ReextractOptions,
): Promise<ReextractReport | undefined> {
  const begun = Date.now();
  const report: ReextractReport = { ending: 'complete', read: 0, changed: 0, same: 0, milliseconds: 0 };
  const batches = await batchesOf(archive, options);
  if (batches === undefined) return undefined;
  const own = await archive.reads.authority();
  const known = new Set(own.map(({ id }) => id));
  const extraction = openExtraction(withBuiltInPlaces(own), options.only ? 0 : options.threads);
  try {
    for await (const articles of mapInOrder(batches, () => extraction.width, extraction.reread)) {
      const tags = articles.flatMap(({ reading }) => [...reading.mentions, ...reading.inferredTopics]);
      const entries = builtInEntries(
        tags.map(({ tag }) => tag),
        known,
      );
      if (entries.length > 0) await archive.writes.writeTags(entries);
      for (const { id } of entries) known.add(id);
      for (const { outcome } of await archive.writes.rewrite(articles))
        if (outcome !== 'absent') report[outcome]++;
      report.read += articles.length;
      report.milliseconds = Date.now() - begun;
      options.onProgress?.(report);
      if (options.signal?.aborted) {
        report.ending = 'interrupted';
        break;
      }
    }
  } finally {
    await extraction.close();
  }
  report.milliseconds = Date.now() - begun;
  return report;
}

/** Yields the selected articles as they were read, in batches; undefined if `only` matches none. */
async function batchesOf(
  archive: Archive,
  { only, since, batchSize, signal }: ReextractOptions,
): Promise<AsyncIterable<UncorrectedArticle[]> | undefined> {
  if (only === undefined) return pagesOf(archive, since, batchSize, signal);
  const id = await findArticleId(archive.reads, only);
  if (id === undefined) return undefined;
  const articles = await archive.reads.uncorrected([id]);
  return (async function* () {
    yield articles;
  })();
}

const Identified = ArticleCard.pick({ id: true });

async function* pagesOf(
  archive: Archive,
  since: Instant | undefined,
  limit: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<UncorrectedArticle[]> {
  let position: Position | undefined;
  while (!signal?.aborted) {
    const page = await archive.reads.articles({
      filter: since === undefined ? {} : { from: since },
      sort: 'oldest',
      form: 'card',
      count: 'none',
      limit,
      ...(position && { position }),
    });
    const ids = page.items.map((item) => Identified.parse(JSON.parse(item)).id);
    if (ids.length > 0) yield await archive.reads.uncorrected(ids);
    if (page.next === undefined) return;
    position = page.next;
  }
}

interface Extraction {
  /** Number of batches that should be in flight. */
  width: number;
  reread(articles: UncorrectedArticle[]): Promise<UncorrectedArticle[]>;
  close(): Promise<void>;
}

function openExtraction(authority: AuthorityEntry[], threads: number): Extraction {
  if (threads === 0) {
    const reread = createRereader(authority);
    return { width: 1, reread: async (articles) => articles.map(reread), close: async () => undefined };
  }
  const extension = import.meta.filename.endsWith('.ts') ? 'ts' : 'js';
  const pool = new Piscina<UncorrectedArticle[], UncorrectedArticle[]>({
    filename: new URL(`./extraction-worker.${extension}`, import.meta.url).href,
    workerData: authority,
    minThreads: threads,
    maxThreads: threads,
  });
  return { width: threads * 2, reread: (articles) => pool.run(articles), close: () => pool.close() };
}
