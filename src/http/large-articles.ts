import { AsyncLocalStorage } from 'node:async_hooks';
import { LargeArticle } from '../archive/large-article.ts';

interface Work {
  metLargeArticle: boolean;
}

const works = new AsyncLocalStorage<Work>();

/**
 * Runs work that calls operations of the API in this process, such as a page. Throws LargeArticle if one of them threw
 * it, whatever the work made of that error.
 */
export async function withoutLargeArticles<T>(work: () => Promise<T>): Promise<T> {
  const own: Work = { metLargeArticle: false };
  const done = works.run(own, work);
  await done.catch(() => undefined);
  if (own.metLargeArticle) throw new LargeArticle('An operation needs an article that is too large for it.');
  return done;
}

/** Tells the work that called an operation of its error. Returns true if there is such a work. */
export function reportLargeArticle(): boolean {
  const work = works.getStore();
  if (work) work.metLargeArticle = true;
  return work !== undefined;
}
