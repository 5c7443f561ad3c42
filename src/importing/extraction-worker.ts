/** The entry of an extraction thread: it prepares extraction once and then looks through stored articles. */
import { workerData } from 'piscina';
import type { UncorrectedArticle } from '../archive/answers.ts';
import type { AuthorityEntry } from '../model/authority.ts';
import { createRereader } from './reread.ts';

const authority: AuthorityEntry[] = workerData;
const reread = createRereader(authority);

/** Looks through articles again, in their order. */
export default function rereadAll(articles: UncorrectedArticle[]): UncorrectedArticle[] {
  return articles.map(reread);
}
