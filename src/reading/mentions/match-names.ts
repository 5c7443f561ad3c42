import type { AuthorityEntry } from '../../model/authority.ts';
import type { FieldText } from './field-text.ts';
import type { TokenSpan } from './linked.ts';
import { isNamesake, isNewspaper, isPartOfLongerName, isPartOfOtherPlace } from './name-context.ts';
import type { Spelling } from './name-variants.ts';
import type { PhraseMatcher } from './phrase-matcher.ts';
import type { TokenIndex } from './token-index.ts';

/** What one spelling of one entry stands for. */
export interface NameTarget {
  entry: AuthorityEntry;
  method: Spelling['method'];
}

/** A stretch of a field that the authority knows, with all it may stand for. */
export interface NameMatch extends TokenSpan {
  targets: NameTarget[];
}

/** Acronyms that a line of capitals cannot tell from a word. */
const wordsLikeAcronyms = new Set('who it is as at am an in on so no can are aid'.split(' '));

/**
 * The authority's names in a field, leftmost and longest first, none overlapping another. Names of people are
 * left out where they name something else ("Kennedy Airport") or are part of a longer name ("Kim" in
 * "Kim Jong-un"); places and organizations where they are part of a person's or newspaper's.
 * `people` are the spans in which the recogniser sees a person.
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
  return !isNamesake(match) && isPartOfLongerName(match, people, (at) => covered.has(at)) === 'no';
}

function isThing(match: NameMatch, people: TokenIndex<TokenSpan>): boolean {
  const { tokens, cases } = match.in;
  if (isNewspaper(match) || isPartOfOtherPlace(match)) return false;
  if (match.to - match.from > 1) return true;
  if (cases[match.from] === 'upper' && wordsLikeAcronyms.has(tokens[match.from]?.key ?? '')) return false;
  const name = people.at(match.in, match.from);
  return name === undefined || name.to - name.from === 1;
}
