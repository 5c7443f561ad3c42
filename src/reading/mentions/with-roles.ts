import { type Linked, type TokenSpan, textOf } from './linked.ts';
import { readRoleAfter, readRoleBefore } from './read-role.ts';
import type { TokenIndex } from './token-index.ts';

/** The same mentions with the roles that lead up to them or follow; a phrase that names another person is no role. */
export function withRoles(linked: Linked[], people: TokenIndex<TokenSpan>): Linked[] {
  return linked.map((name) => {
    const { tokens } = name.in;
    const role = readRoleBefore(tokens, name.from, name.to) ?? readRoleAfter(tokens, name.to);
    if (!role || people.overlapping({ in: name.in, ...role })) return name;
    return { ...name, role: textOf({ in: name.in, ...role }) };
  });
}
