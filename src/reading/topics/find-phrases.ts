import type { AuthorityEntry } from '../../model/authority.ts';
import type { Mention } from '../../model/mention.ts';
import { createTermIndex, type TermMatch } from './term-index.ts';
import type { TokenizedField } from './tokenized-field.ts';

/** Confidence by kind of phrase. A topic's name is chosen to be unambiguous, an alias or acronym less so. */
const confidences = { name: 0.95, alias: 0.9, acronym: 0.8 };

interface Phrase {
  topic: AuthorityEntry;
  confidence: number;
}

/** Prepares a finder of topic names and aliases. Of overlapping phrases, the earliest wins, then the longest. */
export function createPhraseFinder(topics: AuthorityEntry[]): (field: TokenizedField) => Mention[] {
  const index = createTermIndex<Phrase>(
    topics.flatMap((topic): [string, Phrase][] => [
      [topic.name, { topic, confidence: confidences.name }],
      ...topic.aliases.map((alias): [string, Phrase] => [alias, { topic, confidence: confidenceOf(alias) }]),
    ]),
  );
  return (field) => {
    const mentions: Mention[] = [];
    for (let at = 0; at < field.tokens.length; at += 1) {
      const matches = index(field, at);
      const to = matches.at(-1)?.to;
      if (to === undefined) continue;
      const longest = new Map<string, Mention>();
      for (const match of matches) {
        const mention = match.to === to ? mentionOf(field, match) : undefined;
        if (mention && !longest.has(mention.tag)) longest.set(mention.tag, mention);
      }
      mentions.push(...longest.values());
      at = to - 1;
    }
    return mentions;
  };
}

function confidenceOf(alias: string): number {
  return /^[\p{Lu}\p{N}.]+$/u.test(alias) ? confidences.acronym : confidences.alias;
}

function mentionOf(field: TokenizedField, { from, to, target }: TermMatch<Phrase>): Mention | undefined {
  const start = field.tokens[from]?.start;
  const end = field.tokens[to - 1]?.end;
  if (start === undefined || end === undefined) return undefined;
  return {
    tag: target.topic.id,
    name: target.topic.name,
    field: field.field,
    image: field.image,
    start,
    end,
    exact: field.text.slice(start, end),
    role: null,
    method: 'topic-phrase',
    confidence: target.confidence,
  };
}
