import type { ArticleCard } from '../model/article.ts';
import type { Instant } from '../model/instant.ts';

/** When an article was last changed: by its source, or in the archive where that is a later revision. */
export function changedAt({ publishedAt, updatedAt, revision, storedAt }: ArticleCard): Instant {
  const times = [publishedAt, updatedAt ?? publishedAt, revision > 1 ? storedAt : publishedAt];
  return times.reduce((latest, time) => (time > latest ? time : latest));
}

/** When the newest change of a list was; `otherwise` for a list without articles. */
export function newestChange(articles: ArticleCard[], otherwise: Instant): Instant {
  const times = articles.map(changedAt).toSorted();
  return times.at(-1) ?? otherwise;
}

/** The language that all articles have, for what has one language only. */
export function commonLanguage(articles: ArticleCard[]): string | undefined {
  const languages = new Set(articles.map(({ language }) => language));
  const [only] = languages;
  return languages.size === 1 && only !== 'und' ? only : undefined;
}
