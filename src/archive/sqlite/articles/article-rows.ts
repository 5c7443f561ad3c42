import type { ArticleCard } from '../../../model/article.ts';
import { type ArticleBody, joinObjects } from '../../core/article-json/article-document.ts';
import type { PackedDocument } from '../../core/article-json/packed-document.ts';
import type { RenderedArticle } from '../../core/article-json/prepared-article.ts';
import { type SearchableText, searchableText } from '../../core/article-json/searchable-text.ts';
import type { Connection } from '../connection.ts';
import { QUOTES_PER_ARTICLE, quoteIndex, quoteKey } from '../publication-keys.ts';
import { createTextReader } from './stored-text.ts';

export interface StoredArticle {
  key: number;
  /** The card as JSON. */
  json: string;
  card: ArticleCard;
  body: ArticleBody;
}

/** Rows with the text of articles: cards, documents, quotes and search entries. */
export interface ArticleRows {
  /** Inserts the rows of an article. `card` is JSON; `speakers` has the tag of each quote. */
  write(key: number, card: string, article: RenderedArticle, speakers: (number | null)[]): void;
  remove(key: number): void;
  /** Throws an Error if there is no such article. */
  read(key: number): StoredArticle;
  find(key: number): StoredArticle | undefined;
  /** Returns the full form as JSON. Throws an Error if there is no such article. */
  readFull(key: number): string;
  /** Moves the article and all its rows to a free key. */
  move(from: number, to: number): void;
}

/** Creates the rows of a connection. */
export function createArticleRows(connection: Connection): ArticleRows {
  const readText = createTextReader(connection);
  // Positional parameters, as in all statements that run once per imported article: binding takes half as long.
  const insertCard = connection.prepare<[number, string]>(
    'INSERT INTO article_cards (article, json) VALUES (?, ?)',
  );
  const insertBody = connection.prepare<[number, PackedDocument]>(
    'INSERT INTO article_documents (article, body) VALUES (?, ?)',
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
  const deleteBody = connection.prepare<{ key: number }>(
    'DELETE FROM article_documents WHERE article = :key',
  );
  const deleteQuote = connection.prepare<{ key: number }>('DELETE FROM quotes WHERE key = :key');
  const deleteSearch = connection.prepare<{ key: number }>(
    'DELETE FROM article_search WHERE rowid = CAST(:key AS INTEGER)',
  );
  const deleteQuoteSearch = connection.prepare<{ key: number }>(
    'DELETE FROM quote_search WHERE rowid = CAST(:key AS INTEGER)',
  );
  const selectQuotes = connection.prepare<
    { low: number; high: number },
    { key: number; speaker: number | null }
  >('SELECT key, speaker FROM quotes WHERE key >= :low AND key < :high');
  const updateKey = connection.prepare<{ from: number; to: number }>(
    'UPDATE articles SET key = :to WHERE key = :from',
  );

  const quotesOf = (key: number) =>
    selectQuotes.all({ low: key * QUOTES_PER_ARTICLE, high: (key + 1) * QUOTES_PER_ARTICLE });
  const removeQuotes = (key: number) => {
    for (const quote of quotesOf(key)) {
      deleteQuote.run({ key: quote.key });
      deleteQuoteSearch.run({ key: quote.key });
    }
  };
  const index = (key: number, { headline, standfirst, body, caption }: SearchableText) =>
    insertSearch.run(key, headline, standfirst, body, caption);
  const find = (key: number): StoredArticle | undefined => {
    const text = readText(key);
    return text && { key, json: text.card, card: JSON.parse(text.card), body: JSON.parse(text.body) };
  };
  const read = (key: number) => present(find(key), key);

  return {
    write(key, card, { body, text, quotes }, speakers) {
      insertCard.run(key, card);
      insertBody.run(key, body);
      index(key, text);
      // Ascending keys: FTS5 writes rows in key order twice as fast.
      for (let number = Math.min(quotes.length, QUOTES_PER_ARTICLE) - 1; number >= 0; number--) {
        const at = quoteKey(key, number);
        insertQuote.run(at, speakers[number] ?? null);
        insertQuoteSearch.run(at, quotes[number]?.exact ?? '');
      }
    },
    remove(key) {
      removeQuotes(key);
      deleteSearch.run({ key });
      deleteCard.run({ key });
      deleteBody.run({ key });
    },
    read,
    find,
    readFull(key) {
      const { card, body } = present(readText(key), key);
      return joinObjects(card, body);
    },
    move(from, to) {
      const { card, body } = read(from);
      const quotes = quotesOf(from);
      removeQuotes(from);
      deleteSearch.run({ key: from });
      // Cards, documents and tags follow by ON UPDATE CASCADE.
      updateKey.run({ from, to });
      index(to, searchableText(card, body));
      for (const { key, speaker } of quotes) {
        const at = key + (to - from) * QUOTES_PER_ARTICLE;
        insertQuote.run(at, speaker);
        insertQuoteSearch.run(at, body.quotes[quoteIndex(key)]?.exact ?? '');
      }
    },
  };
}

function present<T>(found: T | undefined, key: number): T {
  if (found === undefined) throw new Error(`article ${key} has no documents`);
  return found;
}
