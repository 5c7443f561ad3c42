import type { AuthorityEntry } from '../../model/authority.ts';
import type { Linked } from './linked.ts';
import type { RecognisedSpan } from './recognised-people.ts';
import { isHonorific, isRoleHead } from './role-words.ts';
import { isNamedSurnameFirst } from './short-names.ts';
import type { TokenIndex } from './token-index.ts';
import { tokenize } from './tokenize.ts';

/**
 * Mentions by given name ("Daniel said") of somebody whom the article names in full. Only where the recogniser sees a
 * name of one word, no title stands before it ("King Daniel"), one person alone bears it, and it is nobody's surname.
 */
export function linkGivenNames(
  people: RecognisedSpan[],
  linked: TokenIndex<Linked>,
  named: Linked[],
  surnames: Set<string>,
): Linked[] {
  const bearers = new Map<string, Set<AuthorityEntry>>();
  for (const { entry } of named) {
    const [first] = tokenize(entry.name);
    if (!first || first.shape === 'initial' || isNamedSurnameFirst(entry.name, entry.country)) continue;
    bearers.set(first.key, (bearers.get(first.key) ?? new Set()).add(entry));
  }
  return people.flatMap((span) => {
    const { tokens } = span.in;
    const key = tokens[span.from]?.key ?? '';
    const before = tokens[span.from - 1];
    const [entry, ...others] = bearers.get(key) ?? [];
    if (span.to - span.from !== 1 || !entry || others.length > 0 || surnames.has(key)) return [];
    if (isHonorific(before) || isRoleHead(before) || linked.overlapping(span)) return [];
    const { in: field, from, to } = span;
    return [{ in: field, from, to, entry, method: 'given-name-in-article', confidence: 0.8, role: null }];
  });
}
