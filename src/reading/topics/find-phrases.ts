import type { AuthorityEntry } from '../../model/authority.ts';
import type { Mention } from '../../model/mention.ts';
import type { Stretch } from './stretches.ts';
import { createTermIndex, type TermMatch } from './term-index.ts';

/** How sure a phrase makes a topic: its name is chosen to be telling, an alias or an acronym less so. */
const confidences = { name: 0.95, alias: 0.9, acronym: 0.8 };

interface Phrase {
  topic: AuthorityEntry;
  confidence: number;
}

/**
 * Prepares the search for topics by their names and aliases. Where phrases overlap, the earlier and then the
 * longer one is the mention.
 */
export function createPhraseFinder(topics: AuthorityEntry[]): (stretch: Stretch) => Mention[] {
  const index = createTermIndex<Phrase>(
    topics.flatMap((topic): [string, Phrase][] => [
      [topic.name, { topic, confidence: confidences.name }],
      ...topic.aliases.map((alias): [string, Phrase] => [alias, { topic, confidence: confidenceOf(alias) }]),
    ]),
  );
  return (stretch) => {
    const mentions: Mention[] = [];
    for (let at = 0; at < stretch.tokens.length; at += 1) {
      const matches = index(stretch, at);
      const to = matches.at(-1)?.to;
      if (to === undefined) continue;
      const longest = new Map<string, Mention>();
      for (const match of matches) {
        const mention = match.to === to ? mentionOf(stretch, match) : undefined;
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

function mentionOf(stretch: Stretch, { from, to, target }: TermMatch<Phrase>): Mention | undefined {
  const start = stretch.tokens[from]?.start;
  const end = stretch.tokens[to - 1]?.end;
  if (start === undefined || end === undefined) return undefined;
  return {
    tag: target.topic.id,
    name: target.topic.name,
    field: stretch.field,
    image: stretch.image,
    start,
    end,
    exact: stretch.text.slice(start, end),
    role: null,
    method: 'topic-phrase',
    confidence: target.confidence,
  };
}
