import type { ArticleCard } from '../model/article.ts';
import type { Instant } from '../model/instant.ts';

/** Returns the time of an article's last change, by its source or, from revision 2 on, in the archive. */
export function changedAt({ publishedAt, updatedAt, revision, storedAt }: ArticleCard): Instant {
  const times = [publishedAt, updatedAt ?? publishedAt, revision > 1 ? storedAt : publishedAt];
  return times.reduce((latest, time) => (time > latest ? time : latest));
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
