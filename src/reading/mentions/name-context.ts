import { readRoleBefore } from './read-role.ts';
import { isCapital, isGrammar, isHonorific, isRoleHead } from './role-words.ts';
import type { TokenIndex } from './token-index.ts';
import type { TokenSpan } from './token-span.ts';
import type { Token } from './tokenize.ts';

/** Words that make a thing of the name before them: "Kennedy Airport". */
const thingWords = words(`
  university airport college school academy institute institution foundation center centre hospital clinic library
  museum gallery stadium arena park square street avenue road boulevard highway bridge tunnel building tower hall
  theatre theater house plaza station terminal prize award medal cup trophy scholarship fund trust bank company co
  corporation corp inc ltd llc plc group holdings motors motor associates partners brothers sons records pictures
  studios church cathedral chapel mosque temple memorial monument county city township island islands river lake
  bay mountain mountains mount valley canyon beach peninsula strait sea forest dam base camp barracks shipyard
  act law bill amendment doctrine theorem syndrome disease index report commission dam carrier
  post times herald tribune journal gazette chronicle observer telegraph
`);
/** Words that make a thing of the name after them: "Hurricane Maria". */
const wordsBeforeThing = words(
  'mount mt lake cape fort ft port camp uss hms hurricane typhoon cyclone storm',
);
const newspapers = words('post times herald tribune journal gazette chronicle observer telegraph');
/** Words after a hyphen that are not part of a name: "Borrell-led". */
const afterHyphen = words(`
  led era backed style like appointed based run born linked owned controlled friendly aligned held bound brokered
  funded sponsored built made administration
`);

/** True if a name is part of a thing's name: "Kennedy Airport", "Johns Hopkins University", "Lake Washington". */
export function isPartOfThing({ in: { tokens, cases }, from, to }: TokenSpan): boolean {
  if (wordsBeforeThing.has(tokens[from - 1]?.key ?? '') && isCapital(tokens[from - 1])) return true;
  const reach = cases[from] === 'sentence' ? 3 : 1;
  for (let at = to; at < to + reach; at += 1) {
    const token = tokens[at];
    if (!isCapital(token) || isGrammar(token)) return false;
    if (token && thingWords.has(token.key) && !isSurnameInContext(tokens, at)) return true;
  }
  return false;
}

/** True for "Park" in "Park Geun-hye". */
function isSurnameInContext(tokens: Token[], at: number): boolean {
  return isCapital(tokens[at + 1]) && tokens[at + 2]?.tied === true;
}

/** True if a place is part of a newspaper's name: "Washington Post". */
export function isNewspaper({ in: { tokens }, to }: TokenSpan): boolean {
  const next = tokens[to];
  return isCapital(next) && newspapers.has(next?.key ?? '');
}

/** True for "England" in "the New England coast" and "Ireland" in "N. Ireland". */
export function isPartOfOtherPlace({ in: { tokens, cases }, from }: TokenSpan): boolean {
  const before = tokens[from - 1];
  if (before?.shape === 'initial') return /^[nsew]$/.test(before.key);
  return (
    before?.key === 'new' && isCapital(before) && cases[from] === 'sentence' && !isBreak(tokens[from - 2])
  );
}

/**
 * Returns whether a person's name is part of a longer name. `yes` means another person's name ("Kim" in "Kim Jong-un",
 * "Borrell" in "Maria Borrell"), `maybe` a capitalised word that may belong to it ("Warhol Polaroids"). `isKnown` is
 * true for tokens of places and organizations ("EU Borrell").
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
  // "Kim Jong-un": a surname and two hyphenated syllables.
  if (isCapital(next) && tokens[span.to + 1]?.tied && !isKnown(span.to)) return 'yes';
  // The recogniser sees exactly this name.
  const name = names.at(span.in, span.from);
  if (name?.from === span.from && name.to === span.to) return 'no';
  const isWhole = span.to - span.from > 1;
  const isSentence = cases[span.from] === 'sentence';
  // In a headline the recogniser may take a verb for a name, so a full name counts more.
  if ((isSentence || !isWhole) && name && isWider(name, span)) return isSentence ? 'yes' : 'maybe';
  if (!isSentence) return 'no';
  const hasFirstName =
    !isWhole && isNameLike(before) && !isKnown(span.from - 1) && !isBreak(tokens[span.from - 2]);
  if (hasFirstName && !endsRole(tokens, span.from)) return 'yes';
  return isNameLike(next) && !isKnown(span.to) ? 'maybe' : 'no';
}

/** True if a role ends before a name: "President", "Representative for Foreign Affairs and Security Policy". */
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

/** True for the second half of a compound that is not a name: "led" in "Borrell-led". */
export function isCompoundTail(token: Token | undefined): boolean {
  return token?.tied === true && token.shape === 'lower' && afterHyphen.has(token.key);
}

function words(list: string): Set<string> {
  return new Set(list.trim().split(/\s+/));
}
