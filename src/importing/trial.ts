import { z } from 'zod';
import { contentDigest, type PreparedArticle } from '../archive/core/article-json/prepared-article.ts';
import type { ArchiveReads } from '../archive/reads.ts';

const Card = z.object({ contentHash: z.string() });

/** Maximum number of articles of a dry run that are remembered, which bounds memory. */
const maxRemembered = 1_000_000;

/** Tells what an import would do with articles, without writing them. */
export interface Trial {
  outcomeOf(article: PreparedArticle): Promise<'new' | 'changed' | 'same'>;
}

/** Creates a trial. Content that the archive has under another id, and that did not come before, counts as new. */
export function createTrial(reads: ArchiveReads): Trial {
  /** Contents of the run by id, and all of them. */
  const contents = new Map<string, string>();
  const seen = new Set<string>();

  const storedContent = async (id: string): Promise<string | undefined> => {
    const card = (await reads.matchingCards([id], {})).get(id);
    return card === undefined ? undefined : contentDigest(Card.parse(JSON.parse(String(card))).contentHash);
  };
  return {
    async outcomeOf({ id, content }) {
      const before = contents.get(id) ?? (await storedContent(id));
      const isSeen = seen.has(content);
      if (contents.size < maxRemembered) {
        contents.set(id, content);
        seen.add(content);
      }
      if (before === undefined) return isSeen ? 'same' : 'new';
      return before === content ? 'same' : 'changed';
    },
  };
}
