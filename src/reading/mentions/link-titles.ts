import type { AuthorityEntry } from '../../news/authority.ts';
import type { Instant } from '../../news/instant.ts';
import type { FieldText } from './field-text.ts';
import { mayHoldOffice } from './holds-office.ts';
import { type Linked, type TokenSpan, textOf } from './linked.ts';
import { isCapital } from './name-context.ts';
import type { PhraseMatcher } from './phrase-matcher.ts';
import { isGrammar, isRoleHead } from './role-words.ts';

/** Words before a title that make it an office spoken of, or somebody else's. */
const notTheHolder =
  /^(?:former|ex|acting|deputy|vice|interim|next|future|incoming|outgoing|assistant|late|then|is|was|are|were|be|been|being|as|become|becomes|became|named|appointed|elected|a|an)$/;
const theOffice = /^(?:post|position|role|office|job|title|appointment)$/;

/**
 * Titles that stand alone for their holder ("the EU's high representative for foreign affairs and security
 * policy"). Beside a name a title is that person's role, and then no mention of its own; it is left to
 * `named` when the person is known, and to nobody when not. `at` is when the article was published.
 */
export function linkTitles(
  field: FieldText,
  matcher: PhraseMatcher<AuthorityEntry>,
  named: Linked[],
  people: TokenSpan[],
  at: Instant | null,
): Linked[] {
  const { tokens, cases } = field;
  const here = named.filter((other) => other.in === field);
  const found: Linked[] = [];
  for (let from = 0; from < tokens.length; from += 1) {
    const match = matcher(tokens, from);
    if (!match) continue;
    const span: TokenSpan = { in: field, from: match.from, to: match.to };
    from = match.to - 1;
    if (here.some((other) => other.from < span.to && span.from < other.to)) continue;
    if (standsBesideName(span, [...here, ...people]) || isOfficeOnly(span)) continue;
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
function standsBesideName({ in: field, from, to }: TokenSpan, names: TokenSpan[]): boolean {
  const { tokens } = field;
  const next = tokens[to]?.key === ',' || isRoleHead(tokens[to]) ? to + 1 : to;
  let before = from;
  while (/^(?:the|'s)$/.test(tokens[before - 1]?.key ?? '')) before -= 1;
  const opened = /^[,(–—]$/.test(tokens[before - 1]?.key ?? '') ? before - 1 : undefined;
  return names.some(
    (name) => name.in === field && (name.from === to || name.from === next || name.to === opened),
  );
}

/** "was named EU foreign policy chief", "the post of EU foreign policy chief", "deputy EU …". */
function isOfficeOnly({ in: { tokens }, from }: TokenSpan): boolean {
  let before = from - 1;
  if (tokens[before]?.key === 'the') before -= 1;
  if (notTheHolder.test(tokens[before]?.key ?? '')) return true;
  return tokens[before]?.key === 'of' && theOffice.test(tokens[before - 1]?.key ?? '');
}
