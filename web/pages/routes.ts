import type { PageMaker } from '../page.ts';
import { articlePage } from './article.ts';
import { frontPage } from './front.ts';
import { quotesPage } from './quotes.ts';
import { searchPage } from './search.ts';
import { tagPage } from './tag.ts';
import { tagsPage } from './tags.ts';
import { versionsPage } from './versions.ts';

/** Every page of the reader. */
export const pages: Record<string, PageMaker> = {
  '/': frontPage,
  '/search': searchPage,
  '/articles/:article': articlePage,
  '/articles/:article/versions': versionsPage,
  '/people': tagsPage('people'),
  '/people/:slug': tagPage('people'),
  '/topics': tagsPage('topics'),
  '/topics/:slug': tagPage('topics'),
  '/organizations': tagsPage('organizations'),
  '/organizations/:slug': tagPage('organizations'),
  '/places': tagsPage('places'),
  '/places/:slug': tagPage('places'),
  '/quotes': quotesPage,
};
