import { fields, type SearchedText } from './searched-texts.ts';

/** What a system without a query syntax of its own can use of a query. */
export interface TypedWords {
  /** The query without operators and quotation marks. */
  text: string;
  /** Tests an article for the words that the query excludes. */
  excludes(text: SearchedText): boolean;
}

/** Takes the operators out of a query. */
export function typedWords(query: string): TypedWords {
  const excluded = [...query.matchAll(/(?<=^|\s)-(\p{L}+)/gu)].map(([, word]) => word ?? '');
  const text = query
    .replace(/(?<=^|\s)-\p{L}+/gu, ' ')
    .replace(/\bOR\b|"/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const pattern = excluded.length > 0 ? new RegExp(`\\b(?:${excluded.join('|')})\\b`, 'i') : undefined;
  return {
    text,
    excludes: (article) =>
      pattern !== undefined && fields.some((field) => pattern.test(String(article[field]))),
  };
}
