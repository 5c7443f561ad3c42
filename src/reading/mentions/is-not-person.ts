import { isAgency } from '../fields/agency-names.ts';
import { isCapital, isRoleHead } from './role-words.ts';
import type { TokenSpan } from './token-span.ts';
import type { Token } from './tokenize.ts';

/** Words that end the names of companies. */
const companyEnds = words(`
  inc incorporated corp corporation co cos company companies ltd limited llc llp plc lp nv bv ag sa spa gmbh kgaa oyj
  ab asa pty bhd kk holdings group securities brothers bros partners associates bank bancorp industries enterprises
  motors airlines airways
`);
/** Jobs at companies: "analyst with …", "trader at …". */
const companyJobs = words(
  'analyst economist trader broker dealer banker strategist executive vice-president manager',
);
/** Last words that are not surnames: "Housing and Urban Development". */
const thingWords = words(`
  inc corp ltd llc plc nv gmbh development zone department ministry committee council agency university party league
  government administration commission association foundation institute programme program treaty airport street avenue
  road bank company group holdings festival championship championships cup trophy dlrs dollars index award awards
`);
/** Abbreviated titles. A name cannot end in one: "Florida Sen." */
const titleAbbreviations = words(
  'sen sens rep reps gov govs gen col lt sgt maj capt adm dr mr mrs ms prof rev',
);
const stormWords = words('hurricane typhoon cyclone storm mount lake cape fort operation');
const acronymOfPlace = /^(?:U\.?S\.?A?|U\.?K|U\.?N|E\.?U|E\.?C|H\.?K|N\.?Z|U\.?A\.?E|U\.?S\.?S\.?R)\.?$/;

/**
 * True if a recognised name cannot be a person's: a hyphenated word ("anti-Trump", "al-Qaeda", "R-Fla"), a company
 * ("Drexel Burnham Lambert Inc"), a storm, a sum ("U.S. Dlrs").
 */
export function isNotPerson(span: TokenSpan): boolean {
  const { in: field, from, to } = span;
  const nameWords = field.tokens.slice(from, to).filter(({ shape }) => shape !== 'mark');
  const [first, last] = [nameWords[0], nameWords.at(-1)];
  if (!first || !last) return true;
  if (
    isMalformed(field.text.slice(first.start, last.end)) ||
    isAgency(field.text.slice(first.start, last.end))
  )
    return true;
  const isCaseless = nameWords.some(({ shape }) => shape === 'caseless');
  if (!isCaseless && nameWords.filter(({ tied }) => !tied).length < 2) return true;
  if (thingWords.has(last.key) || titleAbbreviations.has(last.key) || stormWords.has(first.key)) return true;
  return acronymOfPlace.test(field.text.slice(first.start, first.end));
}

/** True if the context shows a company: "Merrill Lynch and Co", "Eli Lilly <LLY>", "an analyst with Smith Barney". */
export function isCompanyInContext({ in: { tokens }, from, to }: TokenSpan): boolean {
  const after = /^(?:and|&)$/.test(tokens[to]?.key ?? '') ? to + 1 : to;
  if (isCapital(tokens[after]) && companyEnds.has(tokens[after]?.key ?? '')) return true;
  if (tokens[to]?.key === '<' && tokens[to + 1]?.shape === 'upper') return true;
  const before = tokens[from - 1]?.key;
  const who = tokens[from - 2];
  return (
    (before === 'at' && isRoleHead(who)) || ((before === 'with' || before === 'for') && isCompanyJob(who))
  );
}

/** True if a name contains marks or digits, or ends in initials: "Dean (Jensen", "12W", "Brown RJ". */
function isMalformed(name: string): boolean {
  return /[\p{N}()[\]{},:;/@"“”<>|]/u.test(name) || / (?!X$)\p{Lu}\.?$| \p{Lu}{2}$/u.test(name);
}

function isCompanyJob(token: Token | undefined): boolean {
  return token !== undefined && companyJobs.has(token.key.replace(/s$/, ''));
}

function words(list: string): Set<string> {
  return new Set(list.trim().split(/\s+/));
}
