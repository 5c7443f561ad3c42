import { readByline } from '../../fields/read-byline.ts';
import type { Json } from '../json/parse-json.ts';
import { isRecord } from '../json/parse-json.ts';
import { linkedText } from './linked-data.ts';
import type { PageDocument } from './open-page.ts';
import { plainText } from './plain-text.ts';

/** Where pages print the byline, surest first. */
const bylineSelectors = [
  '[rel~="author"]',
  '[itemprop~="author"] [itemprop~="name"]',
  '[itemprop~="author"]',
  '.byline-name, .author-name, .byline__name, .byline-author, .article-author, .post-author, .entry-author, .author.vcard',
  '.byline, [class*="byline"], [class*="Byline"], [data-testid*="byline"], #byline',
  'p.author, span.author, div.author, a.author, li.author, .author a',
  '[class*="author-name"], [class*="authorName"], [class*="AuthorName"], [class*="author__name"], [class*="post-author"], [class*="article-author"]',
];

/** What names the authors of something else: works cited, comments, other articles. */
const elsewhere =
  '[itemprop~="citation"], [class*="references"], [id="comments"], [class~="comment"], [class*="commentlist"], [class*="comment-list"], [class*="related"]:not(body)';

/** Words that stand where a name is expected. */
const noName =
  /^(?:admin(?:istrator)?|editor|author|staff|guest|user|unknown|anonymous|null|undefined|none|n\/a|posted by|by|written by|webmaster|default)$/i;

/**
 * Who wrote the page, as names: what its JSON-LD says, else its meta elements, else the byline it prints. A name
 * is no address, no sentence and not the site itself while a person is named.
 */
export function pageAuthors(
  document: PageDocument,
  author: Json | undefined,
  meta: string[],
  site: string | null,
): string[] {
  const linked = cleaned((Array.isArray(author) ? author : [author]).map(nameOf), site);
  const said = cleaned(meta, site);
  if (linked.length > 0 && (linked.length >= said.length || said.length === 0)) return linked;
  if (said.length > 0) return said;
  for (const selector of bylineSelectors) {
    const found = [...document.querySelectorAll(selector)]
      .filter((element) => !element.closest(elsewhere))
      .slice(0, 6);
    const printed = cleaned(
      found.map((element) => element.textContent),
      site,
    );
    if (printed.length > 0) return printed.slice(0, 4);
  }
  return [];
}

function nameOf(value: Json | undefined): string | null {
  if (!isRecord(value)) return linkedText(value);
  const { givenName, familyName } = value;
  const parts = [linkedText(givenName), linkedText(familyName)].filter((part) => part !== null);
  return linkedText(value.name) ?? (parts.length > 0 ? parts.join(' ') : null);
}

function cleaned(names: (string | null | undefined)[], site: string | null): string[] {
  const distinct = new Map<string, string>();
  for (const written of names) {
    const name = plainText(written ?? '')
      .replaceAll('\n', ' ')
      .replace(/^(?:(?:posted|written|words|story|text|reported|published|compiled)\s+)?by[:\s]+/i, '')
      .replace(/^(?:author|von|par|por)\s*:\s*/i, '')
      .replace(/\s*(?:\||•|·|,?\s+(?:published|updated|posted|on)\b).*$/i, '')
      .replace(/^@/, '')
      .trim();
    if (name === '' || name.length > 120 || /https?:|www\.|\.com\//i.test(name) || noName.test(name))
      continue;
    if (!/\p{Lu}|\p{Lo}/u.test(name) || name.split(/\s+/).length > 14) continue;
    distinct.set(name.toLowerCase(), distinct.get(name.toLowerCase()) ?? name);
  }
  const all = [...distinct.values()];
  // The name of an outlet on its own page says nothing; the site of one author may well bear their name.
  return all.filter((name) => lettersOf(name) !== lettersOf(site ?? '') || isPersonal(name));
}

function isPersonal(name: string): boolean {
  return readByline(name)?.authors.every((author) => author.kind === 'person') ?? false;
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/^the\s|[^\p{L}\p{N}]+/gu, '');
}
