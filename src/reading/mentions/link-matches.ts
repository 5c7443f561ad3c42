import { certainEntries, chooseTarget } from './choose-target.ts';
import type { NameMatch, NameTarget } from './match-names.ts';
import type { RecognisedSpan } from './recognised-people.ts';
import type { LinkedSpan } from './token-span.ts';
import { tokenize } from './tokenize.ts';

/** Confidence of a link by kind of spelling. */
const confidences: Record<NameTarget['method'], number> = {
  'authority-name': 0.99,
  'authority-alias': 0.95,
  'authority-initial': 0.7,
};

/**
 * Decides which entry each match names. Single words for people ("Borrell" as an alias) are returned separately, since
 * they depend on who else is in the article.
 */
export function linkMatches(
  matches: NameMatch[],
  people: RecognisedSpan[],
): { certain: LinkedSpan[]; singleWords: LinkedSpan[] } {
  const named = certainEntries(matches);
  const certain: LinkedSpan[] = [];
  const singleWords: LinkedSpan[] = [];
  for (const match of matches) {
    const target = chooseTarget(match.targets, named);
    if (!target) continue;
    const { entry, method } = target;
    const isSingleWord = entry.type === 'person' && match.to - match.from === 1;
    if (method === 'authority-initial' && abbreviatesAnother(match, people)) continue;
    const confidence = isSingleWord ? confidences[method] - 0.2 : confidences[method];
    (isSingleWord ? singleWords : certain).push({
      in: match.in,
      from: match.from,
      to: match.to,
      entry,
      method,
      confidence,
      role: null,
    });
  }
  return { certain, singleWords };
}

/** True for "J. Borrell" if the article names a Jane Borrell in full. */
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
