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
    const heading = headings.find((text) => saysTheSame(candidate, text));
    if (heading) return heading;
  }
  const best = candidates.find((text) => text !== '');
  if (best !== undefined) return withoutSite(best, site);
  return headings[0] ?? null;
}

/** A title without the site's name at its end or beginning, when what remains is still a headline. */
export function withoutSite(title: string, site: string | null): string {
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

function saysTheSame(candidate: string, heading: string): boolean {
  const one = wordsOf(candidate);
  const other = wordsOf(heading);
  if (other.length < 8 && one !== other) return false;
  return (
    one === other ||
    (one.startsWith(other) && other.length > one.length / 3) ||
    (one.length > 20 && other.startsWith(one))
  );
}

function wordsOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
