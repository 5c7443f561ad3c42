import type { ArchiveReads } from '../../archive/reads.ts';
import type { Withdrawn } from '../../archive/state-results.ts';
import type { ArticleFilter } from '../../model/query.ts';

/** Maximum number of withdrawn articles in a feed. Clients that come later read the change log. */
const maxWithdrawn = 50;

/**
 * Returns the articles that were withdrawn last of a list: of all articles, or of a source. Other lists have none,
 * because the tags of a withdrawn article are not kept where lists are read.
 */
export async function withdrawnEntries(
  archive: ArchiveReads,
  { tags, ...others }: ArticleFilter,
): Promise<Withdrawn[]> {
  if (Object.keys(others).length > 0) return [];
  if (tags === undefined) return archive.withdrawals({ limit: maxWithdrawn });
  if (tags.kind !== 'tag' || tags.tag.type !== 'source') return [];
  return archive.withdrawals({ source: tags.tag.slug, limit: maxWithdrawn });
}
