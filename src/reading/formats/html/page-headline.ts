import type { PageHeadings } from './page-headings.ts';
import { plainText } from './plain-text.ts';
import { textOfHtml } from './text-of-html.ts';

const separators =
  /\s+[|–—·•»:/\\]\s+|\s+-\s+|\s*\|\s*|\s*[_—–-]\s*(?=\p{Lo})(?<=\p{Lo}[\s_—–-]{1,5})|：(?=[^：]+$)/gu;

/** What stands between the parts of a title, and after a kicker. */
const titleParts = new RegExp(`${separators.source}|:\\s+`, 'u');

/** Words before the title of the print view of a page. */
const printView =
  /^(?:print(?:er[- ]friendly)?(?: (?:version|view|page))?|druck(?:version|ansicht|en)|version imprimable|imprimir|stampa)\s*[:|–-]\s+/iu;

/**
 * Returns the headline of a page: what its JSON-LD, Open Graph or title say, without the name of the site, in the words
 * of the heading that agrees. A title and the only heading may also differ in wording; then the heading was printed.
 */
// ['Fire in Rome | The Daily'], ['Fire in Rome'], ['The Daily'] → 'Fire in Rome'
export function pageHeadline(
  stated: (string | null)[],
  { headings, lesser, siteNames, isTyped }: PageHeadings,
  sites: (string | null)[],
): string | null {
  const candidates = stated
    .filter((text) => text !== null)
    .map((text) => plainText(textOfHtml(text)).replace(printView, ''));
  if (isTyped && headings[0] !== undefined) return headings[0];
  for (const candidate of candidates) {
    for (const heading of headings) {
      const agreed = agreedHeadline(candidate, heading);
      if (agreed) return longerPart(candidate, agreed, lesser) ?? agreed;
    }
  }
  for (const candidate of candidates) {
    const part = longerPart(candidate, '', lesser);
    if (part !== undefined && headings.length === 0) return part;
  }
  const best = candidates.find((text) => text !== '');
  if (best === undefined) return headings[0] ?? null;
  const [only, another] = headings;
  if (only !== undefined && another === undefined && candidates.some((text) => isReworded(text, only)))
    return only;
  return withoutSite(best, [...siteNames, ...sites]);
}

/**
 * Returns the line that is a part of a title and longer than the heading that is another part of it, which is then the
 * name of the outlet.
 */
// "Fire in Rome | The Daily", "The Daily", ["Fire in Rome"] → "Fire in Rome"
function longerPart(title: string, heading: string, lines: string[]): string | undefined {
  const parts = title.split(titleParts).map(wordsOf);
  const name = wordsOf(heading);
  if (heading !== '' && (parts.length < 2 || !parts.includes(name))) return undefined;
  return lines.find((line) => {
    const words = wordsOf(line);
    return words.length > Math.max(name.length, shortestOf(words) - 1) && parts.includes(words);
  });
}

/** True if two headlines share at least half of the words of the shorter one, and three at least. */
function isReworded(one: string, other: string): boolean {
  const [words, others] = [one, other].map(
    (text) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? []),
  );
  if (!words || !others) return false;
  const shared = [...words].filter((word) => others.has(word)).length;
  return shared >= 3 && shared >= Math.min(words.size, others.size) / 2;
}

/** Returns a title without the name of the site at its end or beginning, if what remains is still a headline. */
function withoutSite(title: string, sites: (string | null)[]): string {
  const parts = [...title.matchAll(separators)];
  for (const site of sites) {
    const name = wordsOf(site ?? '');
    if (name === '') continue;
    for (const part of parts) {
      const before = title.slice(0, part.index);
      const after = title.slice(part.index + part[0].length);
      if (wordsOf(before) !== '' && wordsOf(after) !== '' && name.includes(wordsOf(after)))
        return before.trim();
      if (wordsOf(before) !== '' && wordsOf(before) === name) return after.trim();
    }
  }
  const last = parts.at(-1);
  if (!last || !/[|–—·•»-]/.test(last[0])) return title;
  const before = title.slice(0, last.index).trim();
  const after = title.slice(last.index + last[0].length).trim();
  return after.split(/\s+/).length <= 4 && before.split(/\s+/).length >= 4 ? before : title;
}

/**
 * What a title and a heading agree on: the heading where the title adds the site's name, the title where the
 * heading adds a kicker or a standfirst; undefined where they differ.
 */
function agreedHeadline(title: string, heading: string): string | undefined {
  const one = wordsOf(title);
  const other = wordsOf(heading);
  if (one === '' || other === '') return undefined;
  if (one === other) return heading;
  const parts = title.split(separators).map(wordsOf);
  const shortest = shortestOf(one);
  if (other.length >= shortest && (parts.includes(other) || other.length > 0.8 * one.length)) {
    if (one.startsWith(other) || one.endsWith(other)) return heading;
  }
  if (one.length >= shortest && other.startsWith(one)) return /(?:…|\.{3})$/.test(title) ? heading : title;
  if (one.length >= shortest && other.endsWith(one)) return title;
  return undefined;
}

/** Returns the length of the shortest headline. Scripts without letter case write a word in one or two characters. */
function shortestOf(words: string): number {
  return /\p{Lo}/u.test(words) ? 6 : 12;
}

function wordsOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
