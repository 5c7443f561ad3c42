import type { ArchiveReads } from '../archive/reads.ts';
import { ArticleCard } from '../model/article.ts';

const Identified = ArticleCard.pick({ id: true });

/** Returns the id of the article with an id, a slug or a former slug; undefined if there is none. */
export async function findArticleId(reads: ArchiveReads, reference: string): Promise<string | undefined> {
  const found = await reads.article(reference);
  const present = found.kind === 'moved' ? await reads.article(found.slug) : found;
  return present.kind === 'found' ? Identified.parse(JSON.parse(present.value)).id : undefined;
}
