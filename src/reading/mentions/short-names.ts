import type { AuthorityEntry } from '../../model/authority.ts';
import { tokenize } from './tokenize.ts';

const generationSuffixes = new Set(['jr', 'sr', 'ii', 'iii', 'iv']);
/** Particles that belong to the surname. */
const particles = new Set(
  'von van der den de del della di da do dos du la le el al bin ibn bint ben abu ter ten af av zu'.split(' '),
);
/** Arabic particles for "son of" or "daughter of". The name after them, alone, would mean the father. */
const patronymic = new Set(['bin', 'ibn', 'bint']);

/** Countries whose names have the surname first even in English. */
const surnameFirst = new Set(['KR', 'KP', 'CN', 'TW', 'HK', 'MO', 'SG', 'VN']);
/** Countries where people have two surnames and use the first. */
const doubleSurname = new Set('ES MX AR CL CO PE VE EC BO PY UY CU GT HN SV NI CR PA DO PR'.split(' '));

/** Most common surnames of China, Korea and Vietnam, in English spelling. */
const easternSurnames = new Set(
  `li wang zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo luo liang song zheng xie tang deng
  feng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding ren yao shen xi mao
  kim lee park choi jung jeong kang cho yoon jang lim han oh seo shin kwon hwang ahn hong yoo ko moon bae ban
  baek heo nam roh ryu ri pak choe
  nguyen tran le pham hoang phan vu vo dang bui do ngo duong ly`.split(/\s+/),
);

/**
 * Returns the short forms of a person's full name: the surname, with and without particles. Each is a list of folded
 * words.
 *
 *     Josep Borrell     → borrell
 *     Cho Tae-yul       → cho
 *     Ursula von der Leyen → von der leyen; leyen
 *     Mohammed bin Salman  → bin salman
 */
export function shortNamesOf(name: string, country: string | null): string[][] {
  const tokens = tokenize(name).filter(
    (token) => token.shape !== 'mark' && !generationSuffixes.has(token.key),
  );
  const keys = tokens.map((token) => token.key);
  const [first, second] = tokens;
  if (!first || !second) return [];
  // In Vietnam people use the given name.
  if (country === 'VN') return [[first.key], keys.slice(-1)];
  if (isNamedSurnameFirst(name, country)) {
    // "Li Wei" and "Kim Campbell" look alike. An article uses only one of the two forms.
    return country === null && !tokens[2]?.tied ? [[first.key], keys.slice(-1)] : [[first.key]];
  }
  const forms: string[][] = [];
  for (let from = 1; from < keys.length; from += 1) {
    if (tokens[from]?.shape === 'initial') continue;
    if (patronymic.has(keys[from - 1] ?? '')) continue;
    if (particles.has(keys[from] ?? '') && from === keys.length - 1) continue;
    // "Jean-Marie Colombani": "Marie" does not begin the surname.
    if (from === 1 && tokens[1]?.tied) continue;
    forms.push(keys.slice(from));
  }
  const isDouble = country === null ? isSpanishPatronymic(keys.at(-2)) : doubleSurname.has(country);
  if (isDouble && keys.length >= 3) forms.push(keys.slice(-2, -1));
  return forms;
}

/** True for a Spanish surname in -ez, before a second surname: "Pedro Sánchez Pérez-Castejón". */
function isSpanishPatronymic(key: string | undefined): boolean {
  return key !== undefined && /^\p{L}{3,}ez$/u.test(key);
}

/** True if a name has the surname first: "Cho Tae-yul", not "Tae-yul Cho". Without a country, true if it may have. */
export function isNamedSurnameFirst(name: string, country: string | null): boolean {
  const tokens = tokenize(name).filter(
    (token) => token.shape !== 'mark' && !generationSuffixes.has(token.key),
  );
  if (tokens.length < 2 || tokens[1]?.tied) return false;
  if (country !== null) return surnameFirst.has(country);
  return easternSurnames.has(tokens[0]?.key ?? '') && tokens.length <= 3;
}

/** Returns the short forms of an entry's name and aliases. */
export function shortNamesOfEntry(entry: AuthorityEntry): string[][] {
  const forms = new Map<string, string[]>();
  for (const name of [entry.name, ...entry.aliases]) {
    for (const form of shortNamesOf(name, entry.country)) forms.set(form.join(' '), form);
  }
  return [...forms.values()];
}
