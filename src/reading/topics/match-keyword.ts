import type { AuthorityEntry } from '../../model/authority.ts';
import { mediaTopicEntry } from '../../model/media-topics.ts';
import type { TagId } from '../../model/tag.ts';
import { findMediaTopic, keywordKey } from './media-topic-names.ts';

/** The topic that a keyword of the source means. */
export interface KeywordMatch {
  tag: TagId;
  name: string;
  /** 0 to 1. */
  confidence: number;
}

/** How sure a keyword makes a topic that the archive's own authority has under it. */
const ownConfidence = 0.95;

/**
 * Prepares the mapping of sources' own keywords and sections to topics: an authority's names, aliases and
 * keywords first, then the IPTC Media Topics. A path or list (`News / World / Asia`) gives every topic that one
 * of its parts names.
 */
export function createKeywordMatcher(
  topics: AuthorityEntry[],
): (keyword: string, language: string) => KeywordMatch[] {
  const own = new Map<string, AuthorityEntry>();
  const byCode = new Map<string, AuthorityEntry>();
  for (const topic of topics) {
    for (const text of [topic.name, ...topic.aliases, ...topic.keywords]) {
      const key = keywordKey(text);
      if (key !== '' && !own.has(key)) own.set(key, topic);
    }
    const code = topic.externalIds.mediatopic;
    if (code) byCode.set(code, topic);
  }
  const match = (text: string, language: string): KeywordMatch | undefined => {
    const entry = own.get(keywordKey(text));
    if (entry) return { tag: entry.id, name: entry.name, confidence: ownConfidence };
    const found = findMediaTopic(text, language);
    if (!found) return undefined;
    const { id, name } = byCode.get(found.row.code) ?? mediaTopicEntry(found.row);
    return { tag: id, name, confidence: found.confidence };
  };
  return (keyword, language) => {
    const whole = match(keyword, language);
    if (whole) return [whole];
    const parts = keyword.split(/[,;|>/#]/);
    return parts.length === 1 ? [] : parts.flatMap((part) => match(part, language) ?? []);
  };
}
