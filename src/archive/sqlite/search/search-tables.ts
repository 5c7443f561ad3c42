import type { SearchTerms } from '../../core/article-json/search-terms.ts';
import { stemOf } from '../../core/words/stems/stem-of.ts';
import type { Connection } from '../connection.ts';

/** Tables of the search: the index that is read, or the one that is being built. */
export type SearchGeneration = '' | '_next';

/** Writes to the tables of one generation. */
export interface SearchTables {
  /** True if the article with this key is indexed. */
  has(key: number): boolean;
  put(key: number, terms: SearchTerms): void;
  remove(key: number): void;
  putQuote(key: number, terms: string): void;
  removeQuote(key: number): void;
  /** Adds to or takes from the number of articles with words. `language` is a primary subtag. */
  count(language: string, words: string, change: 1 | -1): void;
  /** Writes the counts. Must be called before a transaction commits. */
  finish(): void;
  /** Drops counts of a transaction that was rolled back. */
  forget(): void;
}

/** Creates the writer of a generation. Throws SQLite's error if its tables do not exist. */
export function createSearchTables(connection: Connection, generation: SearchGeneration): SearchTables {
  // Positional parameters, as in all statements that run once per imported article: binding takes half as long.
  const insert = connection.prepare<[number, ...string[]]>(
    `INSERT INTO article_search${generation} (rowid, headline, standfirst, body, caption) VALUES (?, ?, ?, ?, ?)`,
  );
  const remove = connection.prepare<{ key: number }>(
    `DELETE FROM article_search${generation} WHERE rowid = CAST(:key AS INTEGER)`,
  );
  const select = connection
    .prepare<{ key: number }, number>(
      `SELECT 1 FROM article_search${generation} WHERE rowid = CAST(:key AS INTEGER)`,
    )
    .pluck();
  const insertQuote = connection.prepare<[number, string]>(
    `INSERT INTO quote_search${generation} (rowid, text) VALUES (?, ?)`,
  );
  const removeQuote = connection.prepare<{ key: number }>(
    `DELETE FROM quote_search${generation} WHERE rowid = CAST(:key AS INTEGER)`,
  );
  const countWord = connection.prepare<[string, string, string | null, number]>(
    `INSERT INTO vocabulary${generation} (form, language, stem, articles) VALUES (?, ?, ?, ?)
     ON CONFLICT (form, language) DO UPDATE SET articles = articles + excluded.articles`,
  );
  const dropWord = connection.prepare<[string, string]>(
    `DELETE FROM vocabulary${generation} WHERE form = ? AND language = ? AND articles <= 0`,
  );
  /** Changes of counts by language and word. */
  const changes = new Map<string, Map<string, number>>();

  return {
    has: (key) => select.get({ key }) !== undefined,
    put: (key, { headline, standfirst, body, caption }) =>
      insert.run(key, headline, standfirst, body, caption),
    remove: (key) => remove.run({ key }),
    putQuote: (key, terms) => insertQuote.run(key, terms),
    removeQuote: (key) => removeQuote.run({ key }),
    count(language, words, change) {
      if (words === '') return;
      let counts = changes.get(language);
      if (counts === undefined) {
        counts = new Map();
        changes.set(language, counts);
      }
      for (const word of words.split(' ')) counts.set(word, (counts.get(word) ?? 0) + change);
    },
    finish() {
      for (const [language, counts] of changes) {
        // In order of the table, of which neighbouring words share pages.
        for (const word of [...counts.keys()].sort()) {
          const change = counts.get(word) ?? 0;
          if (change === 0) continue;
          const stem = stemOf(word, language);
          countWord.run(word, language, stem === word ? null : stem, change);
          if (change < 0) dropWord.run(word, language);
        }
      }
      changes.clear();
    },
    forget: () => changes.clear(),
  };
}
