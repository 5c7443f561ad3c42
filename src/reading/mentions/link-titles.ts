import type { AuthorityEntry } from '../../model/authority.ts';
import type { Instant } from '../../model/instant.ts';
import type { FieldText } from './field-text.ts';
import { mayHoldOffice } from './may-hold-office.ts';
import type { PhraseMatcher } from './phrase-matcher.ts';
import { isCapital, isGrammar, isRoleHead } from './role-words.ts';
import type { TokenIndex } from './token-index.ts';
import { type LinkedSpan, type TokenSpan, textOf } from './token-span.ts';

/** Words before a title that show that its holder is not meant: "former", "was named". */
const notTheHolder =
  /^(?:former|ex|acting|deputy|vice|interim|next|future|incoming|outgoing|assistant|late|then|is|was|are|were|be|been|being|as|become|becomes|became|named|appointed|elected|a|an)$/;
/** Nouns before "of" and a title that mean the office: "the post of". */
const theOffice = /^(?:post|position|role|office|job|title|appointment)$/;

/**
 * Links titles used instead of a name ("the EU's high representative for foreign affairs and security policy"). A title
 * next to a name is that person's role, not a mention. `names` are all people linked or recognised; `at` is the time of
 * publication.
 */
export function linkTitles(
  field: FieldText,
  matcher: PhraseMatcher<AuthorityEntry>,
  names: TokenIndex<TokenSpan>,
  at: Instant | null,
): LinkedSpan[] {
  const { tokens, cases } = field;
  const found: LinkedSpan[] = [];
  for (let from = 0; from < tokens.length; from += 1) {
    const match = matcher(tokens, from);
    if (!match) continue;
    const span: TokenSpan = { in: field, from: match.from, to: match.to };
    from = match.to - 1;
    if (names.overlapping(span)) continue;
    if (isNextToName(span, names) || isOfficeOnly(span)) continue;
    if (cases[span.from] === 'sentence' && isCapital(tokens[span.to]) && !isGrammar(tokens[span.to]))
      continue;
    const title = textOf(span);
    const holders = match.targets.filter((entry) => mayHoldOffice(entry, title, at));
    const [entry] = holders;
    if (!entry || holders.length > 1) continue;
    found.push({ ...span, entry, method: 'title', confidence: 0.8, role: title });
  }
  return found;
}

/** True for a title in "… Josep Borrell", "…, Josep Borrell,", "Borrell, the EU's …", "Borrell (EU …)". */
function isNextToName({ in: field, from, to }: TokenSpan, names: TokenIndex<TokenSpan>): boolean {
  const { tokens } = field;
  const next = tokens[to]?.key === ',' || isRoleHead(tokens[to]) ? to + 1 : to;
  let before = from;
  while (/^(?:the|'s)$/.test(tokens[before - 1]?.key ?? '')) before -= 1;
  const isOpened = /^[,(–—]$/.test(tokens[before - 1]?.key ?? '');
  return (
    names.at(field, to)?.from === to ||
    names.at(field, next)?.from === next ||
    (isOpened && names.at(field, before - 2) !== undefined)
  );
}

/** True for a title in "was named EU foreign policy chief", "the post of EU foreign policy chief", "deputy EU …". */
function isOfficeOnly({ in: { tokens }, from }: TokenSpan): boolean {
  let before = from - 1;
  if (tokens[before]?.key === 'the') before -= 1;
  if (notTheHolder.test(tokens[before]?.key ?? '')) return true;
  return tokens[before]?.key === 'of' && theOffice.test(tokens[before - 1]?.key ?? '');
}
