import type { AuthorityEntry } from '../../model/authority.ts';
import type { FieldText } from './field-text.ts';
import { isNewspaper, isPartOfLongerName, isPartOfOtherPlace, isPartOfThing } from './name-context.ts';
import type { Spelling } from './name-variants.ts';
import type { PhraseMatcher } from './phrase-matcher.ts';
import type { TokenIndex } from './token-index.ts';
import type { TokenSpan } from './token-span.ts';

/** An entry and the kind of spelling that matched. */
export interface NameTarget {
  entry: AuthorityEntry;
  method: Spelling['method'];
}

/** A span that matches names of the authority. */
export interface NameMatch extends TokenSpan {
  targets: NameTarget[];
}

/** Words that look like acronyms in a line of capitals. */
const wordsLikeAcronyms = new Set('who it is as at am an in on so no can are aid'.split(' '));

/**
 * Finds the authority's names in a field, without overlaps; the leftmost, then the longest wins.
 *
 * Leaves out people inside other names ("Kennedy Airport", "Kim" in "Kim Jong-un"), and places and organizations inside
 * the names of people and newspapers. `people` are the spans recognised as people.
 */
export function matchNames(
  field: FieldText,
  matcher: PhraseMatcher<NameTarget>,
  people: TokenIndex<TokenSpan>,
): NameMatch[] {
  const found: NameMatch[] = [];
  const covered = new Set<number>();
  const raw: NameMatch[] = [];
  for (let at = 0; at < field.tokens.length; ) {
    const match = matcher(field.tokens, at);
    if (match) raw.push({ in: field, ...match });
    at = match ? match.to : at + 1;
  }
  for (const match of raw) {
    if (match.targets.every(({ entry }) => entry.type !== 'person')) {
      for (let at = match.from; at < match.to; at += 1) covered.add(at);
    }
  }
  for (const match of raw) {
    const targets = match.targets.filter(({ entry }) =>
      entry.type === 'person' ? isPerson(match, people, covered) : isThing(match, people),
    );
    if (targets.length > 0) found.push({ ...match, targets });
  }
  return found;
}

function isPerson(match: NameMatch, people: TokenIndex<TokenSpan>, covered: Set<number>): boolean {
  return !isPartOfThing(match) && isPartOfLongerName(match, people, (at) => covered.has(at)) === 'no';
}

function isThing(match: NameMatch, people: TokenIndex<TokenSpan>): boolean {
  const { tokens, cases } = match.in;
  if (isNewspaper(match) || isPartOfOtherPlace(match)) return false;
  if (match.to - match.from > 1) return true;
  if (cases[match.from] === 'upper' && wordsLikeAcronyms.has(tokens[match.from]?.key ?? '')) return false;
  const name = people.at(match.in, match.from);
  return name === undefined || name.to - name.from === 1;
}
