import { certainEntries, chooseTarget } from './choose-entry.ts';
import type { Linked } from './linked.ts';
import type { NameMatch, NameTarget } from './match-names.ts';
import type { RecognisedSpan } from './recognised-people.ts';
import { tokenize } from './tokenize.ts';

/** How sure each way of writing a name makes a link. */
const confidences: Record<NameTarget['method'], number> = {
  'authority-name': 0.99,
  'authority-alias': 0.95,
  'authority-initial': 0.7,
};

/**
 * Settles whom each match names. Single words for people ("Borrell" as an alias) stay `brief` until it is known
 * who is in the article.
 */
export function linkMatches(
  matches: NameMatch[],
  people: RecognisedSpan[],
): { sure: Linked[]; brief: Linked[] } {
  const certain = certainEntries(matches);
  const sure: Linked[] = [];
  const brief: Linked[] = [];
  for (const match of matches) {
    const target = chooseTarget(match.targets, certain);
    if (!target) continue;
    const { entry, method } = target;
    const isBrief = entry.type === 'person' && match.to - match.from === 1;
    if (method === 'authority-initial' && abbreviatesAnother(match, people)) continue;
    const confidence = isBrief ? confidences[method] - 0.2 : confidences[method];
    (isBrief ? brief : sure).push({
      in: match.in,
      from: match.from,
      to: match.to,
      entry,
      method,
      confidence,
      role: null,
    });
  }
  return { sure, brief };
}

/** "J. Borrell" where the article names a Jane Borrell in full. */
function abbreviatesAnother(match: NameMatch, people: RecognisedSpan[]): boolean {
  const { tokens } = match.in;
  return people.some((name) => {
    const first = name.in.tokens[name.from];
    return (
      first !== undefined &&
      first.shape !== 'initial' &&
      first.key[0] === tokens[match.from]?.key &&
      name.in.tokens[name.to - 1]?.key === tokens[match.to - 1]?.key &&
      !tokenize(match.targets[0]?.entry.name ?? '').some(({ key }) => key === first.key)
    );
  });
}
