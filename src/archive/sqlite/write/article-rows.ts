import type { ArticleCard } from '../../../news/article.ts';
import { type ArticleRest, joinObjects } from '../../rendering/article-document.ts';
import type { Connection } from '../connection.ts';
import { QUOTES_PER_ARTICLE, quoteIndex, quoteKey } from '../keys.ts';
import { type PackedDocument, packDocument, unpackDocument } from '../packed-document.ts';
import { type SearchableText, searchableText } from './searchable-text.ts';

/** An article as it is stored. */
export interface StoredArticle {
  key: number;
  card: ArticleCard;
  rest: ArticleRest;
}

/** The rows that hold an article's text: rendered documents, quotes and search entries. */
export interface ArticleRows {
  /** Writes what hangs on an article's key; `speakerKey` gives the key of a speaker's tag. */
  write(article: StoredArticle, speakerKey: (tag: string) => number): void;
  /** Removes it again. */
  remove(key: number): void;
  read(key: number): StoredArticle;
  /** The full form, as JSON. */
  readFull(key: number): string;
  /** Moves the article and all its rows to a free key. */
  move(from: number, to: number): void;
}

/** Gives the rows of articles in one connection. */
export function articleRows(connection: Connection): ArticleRows {
  const insertCard = connection.prepare<{ key: number; json: string }>(
    'INSERT INTO article_cards (article, json) VALUES (:key, :json)',
  );
  const insertRest = connection.prepare<{ key: number; rest: PackedDocument }>(
    'INSERT INTO article_documents (article, rest) VALUES (:key, :rest)',
  );
  const insertQuote = connection.prepare<{ key: number; speaker: number | null }>(
    'INSERT INTO quotes (key, speaker) VALUES (:key, :speaker)',
  );
  const insertSearch = connection.prepare<SearchableText & { key: number }>(
    `INSERT INTO article_search (rowid, headline, standfirst, body, caption)
     VALUES (:key, :headline, :standfirst, :body, :caption)`,
  );
  const insertQuoteSearch = connection.prepare<{ key: number; text: string }>(
    'INSERT INTO quote_search (rowid, text) VALUES (:key, :text)',
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
    if (row === undefined) throw new Error(`article ${key} has no documents`);
    return { card: row.card, rest: unpackDocument(row.rest, row.card) };
  };
  const quotesOf = (key: number) =>
    selectQuotes.all({ low: key * QUOTES_PER_ARTICLE, high: (key + 1) * QUOTES_PER_ARTICLE });
  const removeQuotes = (key: number) => {
    for (const quote of quotesOf(key)) {
      deleteQuote.run({ key: quote.key });
      deleteQuoteSearch.run({ key: quote.key });
    }
  };
  const read = (key: number): StoredArticle => {
    const { card, rest } = texts(key);
    return { key, card: JSON.parse(card), rest: JSON.parse(rest) };
  };

  return {
    write({ key, card, rest }, speakerKey) {
      const json = JSON.stringify(card);
      insertCard.run({ key, json });
      insertRest.run({ key, rest: packDocument(JSON.stringify(rest), json) });
      insertSearch.run({ key, ...searchableText(card, rest) });
      const quotes = rest.quotes.slice(0, QUOTES_PER_ARTICLE);
      // Ascending keys: FTS5 writes rows that come in order twice as fast.
      for (const [index, quote] of [...quotes.entries()].reverse()) {
        const at = quoteKey(key, index);
        const speaker = quote.speaker?.tag ? speakerKey(quote.speaker.tag) : null;
        insertQuote.run({ key: at, speaker });
        insertQuoteSearch.run({ key: at, text: quote.exact });
      }
    },
    remove(key) {
      removeQuotes(key);
      deleteSearch.run({ key });
      deleteCard.run({ key });
      deleteRest.run({ key });
    },
    read,
    readFull(key) {
      const { card, rest } = texts(key);
      return joinObjects(card, rest);
    },
    move(from, to) {
      const { card, rest } = read(from);
      const quotes = quotesOf(from);
      removeQuotes(from);
      deleteSearch.run({ key: from });
      // Cards, documents and tags follow by ON UPDATE CASCADE.
      updateKey.run({ from, to });
      insertSearch.run({ key: to, ...searchableText(card, rest) });
      for (const { key, speaker } of quotes) {
        const at = key + (to - from) * QUOTES_PER_ARTICLE;
        insertQuote.run({ key: at, speaker });
        insertQuoteSearch.run({ key: at, text: rest.quotes[quoteIndex(key)]?.exact ?? '' });
      }
    },
  };
}
