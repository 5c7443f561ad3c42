import { readRoleAfter, readRoleBefore } from './read-role.ts';
import type { TokenIndex } from './token-index.ts';
import { type LinkedSpan, type TokenSpan, textOf } from './token-span.ts';

/** Adds the roles before or after names. A phrase that contains another person's name is not a role. */
export function withRoles(linked: LinkedSpan[], people: TokenIndex<TokenSpan>): LinkedSpan[] {
  return linked.map((name) => {
    const { tokens } = name.in;
    const role = readRoleBefore(tokens, name.from, name.to) ?? readRoleAfter(tokens, name.to);
    if (!role || people.overlapping({ in: name.in, ...role })) return name;
    return { ...name, role: textOf({ in: name.in, ...role }) };
  });
}
