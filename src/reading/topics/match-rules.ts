import type { AuthorityEntry, TopicRule } from '../../model/authority.ts';
import type { Mention } from '../../model/mention.ts';
import type { TagId } from '../../model/tag.ts';
import { createTermIndex } from './term-index.ts';
import { tokenAt } from './token-at.ts';
import type { TokenizedField } from './tokenized-field.ts';

/** Confidence by scope: the closer together the terms of a rule, the surer the topic. */
const confidences: Record<TopicRule['within'], number> = { sentence: 0.8, paragraph: 0.7, article: 0.55 };
/** Added for each further place that satisfies the rule. */
const confidencePerPlace = 0.05;
const maxConfidence = 0.95;

/** One group of a rule, which a word or tag satisfies. `rule` and `group` are indexes. */
interface Condition {
  rule: number;
  group: number;
}

/** Prepares a function that returns the topics whose rules an article satisfies, with confidences (0 to 1). */
export function createRuleMatcher(
  topics: AuthorityEntry[],
): (fields: TokenizedField[], mentions: Mention[]) => Map<AuthorityEntry, number> {
  const rules = topics.flatMap((topic) => topic.rules.map((rule) => ({ topic, ...rule })));
  const words: [string, Condition][] = [];
  const tags = new Map<TagId, Condition[]>();
  rules.forEach(({ all }, rule) => {
    all.forEach((members, group) => {
      for (const member of members) {
        if (member.startsWith('~')) words.push([member.slice(1), { rule, group }]);
        else tags.set(member, [...(tags.get(member) ?? []), { rule, group }]);
      }
    });
  });
  const index = createTermIndex(words);

  return (fields, mentions) => {
    /** Groups satisfied, as a bit set, by rule and place. */
    const satisfied = new Map<string, number>();
    /** Number of places that satisfy all groups, by rule. */
    const places = new Map<number, number>();
    const satisfy = ({ rule, group }: Condition, field: TokenizedField, token: number): void => {
      const { within = 'article', all = [] } = rules[rule] ?? {};
      const unit = { sentence: field.sentences[token], paragraph: field.paragraphs[token], article: 0 };
      const place = `${rule} ${unit[within]}`;
      const before = satisfied.get(place) ?? 0;
      const after = before | (1 << group);
      if (after === before) return;
      satisfied.set(place, after);
      if (after === 2 ** all.length - 1) places.set(rule, (places.get(rule) ?? 0) + 1);
    };
    for (const field of fields) {
      for (let at = 0; at < field.tokens.length; at += 1) {
        for (const { target } of index(field, at)) satisfy(target, field, at);
      }
    }
    for (const mention of mentions) {
      const conditions = tags.get(mention.tag);
      const field =
        conditions && fields.find((each) => each.field === mention.field && each.image === mention.image);
      if (!field) continue;
      const token = tokenAt(field.tokens, mention.start);
      for (const condition of conditions) satisfy(condition, field, token);
    }
    const byTopic = new Map<AuthorityEntry, number>();
    for (const [rule, count] of places) {
      const { topic, within } = rules[rule] ?? {};
      if (!topic || !within) continue;
      const sum = Math.min(maxConfidence, confidences[within] + confidencePerPlace * (count - 1));
      const confidence = Math.round(sum * 100) / 100;
      byTopic.set(topic, Math.max(confidence, byTopic.get(topic) ?? 0));
    }
    return byTopic;
  };
}
