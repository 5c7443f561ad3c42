import type { AuthorityEntry } from '../model/authority.ts';
import type { Annotations, Draft } from '../model/draft.ts';
import { type Field, fields, type Mention } from '../model/mention.ts';
import { createMentionFinder } from './mentions/create-mention-finder.ts';
import { createCreditFinder } from './mentions/find-credited.ts';
import { findQuotes } from './quotes/find-quotes.ts';
import { createTopicFinder } from './topics/find-topics.ts';

/**
 * Prepares extraction against an authority: who and what a draft is about, and who says what in it. First people,
 * organizations and places; then the quotes, whose speakers are among them; then the topics, which may follow from
 * them. Prepare once and use for many drafts: preparation reads the whole authority.
 */
export function createExtractor(authority: AuthorityEntry[]): (draft: Draft) => Annotations {
  const findMentions = createMentionFinder(authority);
  const findCredited = createCreditFinder(authority);
  const findTopics = createTopicFinder(authority);

  return (draft) => {
    const named = findMentions(draft);
    const quotes = findQuotes(draft.body, named.mentions, onlyAuthorOf(draft));
    const topics = findTopics(draft, named.mentions);
    return {
      mentions: [...named.mentions, ...topics.mentions, ...findCredited(draft)].toSorted(inReadingOrder),
      quotes,
      inferredTopics: topics.inferredTopics,
      discovered: named.discovered,
    };
  };
}

/** Name of the person who wrote an article alone, else null. */
function onlyAuthorOf({ authors }: Draft): string | null {
  const [author, ...others] = authors;
  return author?.kind === 'person' && others.length === 0 ? author.name : null;
}

function inReadingOrder(one: Mention, other: Mention): number {
  return (
    placeOf(one.field) - placeOf(other.field) ||
    (one.image ?? 0) - (other.image ?? 0) ||
    one.start - other.start ||
    other.end - one.end ||
    (one.tag < other.tag ? -1 : 1)
  );
}

function placeOf(field: Field): number {
  return fields.indexOf(field);
}
