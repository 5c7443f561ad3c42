import type { PageHeadings } from './page-headings.ts';
import { plainText } from './plain-text.ts';
import { textOfHtml } from './text-of-html.ts';

const separators = /\s+[|–—·•»:/\\]\s+|\s+-\s+|\s*\|\s*/g;

/**
 * Returns the headline of a page: what its JSON-LD, Open Graph or title say, without the name of the site, in the words
 * of the heading that agrees. A title and the only heading may also differ in wording; then the heading was printed.
 */
// ['Fire in Rome | The Daily'], ['Fire in Rome'], ['The Daily'] → 'Fire in Rome'
export function pageHeadline(
  stated: (string | null)[],
  { headings, siteNames, isTyped }: PageHeadings,
  sites: (string | null)[],
): string | null {
  const candidates = stated.filter((text) => text !== null).map((text) => plainText(textOfHtml(text)));
  if (isTyped && headings[0] !== undefined) return headings[0];
  for (const candidate of candidates) {
    for (const heading of headings) {
      const agreed = agreedHeadline(candidate, heading);
      if (agreed) return agreed;
    }
  }
  const best = candidates.find((text) => text !== '');
  if (best === undefined) return headings[0] ?? null;
  const [only, another] = headings;
  if (only !== undefined && another === undefined && candidates.some((text) => isReworded(text, only)))
    return only;
  return withoutSite(best, [...siteNames, ...sites]);
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
  // Scripts without letter case write a word in one or two characters.
  const shortest = /\p{Lo}/u.test(one) ? 6 : 12;
  if (other.length >= shortest && (parts.includes(other) || other.length > 0.8 * one.length)) {
    if (one.startsWith(other) || one.endsWith(other)) return heading;
  }
  if (one.length >= shortest && other.startsWith(one)) return /(?:…|\.{3})$/.test(title) ? heading : title;
  if (one.length >= shortest && other.endsWith(one)) return title;
  return undefined;
}

function wordsOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
