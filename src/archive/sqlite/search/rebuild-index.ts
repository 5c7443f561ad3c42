import { quoteTerms, searchTerms } from '../../core/article-json/search-terms.ts';
import { searchableText } from '../../core/article-json/searchable-text.ts';
import { searchVersion } from '../../core/words/search-version.ts';
import { primarySubtag } from '../../core/words/stems/primary-subtag.ts';
import type { Reindexing, ReindexSettings } from '../../engine.ts';
import { createArticleRows } from '../articles/article-rows.ts';
import type { Connection } from '../connection.ts';
import { QUOTES_PER_ARTICLE, quoteIndex } from '../publication-keys.ts';
import type { Session } from '../session.ts';
import { createSearchTables, type SearchTables } from './search-tables.ts';

/** Time in ms that a transaction may take: writes of other processes wait for it. */
const maxTransactionMs = 50;

/** Articles of a step, of which a transaction has several. */
const stepSize = 10;

/** Statements that create the tables of the next generation as migration 0010 creates the present ones. */
const createNext = ['article_search', 'quote_search', 'vocabulary'] as const;

/**
 * Builds the search index again with the present rules, and puts it in place of the old one. Other processes read the
 * old index meanwhile, and write to both. An interrupted rebuild leaves the old index; the next one begins anew.
 */
export async function rebuildSearchIndex(session: Session, settings: ReindexSettings): Promise<Reindexing> {
  const { onProgress, signal } = settings;
  const { connection } = session;
  const begun = performance.now();
  await session.write(() => createTables(connection));
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

  const index = (key: number, tables: SearchTables): void => {
    const { card, body } = rows.read(key);
    const terms = searchTerms(searchableText(card, body));
    tables.put(key, terms);
    tables.count(primarySubtag(card.language), terms.vocabulary, 1);
    for (const quote of quotesOf.all({ low: key * QUOTES_PER_ARTICLE, high: (key + 1) * QUOTES_PER_ARTICLE }))
      tables.putQuote(quote, quoteTerms(body.quotes[quoteIndex(quote)]?.exact ?? ''));
  };

  let after = Number.NEGATIVE_INFINITY;
  let articles = 0;
  const step = (): boolean => {
    const until = performance.now() + maxTransactionMs;
    do {
      const keys = keysAfter.all({ key: after, limit: stepSize });
      for (const key of keys) {
        // Articles that were written meanwhile are there already.
        if (!next.has(key)) index(key, next);
        after = key;
        articles += 1;
      }
      if (keys.length < stepSize) return true;
    } while (performance.now() < until);
    return false;
  };
  for (;;) {
    const isDone = await session.write(() => {
      const reached = step();
      next.finish();
      return reached;
    });
    onProgress?.(articles);
    if (isDone) break;
    if (signal?.aborted) {
      await session.write(() => dropNext(connection));
      return { articles, milliseconds: performance.now() - begun, complete: false };
    }
  }
  await session.change(
    () => {
      step();
      next.finish();
      putInPlace(connection);
    },
    () => true,
  );
  return { articles, milliseconds: performance.now() - begun, complete: true };
}

function createTables(connection: Connection): void {
  dropNext(connection);
  const sqlOf = connection
    .prepare<[string], string>("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?")
    .pluck();
  for (const table of createNext) {
    const sql = sqlOf.get(table) ?? '';
    connection.exec(sql.replace(/\b(?:article_search|quote_search|vocabulary)\b/, `${table}_next`));
  }
  for (const table of ['article_search_next', 'quote_search_next'])
    connection.exec(`INSERT INTO ${table} (${table}, rank) VALUES ('hashsize', 67108864)`);
}

function dropNext(connection: Connection): void {
  for (const table of createNext) connection.exec(`DROP TABLE IF EXISTS ${table}_next`);
}

function putInPlace(connection: Connection): void {
  for (const table of createNext) {
    connection.exec(`DROP TABLE ${table}`);
    connection.exec(`ALTER TABLE ${table}_next RENAME TO ${table}`);
  }
  connection.exec('CREATE INDEX vocabulary_by_stem ON vocabulary (language, stem) WHERE stem IS NOT NULL');
  connection.prepare<[string]>('UPDATE search_index SET version = ?').run(searchVersion());
}
