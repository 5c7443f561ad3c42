import type { PageMaker } from '../page.ts';
import { type Kind, tagKinds } from '../tag-types.ts';

const tags = async (kind: Kind) => (await import('./tags.ts')).tagsPage(kind);
const tag = async (kind: Kind) => (await import('./tag.ts')).tagPage(kind);

/** All pages, loaded on first request. */
export const pages: Record<string, () => Promise<PageMaker>> = {
  '/': async () => (await import('./front.ts')).frontPage,
  '/search': async () => (await import('./search.ts')).searchPage,
  '/articles/:article': async () => (await import('./article.ts')).articlePage,
  '/articles/:article/versions': async () => (await import('./versions.ts')).versionsPage,
  ...Object.fromEntries(
    tagKinds.flatMap((kind) => [
      [`/${kind}`, () => tags(kind)],
      [`/${kind}/:slug`, () => tag(kind)],
    ]),
  ),
  '/sources': async () => (await import('./sources.ts')).sourcesPage,
  '/sources/:slug': async () => (await import('./source.ts')).sourcePage,
  '/quotes': async () => (await import('./quotes.ts')).quotesPage,
};
