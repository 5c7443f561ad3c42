import type { ArticleCard } from '../model/article.ts';
import type { Instant } from '../model/instant.ts';

/**
 * Returns the time of an article's last change, by its source or, from revision 2 on, in the archive. For an undated
 * article, it is the time of storage at least.
 */
export function changedAt(article: ArticleCard): Instant {
  return modifiedAt(article) ?? article.storedAt;
}

/** Returns the time of an article's last change as `changedAt` does, but null if it is undated and never changed. */
export function modifiedAt({ publishedAt, updatedAt, revision, storedAt }: ArticleCard): Instant | null {
  const times = [publishedAt, updatedAt, revision > 1 ? storedAt : null];
  return (
    times
      .filter((time) => time !== null)
      .toSorted()
      .at(-1) ?? null
  );
}

/** Returns the time of the last change of any article in a list; undefined for an empty list. */
export function newestChange(articles: { changed: Instant }[]): Instant | undefined {
  return articles
    .map(({ changed }) => changed)
    .toSorted()
    .at(-1);
}

/** Returns the language that all articles share, if there is one, for formats that allow only one. */
export function commonLanguage(articles: { language: string }[]): string | undefined {
  const languages = new Set(articles.map(({ language }) => language));
  const [only] = languages;
  return languages.size === 1 && only !== 'und' ? only : undefined;
}
