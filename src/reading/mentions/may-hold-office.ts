import type { AuthorityEntry } from '../../model/authority.ts';
import type { Instant } from '../../model/instant.ts';
import { tokenize } from './tokenize.ts';

/**
 * True if a person can hold the office of a title at a time. False only if the entry dates that office and the time is
 * outside. Always true if `at` is null (unknown).
 */
export function mayHoldOffice(entry: AuthorityEntry, title: string, at: Instant | null): boolean {
  if (at === null) return true;
  const words = wordsOf(title);
  const roles = entry.roles.filter((role) => {
    // Two common words are enough: "Minister of National Defense", "South Korean Defense Minister".
    const shared = wordsOf(role.title).intersection(words).size;
    return shared >= Math.min(2, wordsOf(role.title).size);
  });
  if (roles.length === 0) return true;
  return roles.some(
    ({ from, to }) => (from === null || from <= at) && (to === null || at.slice(0, to.length) <= to),
  );
}

function wordsOf(text: string): Set<string> {
  return new Set(
    tokenize(text)
      .filter((token) => token.shape !== 'mark' && !/^(?:the|a|an|of|for|and)$/.test(token.key))
      .map((token) => token.key),
  );
}
