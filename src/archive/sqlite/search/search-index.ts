import type { SearchTerms } from '../../core/article-json/search-terms.ts';
import { primarySubtag } from '../../core/words/stems/primary-subtag.ts';
import type { Connection } from '../connection.ts';
import { hasNextTables } from './next-tables.ts';
import { createSearchTables, type SearchTables } from './search-tables.ts';

/** The search index as the writes of articles see it. */
export interface SearchIndex {
  /** Adds an article. `language` is a tag of BCP 47. */
  add(key: number, terms: SearchTerms, language: string): void;
  /** Removes an article that was added with these terms. */
  remove(key: number, terms: SearchTerms, language: string): void;
  /** Moves an article to another key. */
  move(from: number, to: number, terms: SearchTerms, language: string): void;
  addQuote(key: number, terms: string): void;
  removeQuote(key: number): void;
  /** Must be called when a transaction begins. */
  begin(): void;
  /** Writes the counts of words. Must be called before a transaction commits. */
  finish(): void;
}

/**
 * Creates the search index of a connection. While `dateline reindex` builds the next generation of its tables, writes go
 * to both.
 */
export function createSearchIndex(connection: Connection): SearchIndex {
  const present = createSearchTables(connection, '');
  let next: SearchTables | undefined;

  return {
    add(key, terms, language) {
      for (const tables of next ? [present, next] : [present]) {
        tables.put(key, terms);
        tables.count(primarySubtag(language), terms.vocabulary, 1);
      }
    },
    remove(key, terms, language) {
      // The rebuild may not have reached the article.
      for (const tables of next?.has(key) ? [present, next] : [present]) {
        tables.remove(key);
        tables.count(primarySubtag(language), terms.vocabulary, -1);
      }
    },
    move(from, to, terms, language) {
      present.remove(from);
      present.put(to, terms);
      if (next?.has(from)) next.remove(from);
      // The rebuild may have passed its new place.
      else next?.count(primarySubtag(language), terms.vocabulary, 1);
      next?.put(to, terms);
    },
    addQuote(key, terms) {
      present.putQuote(key, terms);
      next?.putQuote(key, terms);
    },
    removeQuote(key) {
      present.removeQuote(key);
      next?.removeQuote(key);
    },
    begin() {
      present.forget();
      // The tables may be those of another rebuild than at the last transaction.
      next = hasNextTables(connection) ? createSearchTables(connection, '_next') : undefined;
    },
    finish() {
      present.finish();
      next?.finish();
    },
  };
}
