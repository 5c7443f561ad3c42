import { isOrganization } from './agency-names.ts';
import { isParticle } from './name-case.ts';

/** Suffixes and degrees that follow a comma without being a given name, and words that are no name. */
const noGivenName =
  /^(?:Jr|Sr|II|III|IV|Ph\.?D|M\.?D|MP|MEP|CBE|OBE|MBE|Esq|MBA|CPA|RN|B\.?A|M\.?A|M\.?Sc)\.?$/i;

/**
 * Returns the names of a source that writes each author as `Surname, Given` in the order of a byline. Returns the text
 * unchanged if a comma may separate authors: `Ann Lee, Bob Ray`.
 */
// "von der Leyen, Ursula" → "Ursula von der Leyen"; "Lee, Ann; Ray, Bob C." → "Ann Lee; Bob C. Ray"
export function withGivenNameFirst(text: string): string {
  const names = text.trim().split(/\s*;\s*/);
  const ordered = names.map(givenNameFirst);
  return ordered.every((name) => name !== undefined) ? ordered.join('; ') : text;
}

/** `Hartwell, John, Jr.` */
const withSuffix = /^(?<family>[^,]+),\s+(?<given>[^,]+),\s+(?<suffix>Jr\.?|Sr\.?|II|III|IV)$/;
/** `Hartwell Jr., John` */
const withInnerSuffix =
  /^(?<family>[^,\s]+(?:\s[^,\s]+)?)\s(?<suffix>Jr\.?|Sr\.?|II|III|IV),\s+(?<given>[^,]+)$/;

function givenNameFirst(text: string): string | undefined {
  const suffixed = (withSuffix.exec(text) ?? withInnerSuffix.exec(text))?.groups;
  if (suffixed) {
    const name = givenNameFirst(`${suffixed.family}, ${suffixed.given}`);
    return name && `${name} ${suffixed.suffix}`;
  }
  const [surname = '', given = '', ...more] = text.split(/,\s+/);
  if (given === '' || more.length > 0 || noGivenName.test(given) || isOrganization(given)) return undefined;
  const [before, after] = [surname.split(/\s+/), given.split(/\s+/)];
  if (!before.every((word) => isNameWord(word) || isParticle(word.toLowerCase()))) return undefined;
  if (!after.every((word, index) => isNameWord(word) || isInitial(word) || (index > 0 && isParticle(word))))
    return undefined;
  const single =
    after.filter((word, index) => index === 0 || !(isInitial(word) || isParticle(word))).length === 1;
  const [first = ''] = before;
  const proper = before.filter((word) => !isParticle(word.toLowerCase()));
  // No full name begins with a particle in lower case, and a name of one word is seldom an author.
  const beginsWithParticle = isParticle(first) && proper.length > 0 && proper.length <= 2;
  const isSurname =
    beginsWithParticle ||
    before.length === 1 ||
    (single && proper.length === 1 && isParticle(first.toLowerCase()));
  return isSurname && after.length <= 4 && (single || after.length <= 3) ? `${given} ${surname}` : undefined;
}

function isNameWord(word: string): boolean {
  return (
    /^\p{Lu}[\p{L}\p{M}]*[\p{Ll}\p{M}]+(?:[-'’]\p{L}+)*$/u.test(word) ||
    /^(?:O|D)['’]\p{Lu}\p{Ll}+$/u.test(word)
  );
}

function isInitial(word: string): boolean {
  return /^(?:\p{Lu}\.?){1,3}(?:-\p{Lu}\.)?$/u.test(word);
}
