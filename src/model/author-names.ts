import type { Author } from './article.ts';

/** Returns the names that are authors of an article and become tags, as printed. */
export function authorNames({ authors }: { authors: Author[] }): string[] {
  return authors.map(({ name }) => name);
}
