import type { AuthorityEntry } from '../../model/authority.ts';
import { tokenize } from './tokenize.ts';

const generation = new Set(['jr', 'sr', 'ii', 'iii', 'iv']);
/** Particles that are part of the surname; after the last three the bare father's name is another person. */
const particles = new Set(
  'von van der den de del della di da do dos du la le el al bin ibn bint ben abu ter ten af av zu'.split(' '),
);
const patronymic = new Set(['bin', 'ibn', 'bint']);

/** Countries where a surname comes first in English copy too. */
const surnameFirst = new Set(['KR', 'KP', 'CN', 'TW', 'HK', 'MO', 'SG', 'VN']);
/** Countries where people bear two surnames and are called by the first of them. */
const doubleSurname = new Set('ES MX AR CL CO PE VE EC BO PY UY CU GT HN SV NI CR PA DO PR'.split(' '));

/** The commonest surnames of China, Korea and Vietnam, in the spellings of English copy. */
const easternSurnames = new Set(
  `li wang zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo luo liang song zheng xie tang deng
  feng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding ren yao shen xi mao
  kim lee park choi jung jeong kang cho yoon jang lim han oh seo shin kwon hwang ahn hong yoo ko moon bae ban
  baek heo nam roh ryu ri pak choe
  nguyen tran le pham hoang phan vu vo dang bui do ngo duong ly`.split(/\s+/),
);

/**
 * The forms under which an article may speak of a person once the full name has been given: the surname, with
 * and without particles. Each is a list of folded words.
 *
 *     Josep Borrell     → borrell
 *     Cho Tae-yul       → cho
 *     Ursula von der Leyen → von der leyen; leyen
 *     Mohammed bin Salman  → bin salman
 */
export function shortNamesOf(name: string, country: string | null): string[][] {
  const tokens = tokenize(name).filter((token) => token.shape !== 'mark' && !generation.has(token.key));
  const keys = tokens.map((token) => token.key);
  const [first, second] = tokens;
  if (!first || !second) return [];
  // Vietnamese go by the given name.
  if (country === 'VN') return [[first.key], keys.slice(-1)];
  if (isNamedSurnameFirst(name, country)) {
    // Without a country "Li Wei" and "Kim Campbell" look alike: only one of the two will be used.
    return country === null && !tokens[2]?.tied ? [[first.key], keys.slice(-1)] : [[first.key]];
  }
  const forms: string[][] = [];
  for (let from = 1; from < keys.length; from += 1) {
    if (tokens[from]?.shape === 'initial') continue;
    if (patronymic.has(keys[from - 1] ?? '')) continue;
    if (particles.has(keys[from] ?? '') && from === keys.length - 1) continue;
    // "Jean-Marie Colombani": the second half of a hyphenated first name begins no surname.
    if (from === 1 && tokens[1]?.tied) continue;
    forms.push(keys.slice(from));
  }
  const isDouble = country === null ? isPatronymic(keys.at(-2)) : doubleSurname.has(country);
  if (isDouble && keys.length >= 3) forms.push(keys.slice(-2, -1));
  return forms;
}

/** A Spanish surname in -ez, of which the bearer's second one says that it is the first: "Pedro Sánchez Pérez-Castejón". */
function isPatronymic(key: string | undefined): boolean {
  return key !== undefined && /^\p{L}{3,}ez$/u.test(key);
}

/** Whether a name is, or without a known country may be, written surname first: "Cho Tae-yul", but not "Tae-yul Cho". */
export function isNamedSurnameFirst(name: string, country: string | null): boolean {
  const tokens = tokenize(name).filter((token) => token.shape !== 'mark' && !generation.has(token.key));
  if (tokens.length < 2 || tokens[1]?.tied) return false;
  if (country !== null) return surnameFirst.has(country);
  return easternSurnames.has(tokens[0]?.key ?? '') && tokens.length <= 3;
}

/** All short forms of an authority entry, from its name and its longer aliases. */
export function shortNamesOfEntry(entry: AuthorityEntry): string[][] {
  const forms = new Map<string, string[]>();
  for (const name of [entry.name, ...entry.aliases]) {
    for (const form of shortNamesOf(name, entry.country)) forms.set(form.join(' '), form);
  }
  return [...forms.values()];
}
