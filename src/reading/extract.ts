import type { AuthorityEntry } from '../model/authority.ts';
import type { Annotations, Draft } from '../model/draft.ts';
import { fields, type Mention } from '../model/mention.ts';
import { createCreditFinder } from './mentions/create-credit-finder.ts';
import { createMentionFinder } from './mentions/create-mention-finder.ts';
import { createStatedLinker } from './mentions/link-stated.ts';
import { findQuotes } from './quotes/find-quotes.ts';
import { createTopicFinder } from './topics/find-topics.ts';

/**
 * Prepares a function that finds mentions, quotes and topics in a draft. Speakers of quotes and inferred topics depend
 * on the mentions. Preparation reads the whole authority, so reuse the function for many drafts.
 */
export function createExtractor(authority: AuthorityEntry[]): (draft: Draft) => Annotations {
  const findMentions = createMentionFinder(authority);
  const linkStated = createStatedLinker(authority);
  const findCredited = createCreditFinder(authority);
  const findTopics = createTopicFinder(authority);

  return (draft) => {
    const found = linkStated(draft, findMentions(draft));
    const quotes = findQuotes(draft.body, found.mentions, onlyAuthorOf(draft));
    const topics = findTopics(draft, found.mentions);
    const mentioned = new Set(topics.mentions.map(({ tag }) => tag));
    const stated = found.inferred.filter(({ tag }) => !mentioned.has(tag));
    const isStated = new Set(stated.map(({ tag }) => tag));
    return {
      mentions: [...found.mentions, ...topics.mentions, ...findCredited(draft)].toSorted(inReadingOrder),
      quotes,
      inferredTopics: [...stated, ...topics.inferredTopics.filter(({ tag }) => !isStated.has(tag))],
      discovered: found.discovered,
      ...(found.identities.length > 0 && { identities: found.identities }),
    };
  };
}

/** Returns the author's name if a single person wrote the article, else null. */
function onlyAuthorOf({ authors }: Draft): string | null {
  const [author, ...others] = authors;
  return author?.kind === 'person' && others.length === 0 ? author.name : null;
}

function inReadingOrder(one: Mention, other: Mention): number {
  return (
    fields.indexOf(one.field) - fields.indexOf(other.field) ||
    (one.image ?? 0) - (other.image ?? 0) ||
    one.start - other.start ||
    other.end - one.end ||
    (one.tag < other.tag ? -1 : 1)
  );
}
