import type { ArticleCard, Author } from '../model/article.ts';

/** Who an article is by: its authors, else the byline as printed, else nobody. */
export function authorsOf({ authors, byline }: ArticleCard): Pick<Author, 'name' | 'kind'>[] {
  if (authors.length > 0) return authors;
  return byline === null ? [] : [{ name: byline, kind: 'agency' }];
}

/** Names of the authors and of the outlet as one line; empty when neither is known. */
// "By Ann Lee, The Harbour Post"
export function creditLine(article: ArticleCard): string {
  const names = authorsOf(article).map(({ name }) => name);
  const by = names.length > 0 ? [`By ${names.join(', ')}`] : [];
  const source = article.source && !names.includes(article.source.name) ? [article.source.name] : [];
  return [...by, ...source].join(', ');
}

/** Tags and the source's own keywords, each name once, whatever its case. */
export function labelsOf({ tags, keywords }: ArticleCard): string[] {
  const labels = new Map<string, string>();
  for (const label of [...tags.map(({ name }) => name), ...keywords]) {
    const known = label.toLowerCase();
    if (!labels.has(known)) labels.set(known, label);
  }
  return [...labels.values()];
}
