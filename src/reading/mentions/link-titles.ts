import type { AuthorityEntry } from '../../model/authority.ts';
import type { Instant } from '../../model/instant.ts';
import type { FieldText } from './field-text.ts';
import { mayHoldOffice } from './holds-office.ts';
import { type Linked, type TokenSpan, textOf } from './linked.ts';
import { isCapital } from './name-context.ts';
import type { PhraseMatcher } from './phrase-matcher.ts';
import { isGrammar, isRoleHead } from './role-words.ts';
import type { TokenIndex } from './token-index.ts';

/** Words before a title that make it an office spoken of, or somebody else's. */
const notTheHolder =
  /^(?:former|ex|acting|deputy|vice|interim|next|future|incoming|outgoing|assistant|late|then|is|was|are|were|be|been|being|as|become|becomes|became|named|appointed|elected|a|an)$/;
const theOffice = /^(?:post|position|role|office|job|title|appointment)$/;

/**
 * Titles that stand alone for their holder ("the EU's high representative for foreign affairs and security
 * policy"). Beside a name a title is that person's role, and then no mention of its own; it is left to
 * the role of that mention when the person is known, and to nobody when not. `names` are the people linked and seen. `at` is when the article was published.
 */
export function linkTitles(
  field: FieldText,
  matcher: PhraseMatcher<AuthorityEntry>,
  names: TokenIndex<TokenSpan>,
  at: Instant | null,
): Linked[] {
  const { tokens, cases } = field;
  const found: Linked[] = [];
  for (let from = 0; from < tokens.length; from += 1) {
    const match = matcher(tokens, from);
    if (!match) continue;
    const span: TokenSpan = { in: field, from: match.from, to: match.to };
    from = match.to - 1;
    if (names.overlapping(span)) continue;
    if (standsBesideName(span, names) || isOfficeOnly(span)) continue;
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

/** "… Josep Borrell", "…, Josep Borrell,", "Borrell, the EU's …", "Borrell (EU …)". */
function standsBesideName({ in: field, from, to }: TokenSpan, names: TokenIndex<TokenSpan>): boolean {
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

/** "was named EU foreign policy chief", "the post of EU foreign policy chief", "deputy EU …". */
function isOfficeOnly({ in: { tokens }, from }: TokenSpan): boolean {
  let before = from - 1;
  if (tokens[before]?.key === 'the') before -= 1;
  if (notTheHolder.test(tokens[before]?.key ?? '')) return true;
  return tokens[before]?.key === 'of' && theOffice.test(tokens[before - 1]?.key ?? '');
}
