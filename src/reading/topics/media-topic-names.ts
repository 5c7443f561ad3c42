import { type MediaTopicRow, mediaTopic, mediaTopics } from '../../model/media-topics.ts';
import { tokenize } from '../mentions/tokenize.ts';
import { sectionNames } from './section-names.ts';
import { stem } from './stem.ts';
import { topicOfCode } from './topic-codes.ts';

/** A Media Topic denoted by a keyword. `confidence` is 0 to 1. */
export interface NamedMediaTopic {
  row: MediaTopicRow;
  confidence: number;
}

/** Confidence by kind of match. */
const confidences = { code: 1, name: 0.9, section: 0.8, part: 0.7 };

/** `Crime, Law & Justice` → [crime, law, justice] */
function wordsOf(text: string): string[] {
  return tokenize(text)
    .filter((token) => token.shape !== 'mark' && token.key !== 'and')
    .map((token) => token.key);
}

/** Returns a key that ignores plurals, British or American spelling, and letter case of an English keyword. */
export function keywordKey(text: string): string {
  return wordsOf(text).map(stem).join(' ');
}

/** Returns the key of a name that must match exactly, such as one in another language: `de verteidigung`. */
function exactKey(text: string, language: string): string {
  return `${language.split('-')[0]?.toLowerCase()} ${wordsOf(text).join(' ')}`;
}

type Names = Map<string, NamedMediaTopic>;

/** `named` has the English names of active topics: "energy resources" is not "energy and resource". */
let index: { english: Names; exact: Names; named: Names } | undefined;

/** The first name added wins: active topics before retired ones, then section names, then parts of names. */
function load(): NonNullable<typeof index> {
  if (index) return index;
  const english: Names = new Map();
  const exact: Names = new Map();
  const named: Names = new Map();
  const add = (names: Names, key: string, row: MediaTopicRow | undefined, confidence: number): void => {
    if (row && key.trim() !== '' && !names.has(key)) names.set(key, { row, confidence });
  };
  const rows = [...mediaTopics()].sort((a, b) => Number(Boolean(a.retired)) - Number(Boolean(b.retired)));
  for (const row of rows) {
    // Retired names match exactly only: "security" is not the former topic "securities".
    for (const name of [row.name, row.nameUS ?? row.name]) {
      if (row.retired) add(exact, exactKey(name, 'en'), row, confidences.name);
      else {
        add(english, keywordKey(name), row, confidences.name);
        add(named, exactKey(name, 'en'), row, confidences.name);
      }
    }
    for (const [language, name] of Object.entries(row.names)) {
      add(exact, exactKey(name, language), row, confidences.name);
    }
  }
  for (const [name, code] of Object.entries(sectionNames)) {
    add(english, keywordKey(name), mediaTopic(code), confidences.section);
  }
  // A section called "Business" means "economy, business and finance".
  for (const row of rows.filter(({ broader, retired }) => broader === null && !retired)) {
    for (const part of row.name.split(/,| and /)) add(english, keywordKey(part), row, confidences.part);
  }
  index = { english, exact, named };
  return index;
}

/**
 * Finds the Media Topic of a keyword or section name: by code, by name in the article's language, by English name,
 * or by a common section name.
 *
 *     findMediaTopic('Earthquakes', 'en')     // medtop:20000153, earthquake
 *     findMediaTopic('Verteidigung', 'de')    // medtop:20000598, defence
 */
export function findMediaTopic(keyword: string, language: string): NamedMediaTopic | undefined {
  const row = topicOfCode(keyword);
  if (row) return { row, confidence: confidences.code };
  const { english, exact, named } = load();
  const native = /^en\b/i.test(language) ? undefined : exact.get(exactKey(keyword, language));
  const inEnglish = exactKey(keyword, 'en');
  return native ?? named.get(inEnglish) ?? english.get(keywordKey(keyword)) ?? exact.get(inEnglish);
}
