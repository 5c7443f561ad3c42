import type { AuthorityEntry } from '../../model/authority.ts';
import type { RecognisedSpan } from './recognised-people.ts';
import { isHonorific, isRoleHead } from './role-words.ts';
import { isNamedSurnameFirst } from './short-names.ts';
import type { TokenIndex } from './token-index.ts';
import type { LinkedSpan } from './token-span.ts';
import { tokenize } from './tokenize.ts';

/**
 * Links given names ("Daniel said") to people whom the article names in full. The recogniser must see a one-word name
 * without a title before it ("King Daniel"), a single person must have it, and it must not be a surname.
 */
export function linkGivenNames(
  people: RecognisedSpan[],
  linked: TokenIndex<LinkedSpan>,
  named: LinkedSpan[],
  surnames: Set<string>,
): LinkedSpan[] {
  const candidates = new Map<string, Set<AuthorityEntry>>();
  for (const { entry } of named) {
    const [first] = tokenize(entry.name);
    if (!first || first.shape === 'initial' || isNamedSurnameFirst(entry.name, entry.country)) continue;
    candidates.set(first.key, (candidates.get(first.key) ?? new Set()).add(entry));
  }
  return people.flatMap((span) => {
    const { tokens } = span.in;
    const key = tokens[span.from]?.key ?? '';
    const before = tokens[span.from - 1];
    const bearers = candidates.get(key);
    const [entry] = bearers?.size === 1 ? bearers : [];
    if (span.to - span.from !== 1 || !entry || surnames.has(key)) return [];
    if (isHonorific(before) || isRoleHead(before) || linked.overlapping(span)) return [];
    const { in: field, from, to } = span;
    return [{ in: field, from, to, entry, method: 'given-name-in-article', confidence: 0.8, role: null }];
  });
}
