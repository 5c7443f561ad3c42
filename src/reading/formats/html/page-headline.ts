import { plainText } from './plain-text.ts';
import { textOfHtml } from './text-of-html.ts';

const separators = /\s+[|–—·•»:/\\]\s+|\s+-\s+|\s*\|\s*/g;

/**
 * The headline of a page: what its JSON-LD, Open Graph or title say, without the name of the site; in the words
 * of the page's `<h1>` where one says the same, because that is what was printed.
 *
 * `pageHeadline(['Fire in Rome | The Daily'], ['Fire in Rome'], 'The Daily')` → `'Fire in Rome'`
 */
export function pageHeadline(said: (string | null)[], printed: string[], site: string | null): string | null {
  const candidates = said.filter((text) => text !== null).map((text) => plainText(textOfHtml(text)));
  const headings = printed.map(plainText).filter((text) => text !== '');
  for (const candidate of candidates) {
    for (const heading of headings) {
      const agreed = agreedHeadline(candidate, heading);
      if (agreed) return agreed;
    }
  }
  const best = candidates.find((text) => text !== '');
  if (best !== undefined) return withoutSite(best, site);
  return headings[0] ?? null;
}

/** A title without the site's name at its end or beginning, when what remains is still a headline. */
function withoutSite(title: string, site: string | null): string {
  const parts = [...title.matchAll(separators)];
  const name = wordsOf(site ?? '');
  for (const part of parts) {
    const before = title.slice(0, part.index);
    const after = title.slice(part.index + part[0].length);
    if (name !== '' && name.includes(wordsOf(after)) && wordsOf(after) !== '') return before.trim();
    if (name !== '' && wordsOf(before) !== '' && wordsOf(before) === name) return after.trim();
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
  if (other.length >= 12 && (parts.includes(other) || other.length > 0.8 * one.length)) {
    if (one.startsWith(other) || one.endsWith(other)) return heading;
  }
  if (one.length >= 12 && (other.startsWith(one) || other.endsWith(one))) return title;
  return undefined;
}

function wordsOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
