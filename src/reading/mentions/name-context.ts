import type { TokenSpan } from './linked.ts';
import { readRoleBefore } from './read-role.ts';
import { isGrammar, isHonorific, isRoleHead } from './role-words.ts';
import type { TokenIndex } from './token-index.ts';
import type { Token } from './tokenize.ts';

const namedAfterPeople = words(`
  university airport college school academy institute institution foundation center centre hospital clinic library
  museum gallery stadium arena park square street avenue road boulevard highway bridge tunnel building tower hall
  theatre theater house plaza station terminal prize award medal cup trophy scholarship fund trust bank company co
  corporation corp inc ltd llc plc group holdings motors motor associates partners brothers sons records pictures
  studios church cathedral chapel mosque temple memorial monument county city township island islands river lake
  bay mountain mountains mount valley canyon beach peninsula strait sea forest dam base camp barracks shipyard
  act law bill amendment doctrine theorem syndrome disease index report commission dam carrier
  post times herald tribune journal gazette chronicle observer telegraph
`);
const beforeNamesakes = words('mount mt lake cape fort ft port camp uss hms hurricane typhoon cyclone storm');
const newspapers = words('post times herald tribune journal gazette chronicle observer telegraph');
/** What may follow a name after a hyphen without being part of it. */
const afterHyphen = words(`
  led era backed style like appointed based run born linked owned controlled friendly aligned held bound brokered
  funded sponsored built made administration
`);

/** Whether a name is part of another thing's: "Kennedy Airport", "Johns Hopkins University", "Lake Washington". */
export function isNamesake({ in: { tokens, cases }, from, to }: TokenSpan): boolean {
  if (beforeNamesakes.has(tokens[from - 1]?.key ?? '') && isCapital(tokens[from - 1])) return true;
  const reach = cases[from] === 'sentence' ? 3 : 1;
  for (let at = to; at < to + reach; at += 1) {
    const token = tokens[at];
    if (!isCapital(token) || isGrammar(token)) return false;
    if (token && namedAfterPeople.has(token.key) && !isSurnameThere(tokens, at)) return true;
  }
  return false;
}

/** "Park Geun-hye" after another name is a person. */
function isSurnameThere(tokens: Token[], at: number): boolean {
  return isCapital(tokens[at + 1]) && tokens[at + 2]?.tied === true;
}

/** Whether a place's name is a newspaper's: "Washington Post". */
export function isNewspaper({ in: { tokens }, to }: TokenSpan): boolean {
  const next = tokens[to];
  return isCapital(next) && newspapers.has(next?.key ?? '');
}

/** "England" in "the New England coast", "Ireland" in "N. Ireland", where the authority does not know the whole. */
export function isPartOfOtherPlace({ in: { tokens, cases }, from }: TokenSpan): boolean {
  const before = tokens[from - 1];
  if (before?.shape === 'initial') return /^[nsew]$/.test(before.key);
  return (
    before?.key === 'new' && isCapital(before) && cases[from] === 'sentence' && !isBreak(tokens[from - 2])
  );
}

/**
 * Whether a person's name is only a part of a longer one. `yes` is another person's name ("Kim" in "Kim Jong-un",
 * "Borrell" in "Maria Borrell"); `maybe` is a capital after it that may belong to it ("Warhol Polaroids").
 * `isKnown` says of a neighbouring token that it belongs to a place or organization ("EU Borrell").
 */
export function isPartOfLongerName(
  span: TokenSpan,
  names: TokenIndex<TokenSpan>,
  isKnown: (at: number) => boolean,
): 'no' | 'maybe' | 'yes' {
  const { tokens, cases } = span.in;
  const before = tokens[span.from - 1];
  const next = tokens[span.to];
  if (next?.tied && !isCompoundTail(next) && !isKnown(span.to)) return 'yes';
  if (tokens[span.from]?.tied && isCapital(before) && !isKnown(span.from - 1)) return 'yes';
  if (/^(?:jr|sr|ii|iii|iv)$/.test(next?.key ?? '')) return 'maybe';
  // "Kim Jong Un" in any letter case: a surname, then two syllables of which the last is tied.
  if (isCapital(next) && tokens[span.to + 1]?.tied && !isKnown(span.to)) return 'yes';
  // Where the recogniser sees just this name, no neighbour belongs to it.
  const name = names.at(span.in, span.from);
  if (name?.from === span.from && name.to === span.to) return 'no';
  const isWhole = span.to - span.from > 1;
  const isSentence = cases[span.from] === 'sentence';
  // In a headline the recogniser may take a verb for a name, so a whole name is believed there.
  if ((isSentence || !isWhole) && name && isWider(name, span)) return isSentence ? 'yes' : 'maybe';
  if (!isSentence) return 'no';
  const hasFirstName =
    !isWhole && isNameLike(before) && !isKnown(span.from - 1) && !isBreak(tokens[span.from - 2]);
  if (hasFirstName && !endsRole(tokens, span.from)) return 'yes';
  return isNameLike(next) && !isKnown(span.to) ? 'maybe' : 'no';
}

/** "President" before a name, or "Representative for Foreign Affairs and Security Policy". */
function endsRole(tokens: Token[], name: number): boolean {
  if (isRoleHead(tokens[name - 1])) return true;
  const role = readRoleBefore(tokens, name);
  if (!role) return false;
  const words = tokens.slice(role.from, role.to);
  const head = words.findIndex(isRoleHead);
  return words.some(({ key }, index) => index > head && (key === 'of' || key === 'for'));
}

function isWider(name: TokenSpan, span: TokenSpan): boolean {
  return name.from <= span.from && name.to >= span.to && name.to - name.from > span.to - span.from;
}

function isNameLike(token: Token | undefined): boolean {
  return isCapital(token) && !isGrammar(token) && !isHonorific(token);
}

function isBreak(token: Token | undefined): boolean {
  return token === undefined || /^[.!?¶:"“”'‘]$/.test(token.key);
}

/** The second half of a compound that is no name: "led" in "Borrell-led". */
export function isCompoundTail(token: Token | undefined): boolean {
  return token?.tied === true && token.shape === 'lower' && afterHyphen.has(token.key);
}

/** True for a word that begins with a capital. */
export function isCapital(token: Token | undefined): boolean {
  return token !== undefined && /^(?:capital|upper|initial)$/.test(token.shape);
}

function words(list: string): Set<string> {
  return new Set(list.trim().split(/\s+/));
}
