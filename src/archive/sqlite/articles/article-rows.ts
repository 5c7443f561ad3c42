import type { ArticleCard } from '../../../model/article.ts';
import { type ArticleBody, joinObjects } from '../../core/article-json/article-document.ts';
import type { PackedDocument } from '../../core/article-json/packed-document.ts';
import type { RenderedArticle } from '../../core/article-json/prepared-article.ts';
import { quoteTerms, searchTerms } from '../../core/article-json/search-terms.ts';
import { searchableText } from '../../core/article-json/searchable-text.ts';
import type { Connection } from '../connection.ts';
import { QUOTES_PER_ARTICLE, quoteIndex, quoteKey } from '../publication-keys.ts';
import { createSearchIndex } from '../search/search-index.ts';
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
  remove(article: StoredArticle): void;
  /** Throws an Error if there is no such article. */
  read(key: number): StoredArticle;
  find(key: number): StoredArticle | undefined;
  /** Returns the full form as JSON. Throws an Error if there is no such article. */
  readFull(key: number): string;
  /** Moves the article and all its rows to a free key. */
  move(from: number, to: number): void;
  /** Must be called when a transaction begins. */
  begin(): void;
  /** Writes the counts of words. Must be called before a transaction commits. */
  finish(): void;
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
  const searchIndex = createSearchIndex(connection);
  const deleteCard = connection.prepare<{ key: number }>('DELETE FROM article_cards WHERE article = :key');
  const deleteBody = connection.prepare<{ key: number }>(
    'DELETE FROM article_documents WHERE article = :key',
  );
  const deleteQuote = connection.prepare<{ key: number }>('DELETE FROM quotes WHERE key = :key');
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
      searchIndex.removeQuote(quote.key);
    }
  };
  const find = (key: number): StoredArticle | undefined => {
    const text = readText(key);
    return text && { key, json: text.card, card: JSON.parse(text.card), body: JSON.parse(text.body) };
  };
  const read = (key: number) => present(find(key), key);

  return {
    begin: () => searchIndex.begin(),
    finish: () => searchIndex.finish(),
    write(key, card, { body, terms, language, quotes }, speakers) {
      insertCard.run(key, card);
      insertBody.run(key, body);
      searchIndex.add(key, terms, language);
      // Ascending keys: FTS5 writes rows in key order twice as fast.
      for (let number = Math.min(quotes.length, QUOTES_PER_ARTICLE) - 1; number >= 0; number--) {
        const at = quoteKey(key, number);
        insertQuote.run(at, speakers[number] ?? null);
        searchIndex.addQuote(at, quotes[number]?.terms ?? '');
      }
    },
    remove({ key, card, body }) {
      removeQuotes(key);
      searchIndex.remove(key, searchTerms(searchableText(card, body)), card.language);
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
      // Cards, documents and tags follow by ON UPDATE CASCADE.
      updateKey.run({ from, to });
      searchIndex.move(from, to, searchTerms(searchableText(card, body)), card.language);
      for (const { key, speaker } of quotes) {
        const at = key + (to - from) * QUOTES_PER_ARTICLE;
        insertQuote.run(at, speaker);
        searchIndex.addQuote(at, quoteTerms(body.quotes[quoteIndex(key)]?.exact ?? ''));
      }
    },
  };
}

function present<T>(found: T | undefined, key: number): T {
  if (found === undefined) throw new Error(`article ${key} has no documents`);
  return found;
}
