/** Entry point of an extraction thread. Prepares extraction once, then extracts from stored articles again. */
import { workerData } from 'piscina';
import type { UncorrectedArticle } from '../archive/results.ts';
import type { AuthorityEntry } from '../model/authority.ts';
import { createRereader } from './reread.ts';

const authority: AuthorityEntry[] = workerData;
const reread = createRereader(authority);

/** Extracts again from articles, in order. */
export default function rereadAll(articles: UncorrectedArticle[]): UncorrectedArticle[] {
  return articles.map(reread);
}
