import { isAgency } from '../fields/agency-names.ts';
import type { TokenSpan } from './linked.ts';
import { isCapital } from './name-context.ts';
import { isRoleHead } from './role-words.ts';
import type { Token } from './tokenize.ts';

/** What only a company's name ends in, within the name or right after it. */
const companyEnds = words(`
  inc incorporated corp corporation co cos company companies ltd limited llc llp plc lp nv bv ag sa spa gmbh kgaa oyj
  ab asa pty bhd kk holdings group securities brothers bros partners associates bank bancorp industries enterprises
  motors airlines airways
`);
/** Who works for a company rather than for a person: "analyst with …", "trader at …". */
const employed = words(
  'analyst economist trader broker dealer banker strategist executive vice-president manager',
);
/** Last words that no surname is: what the recogniser takes for one stands in "Housing and Urban Development". */
const things = words(`
  inc corp ltd llc plc nv gmbh development zone department ministry committee council agency university party league
  government administration commission association foundation institute programme program treaty airport street avenue
  road bank company group holdings festival championship championships cup trophy dlrs dollars index award awards
`);
/** Short for a title; a name that ends so ends before it: "Florida Sen. Marco Rubio". */
const titlesShort = words('sen sens rep reps gov govs gen col lt sgt maj capt adm dr mr mrs ms prof rev');
const storms = words('hurricane typhoon cyclone storm mount lake cape fort operation');
const acronymOfPlace = /^(?:U\.?S\.?A?|U\.?K|U\.?N|E\.?U|E\.?C|H\.?K|N\.?Z|U\.?A\.?E|U\.?S\.?S\.?R)\.?$/;

/**
 * Whether a name of several words cannot be a person's whatever the recogniser thinks: one word with hyphens
 * ("anti-Trump", "al-Qaeda", "R-Fla"), a company's ("Drexel Burnham Lambert Inc"), a storm's, a sum ("U.S. Dlrs").
 */
export function isNoPerson(span: TokenSpan): boolean {
  const { in: field, from, to } = span;
  const spoken = field.tokens.slice(from, to).filter(({ shape }) => shape !== 'mark');
  const [first, last] = [spoken[0], spoken.at(-1)];
  if (!first || !last) return true;
  if (isBroken(field.text.slice(first.start, last.end)) || isAgency(field.text.slice(first.start, last.end)))
    return true;
  const isCaseless = spoken.some(({ shape }) => shape === 'caseless');
  if (!isCaseless && spoken.filter(({ tied }) => !tied).length < 2) return true;
  if (things.has(last.key) || titlesShort.has(last.key) || storms.has(first.key)) return true;
  return acronymOfPlace.test(field.text.slice(first.start, first.end));
}

/**
 * Whether this place in the text says that the name is a company's: "Merrill Lynch and Co", "Eli Lilly <LLY>",
 * "an analyst with Smith Barney".
 */
export function isCompanyThere({ in: { tokens }, from, to }: TokenSpan): boolean {
  const after = /^(?:and|&)$/.test(tokens[to]?.key ?? '') ? to + 1 : to;
  if (isCapital(tokens[after]) && companyEnds.has(tokens[after]?.key ?? '')) return true;
  if (tokens[to]?.key === '<' && tokens[to + 1]?.shape === 'upper') return true;
  const before = tokens[from - 1]?.key;
  const who = tokens[from - 2];
  return (before === 'at' && isRoleHead(who)) || ((before === 'with' || before === 'for') && isEmployed(who));
}

/** Signs and numbers inside, or initials at the end, as in lists of references: "Brown RJ", "Dean (Jensen", "12W". */
function isBroken(name: string): boolean {
  return /[\p{N}()[\]{},:;/@"“”<>|]/u.test(name) || / (?!X$)\p{Lu}\.?$| \p{Lu}{2}$/u.test(name);
}

function isEmployed(token: Token | undefined): boolean {
  return token !== undefined && employed.has(token.key.replace(/s$/, ''));
}

function words(list: string): Set<string> {
  return new Set(list.trim().split(/\s+/));
}
