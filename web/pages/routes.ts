import type { PageMaker } from '../page.ts';

type Kind = 'people' | 'topics' | 'organizations' | 'places';
const tags = async (kind: Kind) => (await import('./tags.ts')).tagsPage(kind);
const tag = async (kind: Kind) => (await import('./tag.ts')).tagPage(kind);

/** All pages, loaded on first request. */
export const pages: Record<string, () => Promise<PageMaker>> = {
  '/': async () => (await import('./front.ts')).frontPage,
  '/search': async () => (await import('./search.ts')).searchPage,
  '/articles/:article': async () => (await import('./article.ts')).articlePage,
  '/articles/:article/versions': async () => (await import('./versions.ts')).versionsPage,
  '/people': () => tags('people'),
  '/people/:slug': () => tag('people'),
  '/topics': () => tags('topics'),
  '/topics/:slug': () => tag('topics'),
  '/organizations': () => tags('organizations'),
  '/organizations/:slug': () => tag('organizations'),
  '/places': () => tags('places'),
  '/places/:slug': () => tag('places'),
  '/quotes': async () => (await import('./quotes.ts')).quotesPage,
};
