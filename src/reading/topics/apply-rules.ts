import type { AuthorityEntry, TopicRule } from '../../model/authority.ts';
import type { Mention } from '../../model/mention.ts';
import type { TagId } from '../../model/tag.ts';
import type { Stretch } from './stretches.ts';
import { createTermIndex } from './term-index.ts';
import { tokenAt } from './token-at.ts';

/** The closer together what a rule asks for, the surer the topic. Each further place that meets it adds a little. */
const confidences: Record<TopicRule['within'], number> = { sentence: 0.8, paragraph: 0.7, article: 0.55 };
const further = 0.05;
const ceiling = 0.95;

/** A group of a rule that a word or tag meets. */
interface Condition {
  rule: number;
  group: number;
}

/** Prepares topic rules. The function gives, by topic, how sure the article's words and mentions make it. */
export function createRules(
  topics: AuthorityEntry[],
): (stretches: Stretch[], mentions: Mention[]) => Map<AuthorityEntry, number> {
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

  return (stretches, mentions) => {
    /** By rule and place: the groups met there, a bit each. */
    const met = new Map<string, number>();
    const places = new Map<number, number>();
    const meet = ({ rule, group }: Condition, stretch: Stretch, token: number): void => {
      const { within = 'article', all = [] } = rules[rule] ?? {};
      const unit = { sentence: stretch.sentences[token], paragraph: stretch.paragraphs[token], article: 0 };
      const place = `${rule} ${unit[within]}`;
      const before = met.get(place) ?? 0;
      const after = before | (1 << group);
      if (after === before) return;
      met.set(place, after);
      if (after === 2 ** all.length - 1) places.set(rule, (places.get(rule) ?? 0) + 1);
    };
    for (const stretch of stretches) {
      for (let at = 0; at < stretch.tokens.length; at += 1) {
        for (const { target } of index(stretch, at)) meet(target, stretch, at);
      }
    }
    for (const mention of mentions) {
      const conditions = tags.get(mention.tag);
      const stretch =
        conditions &&
        stretches.find(({ field, image }) => field === mention.field && image === mention.image);
      if (!stretch) continue;
      const token = tokenAt(stretch.tokens, mention.start);
      for (const condition of conditions) meet(condition, stretch, token);
    }
    const sure = new Map<AuthorityEntry, number>();
    for (const [rule, count] of places) {
      const { topic, within } = rules[rule] ?? {};
      if (!topic || !within) continue;
      const sum = Math.min(ceiling, confidences[within] + further * (count - 1));
      const confidence = Math.round(sum * 100) / 100;
      sure.set(topic, Math.max(confidence, sure.get(topic) ?? 0));
    }
    return sure;
  };
}
