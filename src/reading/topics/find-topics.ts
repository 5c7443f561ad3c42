import type { AuthorityEntry } from '../../model/authority.ts';
import type { Annotations, Draft } from '../../model/draft.ts';
import type { Mention } from '../../model/mention.ts';
import { createPhraseFinder } from './find-phrases.ts';
import { createKeywordMatcher } from './match-keyword.ts';
import { createRuleMatcher } from './match-rules.ts';
import { tokenizeFields } from './tokenized-field.ts';

/** Topics of an article: those mentioned in its text, and those inferred for the whole article. */
export type FoundTopics = Pick<Annotations, 'mentions' | 'inferredTopics'>;

/**
 * Prepares a topic finder; entries of other types are ignored. It takes an article and the people, organizations and
 * places already found in it, and returns
 * - mentions of topic phrases (`topic-phrase`), in reading order, and
 * - topics without a mention, surest first: inferred by rule (`topic-rule`) or from the source's own keywords and sections
 *   (`source-keyword`).
 *
 * Broader topics are not added; follow `broader`. Time is linear in the length of the text.
 */
export function createTopicFinder(
  authority: AuthorityEntry[],
): (draft: Draft, mentions: Mention[]) => FoundTopics {
  const topics = authority.filter((entry) => entry.type === 'topic');
  const findPhrases = createPhraseFinder(topics);
  const matchRules = createRuleMatcher(topics);
  const matchKeyword = createKeywordMatcher(topics);

  return (draft, mentions) => {
    const fields = tokenizeFields(draft);
    const named = fields.flatMap(findPhrases);
    const mentioned = new Set(named.map((mention) => mention.tag));
    const inferred = new Map<string, FoundTopics['inferredTopics'][number]>();
    const infer = (tag: string, name: string, method: string, confidence: number): void => {
      const before = inferred.get(tag)?.confidence ?? 0;
      if (!mentioned.has(tag) && confidence > before) inferred.set(tag, { tag, name, method, confidence });
    };
    for (const keyword of new Set([...draft.keywords, ...draft.sections])) {
      for (const { tag, name, confidence } of matchKeyword(keyword, draft.language)) {
        infer(tag, name, 'source-keyword', confidence);
      }
    }
    for (const [topic, confidence] of matchRules(fields, [...mentions, ...named])) {
      infer(topic.id, topic.name, 'topic-rule', confidence);
    }
    const inferredTopics = [...inferred.values()].sort(
      (a, b) => b.confidence - a.confidence || (a.tag < b.tag ? -1 : 1),
    );
    return { mentions: named, inferredTopics };
  };
}
