import type { ArticleCard, Author } from '../model/article.ts';
import type { Image } from '../model/image.ts';

/** Returns the authors of an article. Without any, the byline as printed is the author. */
export function authorsOf({ authors, byline }: ArticleCard): Pick<Author, 'name' | 'kind'>[] {
  if (authors.length > 0) return authors;
  return byline === null ? [] : [{ name: byline, kind: 'agency' }];
}

/** Joins the authors and the outlet to one line; empty if neither is known. */
// "By Ann Lee, The Harbour Post"
export function creditLine(article: ArticleCard): string {
  const names = authorsOf(article).map(({ name }) => name);
  const by = names.length > 0 ? [`By ${names.join(', ')}`] : [];
  const source = article.source && !names.includes(article.source.name) ? [article.source.name] : [];
  return [...by, ...source].join(', ');
}

/** Joins the caption and credit of a picture; empty if it has neither. */
// "Josep Borrell in Tokyo. (AFP)"
export function captionLine({ caption, credit }: Image): string {
  return [caption, credit && `(${credit})`].filter(Boolean).join(' ');
}

/** Returns the text alternative of a picture: its own, or the caption. */
export function altOf({ alt, caption }: Image): string {
  return alt ?? caption ?? '';
}

/** Returns the sections of an article. Cards of earlier versions have none. */
export function sectionsOf({ sections }: Partial<Pick<ArticleCard, 'sections'>>): string[] {
  return sections ?? [];
}

/** Returns the keywords that do not repeat a section. */
export function otherKeywords(article: Pick<ArticleCard, 'keywords' | 'sections'>): string[] {
  return article.keywords.filter((keyword) => !sectionsOf(article).includes(keyword));
}

/** Returns the names of tags and the source's keywords, without duplicates (ignoring case). */
export function labelsOf({ tags, keywords }: ArticleCard): string[] {
  const labels = new Map<string, string>();
  for (const label of [...tags.map(({ name }) => name), ...keywords]) {
    const known = label.toLowerCase();
    if (!labels.has(known)) labels.set(known, label);
  }
  return [...labels.values()];
}
