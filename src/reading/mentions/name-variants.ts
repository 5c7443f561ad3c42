import type { AuthorityEntry } from '../../model/authority.ts';

/** A spelling of an authority entry, and the rule it comes from. */
export interface Spelling {
  text: string;
  method: 'authority-name' | 'authority-alias' | 'authority-initial';
}

/** Countries whose people put the surname first. */
const surnameFirst = new Set(['KR', 'KP', 'CN', 'TW', 'HK', 'MO', 'SG', 'VN', 'JP', 'KH', 'HU']);

/**
 * Returns the possible spellings of an entry: its name, its aliases and their variants.
 *
 *     Josep Borrell → J. Borrell
 *     Barack H. Obama → Barack Obama
 *     Cho Tae-yul   → Cho Taeyul, Tae-yul Cho
 *     Gen Nakatani  → Nakatani Gen (of Japan)
 *     Müller        → Mueller
 *     Northern Ireland → N. Ireland
 */
export function spellingsOf(entry: AuthorityEntry): Spelling[] {
  const spellings = new Map<string, Spelling['method']>();
  const add = (text: string, method: Spelling['method']): void => {
    if (text.trim() !== '' && !spellings.has(text)) spellings.set(text, method);
  };
  add(entry.name, 'authority-name');
  for (const alias of entry.aliases) add(alias, 'authority-alias');
  for (const text of [...spellings.keys()]) {
    for (const variant of variantsOf(text, entry)) add(variant, 'authority-alias');
    const initials = entry.type === 'person' ? initialsOf(text) : undefined;
    if (initials) add(initials, 'authority-initial');
  }
  return [...spellings].map(([text, method]) => ({ text, method }));
}

function* variantsOf(text: string, entry: AuthorityEntry): Generator<string> {
  if (/[äöüÄÖÜ]/.test(text)) {
    yield text
      .replace(/[äöü]/g, (letter) => `${plain(letter)}e`)
      .replace(/[ÄÖÜ]/g, (letter) => `${plain(letter)}e`);
  }
  const quarter = /^(North|South|East|West)(?:ern)? (\p{Lu}.*)$/u.exec(text);
  if (entry.type === 'place' && quarter) yield `${quarter[1]?.charAt(0)}. ${quarter[2]}`;
  if (entry.type !== 'person') return;
  const middle = /^(\p{Lu}\p{L}+) (?:\p{Lu}\. ?)+(\p{Lu}.*)$/u.exec(text);
  if (middle) yield `${middle[1]} ${middle[2]}`;
  const syllables = /^(\p{Lu}\p{Ll}+) (\p{Lu}\p{Ll}+)[- ](\p{L}\p{Ll}+)$/u.exec(text);
  const eastern = entry.country !== null && surnameFirst.has(entry.country);
  if (syllables && (eastern || /-\p{Ll}/u.test(text))) {
    const [, surname, one, two = ''] = syllables;
    yield `${surname} ${one}${two.toLowerCase()}`;
    yield `${one}-${two.toLowerCase()} ${surname}`;
  } else if (eastern) {
    const two = /^(\p{Lu}\p{L}+) (\p{Lu}\p{L}+)$/u.exec(text);
    if (two) yield `${two[2]} ${two[1]}`;
  }
}

function plain(letter: string): string {
  return letter.normalize('NFD').charAt(0);
}

/** "Josep Borrell" → "J. Borrell" */
function initialsOf(name: string): string | undefined {
  const western = /^(\p{Lu})\p{Ll}+ (\p{Lu}[\p{L}'’-]+)$/u.exec(name);
  return western && !/-\p{Ll}/u.test(name) ? `${western[1]}. ${western[2]}` : undefined;
}
