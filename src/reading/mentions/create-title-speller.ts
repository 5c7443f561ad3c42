import type { AuthorityEntry } from '../../model/authority.ts';
import { tokenize } from './tokenize.ts';

/**
 * Prepares a function that returns the variants of a title. A title that begins with an organization or place has a
 * variant for each of its names: "EU High Representative", "European Union High Representative".
 */
export function createTitleSpeller(authority: AuthorityEntry[]): (title: string) => string[] {
  const owners = new Map<string, AuthorityEntry>();
  for (const entry of authority) {
    if (entry.type !== 'organization' && entry.type !== 'place') continue;
    for (const name of [entry.name, ...entry.aliases]) owners.set(keyOf(name), entry);
  }
  return (title) => {
    const tokens = tokenize(title);
    for (let count = Math.min(4, tokens.length - 1); count > 0; count -= 1) {
      const end = tokens[count - 1]?.end ?? 0;
      const owner = owners.get(keyOf(title.slice(0, end)));
      if (owner)
        return [title, ...[owner.name, ...owner.aliases].map((name) => `${name}${title.slice(end)}`)];
    }
    return [title];
  };
}

function keyOf(name: string): string {
  return tokenize(name)
    .map((token) => token.key)
    .join(' ');
}
