import { fold } from './fold.ts';

/** A name of an author in parts, folded, without hyphens and points. */
export interface ParsedName {
  /** The first word; empty for a name of one word. */
  given: string;
  /** A further given name in brackets: `Isabel (Izzy) Metzger`. */
  nickname: string | undefined;
  /** Words and initials between the first and the last word, without particles. */
  middles: string[];
  /** The last word. */
  surname: string;
  /** The parts of a surname with hyphens; else empty. */
  surnameParts: string[];
  /** `van der` */
  particles: string;
  /** `Dr`, `PhD` */
  titles: string;
  /** `jr`, `iii` */
  suffix: string;
  /** All letters and digits without titles. */
  letters: string;
  /** The same with umlauts written as two letters: `Müller` → `mueller`. */
  expanded: string;
}

const titles = new Set(
  'dr prof professor sir dame lord lady mr mrs ms miss rev phd md mph mba jd esq msc ma rn ing dipl'.split(
    ' ',
  ),
);
const suffixes = new Set(['jr', 'sr', 'ii', 'iii', 'iv']);
const particles = new Set(
  'af al am an bin da dal das de dei del della den der des di do dos du el en ibn la le los of ten ter van vom von y zu'.split(
    ' ',
  ),
);

const twoLetters: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe', æ: 'ae' };

/** Parses a name. Hyphenated words are one word, so `Kim Min-jun` has the surname `minjun` and no middle name. */
export function parseName(name: string): ParsedName {
  const [, nickname] = name.includes('(') ? (/\(([^()]+)\)/u.exec(name) ?? []) : [];
  const words = name
    .replace(/\([^()]*\)/gu, ' ')
    .replace(/(?<=\p{L}\.)(?=\p{L}\.)/gu, ' ')
    .split(/[\s,]+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  const found = { titles: [] as string[], suffix: '', particles: [] as string[], names: [] as string[] };
  for (const [index, word] of words.entries()) {
    const plain = lettersOf(word);
    const isInner = index > 0 && index < words.length - 1;
    if (titles.has(plain) && (index === 0 || index === words.length - 1) && words.length > 2)
      found.titles.push(word.replace(/[.,]/g, ''));
    else if (suffixes.has(plain) && index > 1) found.suffix = plain;
    // With its accent it is a name: `Nguyễn Văn Anh`.
    else if (isInner && particles.has(word.toLowerCase())) found.particles.push(plain);
    else found.names.push(word);
  }
  const surname = found.names.length > 1 ? (found.names.at(-1) ?? '') : '';
  const kept = words.filter((word) => !found.titles.includes(word.replace(/[.,]/g, ''))).join('');
  const letters = lettersOf(kept);
  const parts = /[-–]/.test(surname) ? fold(surname).split(/[-–]/) : [];
  return {
    given: found.names.length > 1 ? lettersOf(found.names[0] ?? '') : '',
    nickname: nickname === undefined ? undefined : lettersOf(nickname),
    middles: found.names.slice(1, -1).map(lettersOf),
    surname: lettersOf(surname),
    surnameParts: parts.length > 1 ? parts.map(lettersOf) : [],
    particles: found.particles.join(' '),
    titles: found.titles.join(' '),
    suffix: found.suffix,
    letters,
    expanded: /[äöüåøæ]/i.test(kept)
      ? lettersOf(kept.toLowerCase().replace(/[äöüåøæ]/g, (letter) => twoLetters[letter] ?? letter))
      : letters,
  };
}

function lettersOf(text: string): string {
  // Fast path: most words need nothing else.
  if (/^[a-z]+$/i.test(text)) return text.toLowerCase();
  return fold(text).replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}
