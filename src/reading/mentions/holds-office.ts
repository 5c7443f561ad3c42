import type { AuthorityEntry } from '../../model/authority.ts';
import type { Instant } from '../../model/instant.ts';
import { tokenize } from './tokenize.ts';

/**
 * Whether an entry may be meant by a title at a time: true unless the entry's roles date the office and the time
 * lies outside. `at` null is an unknown time, which rules out nobody.
 */
export function mayHoldOffice(entry: AuthorityEntry, title: string, at: Instant | null): boolean {
  if (at === null) return true;
  const words = wordsOf(title);
  const roles = entry.roles.filter((role) => {
    // "Minister of National Defense" and "South Korean Defense Minister" share two words, and that is enough.
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
