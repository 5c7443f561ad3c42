import type { AuthorityEntry } from '../../model/authority.ts';
import type { Annotations, Draft } from '../../model/draft.ts';
import type { Mention } from '../../model/mention.ts';
import { createRules } from './apply-rules.ts';
import { createPhraseFinder } from './find-phrases.ts';
import { createKeywordMatcher } from './match-keyword.ts';
import { stretchesOf } from './stretches.ts';

/** The topics of an article: those that a span names, and those that hold without one. */
export type FoundTopics = Pick<Annotations, 'mentions' | 'inferredTopics'>;

/**
 * Prepares the search for topics; entries of other types are left aside. The function takes an article and the
 * people, organizations and places already found in it, and gives
 * - mentions where a phrase of a topic stands (`topic-phrase`), in reading order, and
 * - topics inferred for the whole article, surest first: by rule (`topic-rule`) or because the source's own
 *   keyword says so (`source-keyword`), unless a mention shows them already.
 *
 * Wider topics are not repeated here; they are reached through `broader`. Linear in the length of the text.
 */
export function createTopicFinder(
  authority: AuthorityEntry[],
): (draft: Draft, mentions: Mention[]) => FoundTopics {
  const topics = authority.filter((entry) => entry.type === 'topic');
  const findPhrases = createPhraseFinder(topics);
  const applyRules = createRules(topics);
  const matchKeyword = createKeywordMatcher(topics);

  return (draft, mentions) => {
    const stretches = stretchesOf(draft);
    const named = stretches.flatMap(findPhrases);
    const shown = new Set(named.map((mention) => mention.tag));
    const inferred = new Map<string, FoundTopics['inferredTopics'][number]>();
    const infer = (tag: string, name: string, method: string, confidence: number): void => {
      const before = inferred.get(tag)?.confidence ?? 0;
      if (!shown.has(tag) && confidence > before) inferred.set(tag, { tag, name, method, confidence });
    };
    for (const keyword of draft.keywords) {
      for (const { tag, name, confidence } of matchKeyword(keyword, draft.language)) {
        infer(tag, name, 'source-keyword', confidence);
      }
    }
    for (const [topic, confidence] of applyRules(stretches, [...mentions, ...named])) {
      infer(topic.id, topic.name, 'topic-rule', confidence);
    }
    const inferredTopics = [...inferred.values()].sort(
      (a, b) => b.confidence - a.confidence || (a.tag < b.tag ? -1 : 1),
    );
    return { mentions: named, inferredTopics };
  };
}
