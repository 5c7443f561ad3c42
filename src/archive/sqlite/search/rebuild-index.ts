import { setTimeout as pause } from 'node:timers/promises';
import { ArchiveUnavailable } from '../../archive-unavailable.ts';
import { quoteTerms, searchTerms } from '../../core/article-json/search-terms.ts';
import { searchableText } from '../../core/article-json/searchable-text.ts';
import { primarySubtag } from '../../core/words/stems/primary-subtag.ts';
import type { Reindexing, ReindexSettings } from '../../engine.ts';
import { createArticleRows } from '../articles/article-rows.ts';
import type { Connection } from '../connection.ts';
import { QUOTES_PER_ARTICLE, quoteIndex } from '../publication-keys.ts';
import type { Session } from '../session.ts';
import { maxPauseMs } from '../write-queue.ts';
import { noteVersion } from './index-version.ts';
import {
  createNextTables,
  dropNextTables,
  leaseEnd,
  putNextTablesInPlace,
  takeLease,
} from './next-tables.ts';
import { createSearchTables } from './search-tables.ts';

/** Articles of a step, of which a transaction has several. */
const stepSize = 10;

export interface RebuildTimes {
  /** Time in ms that a transaction may take: writes of other processes wait for it. */
  transactionMs: number;
  /** Pause in ms between two transactions, in which a write of another process finds the lock free. */
  pauseMs: number;
  /** Time in ms in which a running rebuild renews its lease, even beside an import. One that does not was ended. */
  renewalMs: number;
}

const usualTimes: RebuildTimes = {
  transactionMs: 100,
  pauseMs: maxPauseMs + 5,
  renewalMs: 10_000,
};

/** Pause in ms between two looks at the lease of another rebuild. */
const lookMs = 100;

/**
 * Builds the search index again with the present rules, and puts it in place of the old one. Other processes read the
 * old index meanwhile, and write to both. An interrupted rebuild leaves the old index; the next one begins anew. Throws
 * ArchiveUnavailable with the reason `busy` if another process rebuilds it.
 */
export async function rebuildSearchIndex(
  session: Session,
  { onProgress, signal }: ReindexSettings,
  times = usualTimes,
): Promise<Reindexing> {
  const begun = performance.now();
  const rebuild = await beginRebuild(session, times);
  const total = session.connection.prepare<[], number>('SELECT articles FROM archive').pluck();
  try {
    for (;;) {
      const { isDone, articles } = await rebuild.step();
      await onProgress?.(articles, total.get() ?? articles);
      if (!isDone && !signal?.aborted) {
        await pause(times.pauseMs);
        continue;
      }
      if (!isDone) await rebuild.abandon();
      const milliseconds = performance.now() - begun;
      return { rebuilt: 'index', articles, words: 0, milliseconds, complete: isDone };
    }
  } catch (error) {
    // Frees the space, which the disk may be short of. It is no matter if that fails, too: the lease ends.
    await rebuild.abandon().catch(() => undefined);
    throw error;
  }
}

/** Creates the tables of the next index, and the steps that fill them. */
async function beginRebuild(session: Session, { transactionMs, renewalMs }: RebuildTimes) {
  const { connection } = session;
  const seen = await endOfOtherRebuild(session, renewalMs);
  const { index, taken } = await session.write(() => {
    if (leaseEnd(connection) !== seen) throw isRunning(connection);
    createNextTables(connection);
    return { index: createIndexer(connection, transactionMs), taken: takeLease(connection, seen) };
  });
  let lease = taken;
  const holdsLease = () => leaseEnd(connection) === lease;

  return {
    /** Indexes some articles. After the last ones, the new index is in place. */
    async step(): Promise<{ isDone: boolean; articles: number }> {
      const { renewed, ...done } = await session.change(
        () => {
          if (!holdsLease()) throw isRunning(connection);
          const renewed = takeLease(connection, lease);
          const done = index();
          if (done.isDone) {
            putNextTablesInPlace(connection);
            noteVersion(connection, 'index');
          }
          return { renewed, ...done };
        },
        ({ isDone }) => isDone,
      );
      lease = renewed;
      return done;
    },
    /** Removes the unfinished index. */
    abandon: () =>
      session.write(() => {
        if (holdsLease()) dropNextTables(connection);
      }),
  };
}

/**
 * Returns the lease of another rebuild that has ended without ending it, or null. Throws ArchiveUnavailable if the other
 * one still runs.
 */
async function endOfOtherRebuild({ connection, read }: Session, renewalMs: number): Promise<number | null> {
  const seen = read(() => leaseEnd(connection));
  if (seen === null || seen <= Date.now()) return seen;
  const until = performance.now() + renewalMs;
  while (performance.now() < until) {
    await pause(lookMs);
    const present = read(() => leaseEnd(connection));
    if (present === null) return null;
    if (present !== seen) throw isRunning(connection);
  }
  return seen;
}

function isRunning({ name }: Connection): ArchiveUnavailable {
  return new ArchiveUnavailable(
    'busy',
    `Another dateline reindex rebuilds the search index of ${name}; wait until it has ended.`,
  );
}

/** Creates a function that indexes the next articles for `transactionMs`, inside the caller's transaction. */
function createIndexer(
  connection: Connection,
  transactionMs: number,
): () => { isDone: boolean; articles: number } {
  const rows = createArticleRows(connection);
  const next = createSearchTables(connection, '_next');
  const keysAfter = connection
    .prepare<{ key: number; limit: number }, number>(
      'SELECT key FROM articles WHERE key > :key ORDER BY key LIMIT :limit',
    )
    .pluck();
  const quotesOf = connection
    .prepare<{ low: number; high: number }, number>(
      'SELECT key FROM quotes WHERE key >= :low AND key < :high',
    )
    .pluck();
  let after = Number.NEGATIVE_INFINITY;
  let articles = 0;

  const index = (key: number): void => {
    const { card, body } = rows.read(key);
    const terms = searchTerms(searchableText(card, body));
    next.put(key, terms);
    next.count(primarySubtag(card.language), terms.vocabulary, 1);
    for (const quote of quotesOf.all({ low: key * QUOTES_PER_ARTICLE, high: (key + 1) * QUOTES_PER_ARTICLE }))
      next.putQuote(quote, quoteTerms(body.quotes[quoteIndex(quote)]?.exact ?? ''));
  };
  return () => {
    next.forget();
    // A transaction that is repeated begins where the one that failed began.
    let [last, count, isDone] = [after, articles, false];
    const until = performance.now() + transactionMs;
    do {
      const keys = keysAfter.all({ key: last, limit: stepSize });
      for (const key of keys) {
        // Articles that were written meanwhile are there already.
        if (!next.has(key)) index(key);
        last = key;
      }
      count += keys.length;
      isDone = keys.length < stepSize;
    } while (!isDone && performance.now() < until);
    next.finish();
    [after, articles] = [last, count];
    return { isDone, articles };
  };
}
