import type { AuthorityEntry } from '../../model/authority.ts';
import { mediaTopicEntry } from '../../model/media-topics.ts';
import type { TagId } from '../../model/tag.ts';
import { findMediaTopic, keywordKey } from './media-topic-names.ts';

/** A topic denoted by a source's keyword. */
export interface KeywordMatch {
  tag: TagId;
  name: string;
  /** 0 to 1. */
  confidence: number;
}

/** Confidence of a topic that the archive's own authority lists under the keyword. */
const authorityConfidence = 0.95;

/**
 * Prepares a function that maps a source's keyword or section to topics. It looks at the authority's names, aliases
 * and keywords first, then at the IPTC Media Topics. A path or list (`News / World / Asia`) matches part by part.
 */
export function createKeywordMatcher(
  topics: AuthorityEntry[],
): (keyword: string, language: string) => KeywordMatch[] {
  const byName = new Map<string, AuthorityEntry>();
  const byCode = new Map<string, AuthorityEntry>();
  for (const topic of topics) {
    for (const text of [topic.name, ...topic.aliases, ...topic.keywords]) {
      const key = keywordKey(text);
      if (key !== '' && !byName.has(key)) byName.set(key, topic);
    }
    const code = topic.externalIds.mediatopic;
    if (code) byCode.set(code, topic);
  }
  const match = (text: string, language: string): KeywordMatch | undefined => {
    const entry = byName.get(keywordKey(text));
    if (entry) return { tag: entry.id, name: entry.name, confidence: authorityConfidence };
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
