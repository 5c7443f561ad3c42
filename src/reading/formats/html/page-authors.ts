import { opensByline, readByline } from '../../fields/read-byline.ts';
import { readDate } from '../../fields/read-date.ts';
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
  '.byline-name, .author-name, .byline__name, .byline-author, .article-author, .post-author, .entry-author, .author.vcard, .p-author, .author .fn',
  '.byline, [class*="byline"], [class*="Byline"], [data-testid*="byline"], #byline',
  'p.author, span.author, div.author, a.author, li.author, .author a',
  '[class*="author-name"], [class*="authorName"], [class*="AuthorName"], [class*="author__name"], [class*="post-author"], [class*="article-author"], [class*="autor"], [class*="auteur"]',
];

/** What may hold a byline that no name of a class tells from other lines. */
const anyLine = 'p, address, span, small, li, em, i, b, strong, h2, h3, h4, h5, h6, div, td';

/** What names the authors of something else: works cited, comments, other articles. */
const elsewhere =
  '[itemprop~="citation"], [class*="references"], [id="comments"], [class~="comment"], [class*="commentlist"], [class*="comment-list"], [class*="related"]:not(body)';

/** Words that stand where a name is expected. */
const noName =
  /^(?:admin(?:istrator)?|editor|author|staff|guest|user|unknown|anonymous|null|undefined|none|n\/a|posted by|by|written by|webmaster|default|(?:view|see) (?:all|more)\b.*|follow\b.*|about the authors?)$/i;

/**
 * Who wrote the page, as names: what its JSON-LD says, else its meta elements, else the byline it prints. A name
 * is no address, no sentence and not the site itself (by any of the names in `site`) where anybody else is named.
 */
export function pageAuthors(
  document: PageDocument,
  author: Json | undefined,
  meta: string[],
  site: (string | null)[],
): string[] {
  const own = new Set(site.map((name) => lettersOf(name ?? '')));
  const isOwn = (name: string) => own.has(lettersOf(name));
  const linked = cleaned((Array.isArray(author) ? author : [author]).flatMap(namesOf));
  const said = cleaned(meta);
  const others = [linked, said].map((names) => names.filter((name) => !isOwn(name)));
  const [inScript = [], inMeta = []] = others;
  if (inScript.length > 0 && inScript.length >= inMeta.length) return inScript;
  if (inMeta.length > 0) return inMeta;
  const printed = printedAuthors(document, isOwn);
  if (printed.length > 0) return printed;
  // The name of an outlet on its own page says nothing; the site of one author may well bear their name.
  return [...linked, ...said].filter(isPersonal).slice(0, 1);
}

function printedAuthors(document: PageDocument, isOwn: (name: string) => boolean): string[] {
  for (const selector of bylineSelectors) {
    const found = [...document.querySelectorAll(selector)]
      .filter((element) => !element.closest(elsewhere))
      .slice(0, 6);
    const printed = cleaned(found.map((element) => element.textContent)).filter((name) => !isOwn(name));
    if (printed.length > 0) return printed.slice(0, 4);
  }
  for (const element of document.querySelectorAll(anyLine)) {
    const line = plainText(element.textContent ?? '');
    if (line.length > 120 || !opensByline(line)) continue;
    if (
      element.closest(
        `${elsewhere}, nav, aside, footer, blockquote, figure, [class*="caption"], [class*="credit"]`,
      )
    )
      continue;
    const [name] = cleaned([line]);
    if (name !== undefined && isPersonal(name) && !isOwn(name)) return [name];
  }
  return [];
}

function namesOf(value: Json | undefined): (string | null)[] {
  if (!isRecord(value)) return [linkedText(value)];
  const { name, givenName, familyName } = value;
  const parts = [linkedText(givenName), linkedText(familyName)].filter((part) => part !== null);
  // Some publishers list the names of all authors in one person.
  if (Array.isArray(name)) return name.map(linkedText);
  return [linkedText(name) ?? (parts.length > 0 ? parts.join(' ') : null)];
}

function cleaned(names: (string | null | undefined)[]): string[] {
  const distinct = new Map<string, string>();
  for (const written of names) {
    const name = withoutDate(
      plainText(written ?? '')
        .replaceAll('\n', ' ')
        .replace(/^(?:(?:posted|written|words|story|text|reported|published|compiled)\s+)?by[:\s]+/i, '')
        .replace(/^(?:author|von|par|por)\s*:\s*/i, ''),
    )
      .replace(
        /\s*(?:\||•|·|,?\s+(?:published|updated|posted|publié|mis à jour|veröffentlicht|aktualisiert|publicado|actualizado|pubblicato|aggiornato|on)(?!\p{L})).*$/iu,
        '',
      )
      .replace(/^@/, '')
      .trim();
    if (name === '' || name.length > 120 || /https?:|www\.|\.com\//i.test(name) || noName.test(name))
      continue;
    if (!/\p{Lu}|\p{Lo}/u.test(name) || name.split(/\s+/).length > 14) continue;
    distinct.set(name.toLowerCase(), distinct.get(name.toLowerCase()) ?? name);
  }
  return [...distinct.values()];
}

/** `Ann Lee Monday, March 3, 2025 @ 11:10 PM` → `Ann Lee` */
function withoutDate(line: string): string {
  const ago = /[\s,–-]+\d{1,2}\s(?:minutes?|hours?|days?|mins?|hrs?)\sago\b.*$/i;
  const date = readDate(line, { timeZone: 'UTC' });
  return (date && date.start > 0 ? line.slice(0, date.start) : line)
    .replace(ago, '')
    .replace(/[\s,–—-]+$/, '');
}

function isPersonal(name: string): boolean {
  const authors = readByline(name)?.authors ?? [];
  return (
    authors.length > 0 &&
    authors.every(({ kind, name: each }) => kind === 'person' && /^(?!The\s)\S+\s+\S/i.test(each))
  );
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/^the\s|[^\p{L}\p{N}]+/gu, '');
}
