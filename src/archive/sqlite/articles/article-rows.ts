import type { ArticleCard } from '../../../model/article.ts';
import { type ArticleRest, joinObjects } from '../../core/article-json/article-document.ts';
import { type PackedDocument, unpackDocument } from '../../core/article-json/packed-document.ts';
import type { RenderedArticle } from '../../core/article-json/prepared-article.ts';
import { searchableText } from '../../core/article-json/searchable-text.ts';
import type { Connection } from '../connection.ts';
import { QUOTES_PER_ARTICLE, quoteIndex, quoteKey } from '../publication-keys.ts';

/** An article as it is stored. */
export interface StoredArticle {
  key: number;
  /** The card as it is stored. */
  json: string;
  card: ArticleCard;
  rest: ArticleRest;
}

/** The rows that hold an article's text: rendered documents, quotes and search entries. */
export interface ArticleRows {
  /** Writes what hangs on an article's key; `card` is its card as JSON, `speakers` has the tag of each quote. */
  write(key: number, card: string, article: RenderedArticle, speakers: (number | null)[]): void;
  /** Removes it again. */
  remove(key: number): void;
  read(key: number): StoredArticle;
  /** The same where it may be absent. */
  find(key: number): StoredArticle | undefined;
  /** The full form, as JSON. */
  readFull(key: number): string;
  /** Moves the article and all its rows to a free key. */
  move(from: number, to: number): void;
}

/** Gives the rows of articles in one connection. */
export function articleRows(connection: Connection): ArticleRows {
  // By place and not by name, as everything that each article of an import runs: binding takes half as long.
  const insertCard = connection.prepare<[number, string]>(
    'INSERT INTO article_cards (article, json) VALUES (?, ?)',
  );
  const insertRest = connection.prepare<[number, PackedDocument]>(
    'INSERT INTO article_documents (article, rest) VALUES (?, ?)',
  );
  const insertQuote = connection.prepare<[number, number | null]>(
    'INSERT INTO quotes (key, speaker) VALUES (?, ?)',
  );
  const insertSearch = connection.prepare<[number, ...string[]]>(
    `INSERT INTO article_search (rowid, headline, standfirst, body, caption)
     VALUES (?, ?, ?, ?, ?)`,
  );
  const insertQuoteSearch = connection.prepare<[number, string]>(
    'INSERT INTO quote_search (rowid, text) VALUES (?, ?)',
  );
  const deleteCard = connection.prepare<{ key: number }>('DELETE FROM article_cards WHERE article = :key');
  const deleteRest = connection.prepare<{ key: number }>(
    'DELETE FROM article_documents WHERE article = :key',
  );
  const deleteQuote = connection.prepare<{ key: number }>('DELETE FROM quotes WHERE key = :key');
  const deleteSearch = connection.prepare<{ key: number }>(
    'DELETE FROM article_search WHERE rowid = CAST(:key AS INTEGER)',
  );
  const deleteQuoteSearch = connection.prepare<{ key: number }>(
    'DELETE FROM quote_search WHERE rowid = CAST(:key AS INTEGER)',
  );
  const selectTexts = connection.prepare<{ key: number }, { card: string; rest: PackedDocument }>(
    `SELECT c.json AS card, d.rest
     FROM article_cards c CROSS JOIN article_documents d ON d.article = c.article
     WHERE c.article = :key`,
  );
  const selectQuotes = connection.prepare<
    { low: number; high: number },
    { key: number; speaker: number | null }
  >('SELECT key, speaker FROM quotes WHERE key >= :low AND key < :high');
  const updateKey = connection.prepare<{ from: number; to: number }>(
    'UPDATE articles SET key = :to WHERE key = :from',
  );

  const texts = (key: number) => {
    const row = selectTexts.get({ key });
    return row && { card: row.card, rest: unpackDocument(row.rest, row.card) };
  };
  const present = <T>(found: T | undefined, key: number): T => {
    if (found === undefined) throw new Error(`article ${key} has no documents`);
    return found;
  };
  const quotesOf = (key: number) =>
    selectQuotes.all({ low: key * QUOTES_PER_ARTICLE, high: (key + 1) * QUOTES_PER_ARTICLE });
  const removeQuotes = (key: number) => {
    for (const quote of quotesOf(key)) {
      deleteQuote.run({ key: quote.key });
      deleteQuoteSearch.run({ key: quote.key });
    }
  };
  const find = (key: number): StoredArticle | undefined => {
    const found = texts(key);
    return found && { key, json: found.card, card: JSON.parse(found.card), rest: JSON.parse(found.rest) };
  };
  const read = (key: number) => present(find(key), key);

  return {
    write(key, card, { rest, text, quotes }, speakers) {
      insertCard.run(key, card);
      insertRest.run(key, rest);
      const { headline, standfirst, body, caption } = text;
      insertSearch.run(key, headline, standfirst, body, caption);
      // Ascending keys: FTS5 writes rows that come in order twice as fast.
      for (let index = Math.min(quotes.length, QUOTES_PER_ARTICLE) - 1; index >= 0; index--) {
        const at = quoteKey(key, index);
        insertQuote.run(at, speakers[index] ?? null);
        insertQuoteSearch.run(at, quotes[index]?.exact ?? '');
      }
    },
    remove(key) {
      removeQuotes(key);
      deleteSearch.run({ key });
      deleteCard.run({ key });
      deleteRest.run({ key });
    },
    read,
    find,
    readFull(key) {
      const { card, rest } = present(texts(key), key);
      return joinObjects(card, rest);
    },
    move(from, to) {
      const { card, rest } = read(from);
      const quotes = quotesOf(from);
      removeQuotes(from);
      deleteSearch.run({ key: from });
      // Cards, documents and tags follow by ON UPDATE CASCADE.
      updateKey.run({ from, to });
      const { headline, standfirst, body, caption } = searchableText(card, rest);
      insertSearch.run(to, headline, standfirst, body, caption);
      for (const { key, speaker } of quotes) {
        const at = key + (to - from) * QUOTES_PER_ARTICLE;
        insertQuote.run(at, speaker);
        insertQuoteSearch.run(at, rest.quotes[quoteIndex(key)]?.exact ?? '');
      }
    },
  };
}
