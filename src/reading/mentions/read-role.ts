import { isHeadlineVerb } from './headline-verbs.ts';
import { isCapital, isGrammar, isHonorific, isRoleHead, looksLikeVerb } from './role-words.ts';
import type { Token } from './tokenize.ts';

/** Tokens `from` to `to` (exclusive) of a role. */
export interface RoleSpan {
  from: number;
  to: number;
}

/** Maximum length of a role, in tokens. */
const maxLength = 16;
/** Lower-case words that begin a role in capitals. */
const leadsRole =
  /^(?:former|then|acting|deputy|vice|interim|outgoing|incoming|late|longtime|senior|assistant|retired)$/;

/**
 * Finds the role before a name (tokens `name` to `end`).
 *
 *     said [South Korean Foreign Minister] Cho Tae-yul
 *     with [Japan's Defence Minister] Gen Nakatani
 *     [EU High Representative for Foreign Affairs and Security Policy] Josep Borrell
 *     the [foreign minister], Cho Tae-yul
 */
export function readRoleBefore(tokens: Token[], name: number, end = name + 1): RoleSpan | undefined {
  let to = name;
  while (isHonorific(tokens[to - 1])) to -= 1;
  if (tokens[to - 1]?.key === ',' && isRoleHead(tokens[to - 2]) && isApposition(tokens, name, end)) to -= 1;
  let from = to;
  let capitals = false;
  for (let at = to - 1; at >= Math.max(0, to - maxLength); at -= 1) {
    const token = tokens[at];
    if (!token) break;
    if (token.key === "'s") {
      if (from === to) break;
      continue;
    }
    if (token.shape === 'mark' || token.shape === 'number') break;
    if (isGrammar(token) && (token.shape !== 'initial' || /^[ai]$/.test(token.key))) {
      if (!joinsCapitals(tokens, at)) break;
      continue;
    }
    if (looksLikeVerb(token) || isHeadlineVerb(tokens, at)) break;
    if (token.shape === 'lower') {
      // "met South Korean President Yoon": an ordinary word before the capitals is not part of the role.
      if (capitals && !token.tied && !tokens[at + 1]?.tied && !leadsRole.test(token.key)) break;
    } else capitals = true;
    from = at;
  }
  return tokens.slice(from, to).some(isRoleHead) ? { from, to } : undefined;
}

/** True for "…, Cho Tae-yul" and "…, Cho, said", but not for "To speak with the minister, Cho went out". */
function isApposition(tokens: Token[], name: number, end: number): boolean {
  return end - name > 1 || tokens[end]?.shape === 'mark';
}

/** True for "for" in "Representative for Foreign Affairs" and "and the" in "Trade and the Environment". */
function joinsCapitals(tokens: Token[], at: number): boolean {
  const token = tokens[at];
  if (!token || !/^(?:of|for|and|to|on|the|in|at)$/.test(token.key)) return false;
  const after = tokens[at + 1];
  let before = tokens[at - 1];
  if (token.key === 'the') {
    if (!before || !/^(?:of|for|to|in|at|and)$/.test(before.key)) return false;
    before = tokens[at - 2];
  }
  if (after?.key === 'the') return isCapital(before);
  return (
    isCapital(after) && isCapital(before) && (token.key !== 'in' || isRoleHead(before)) && !isGrammar(before)
  );
}

/**
 * Finds the role after a name (from token `after`), between commas, dashes or brackets. Leaves out a leading article.
 *
 *     Borrell, the [EU's high representative for foreign affairs and security policy], wrote
 *     Kim Yong-hyun ([defense minister])
 */
export function readRoleAfter(tokens: Token[], after: number): RoleSpan | undefined {
  const opener = tokens[after]?.key ?? '';
  if (!/^[,(–—]$/.test(opener)) return undefined;
  let from = after + 1;
  // "Kim, 52, a lawyer,"
  if (tokens[from]?.shape === 'number' && tokens[from + 1]?.key === ',') from += 2;
  if (/^(?:a|an|the)$/.test(tokens[from]?.key ?? '')) from += 1;
  if (tokens[from]?.key === 'and') return undefined;
  let head: number | undefined;
  let at = from;
  for (; at < tokens.length && at - from < 24; at += 1) {
    const token = tokens[at];
    if (!token) break;
    if (token.key === "'s") continue;
    if (token.shape === 'mark') break;
    if (isRoleHead(token)) {
      head = at;
      continue;
    }
    const isVerb = looksLikeVerb(token) || isHeadlineVerb(tokens, at);
    if (head === undefined) {
      if (token.shape === 'number' || isVerb) return undefined;
      if (isGrammar(token) && !/^(?:his|her|their|its|one|new|first|current|then|and|of)$/.test(token.key))
        return undefined;
    } else if (
      isGrammar(token) &&
      !/^(?:of|for|to|at|in|and|on|the|a|an|s|with|its|his|her|their|from|new)$/.test(token.key)
    ) {
      break;
    } else if (isVerb) break;
  }
  if (head === undefined) return undefined;
  const closer = tokens[at]?.key;
  if (closer !== undefined && !/^[,.;:)–—¶!?"”]$/.test(closer) && !isGrammar(tokens[at])) return undefined;
  let to = at;
  while (to > from && isGrammar(tokens[to - 1])) to -= 1;
  return to > from ? { from, to } : undefined;
}
