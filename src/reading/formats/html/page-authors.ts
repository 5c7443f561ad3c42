import { readByline } from '../../fields/read-byline.ts';
import { readDate } from '../../fields/read-date.ts';
import { pronounOfGivenName } from '../../quotes/given-names.ts';
import type { Json } from '../json/parse-json.ts';
import { isRecord } from '../json/parse-json.ts';
import { elementLines } from './element-lines.ts';
import { linkedText } from './linked-data.ts';
import type { PageDocument, PageElement } from './open-page.ts';
import { plainText } from './plain-text.ts';
import { isBylineLine, readPrintedMeta } from './printed-meta.ts';
import { shortTexts } from './short-texts.ts';

/** Where pages print the byline, surest first. */
const articles = 'article, [itemtype*="Article"], .post, .hentry';

const bylineSelectors = [
  '[rel~="author"]',
  '[property~="schema:author"] [property~="schema:name"], [property~="author"] [property~="name"], [rel~="schema:author"], [property~="foaf:name"]',
  '[itemprop~="author"] [itemprop~="name"]',
  '[itemprop~="author"]',
  '.byline-name, .author-name, .byline__name, .byline-author, .article-author, .post-author, .entry-author, .author.vcard, .p-author, .author .fn, .post-footer .fn, .post-author .fn',
  '.byline, [class*="byline"], [class*="Byline"], [data-testid*="byline"], #byline',
  'p.author, span.author, div.author, a.author, li.author, .author a',
  '[class*="author-name"], [class*="authorName"], [class*="AuthorName"], [class*="author__name"], [class*="post-author"], [class*="article-author"], [class*="autor"], [class*="auteur"]',
  'a[class*="author"], [class*="--author"], [class*="authors"] a, [class*="contributor"] a, [class*="writer"] a',
  'a[href*="/author/"], a[href*="/authors/"], a[href*="/autor/"], a[href*="/autores/"], a[href*="/autoren/"], a[href*="/auteur/"], a[href*="/autore/"], a[href*="/profile/"], a[href*="/reporter/"], a[href*="/journalist/"], a[href*="/journalists/"], a[href*="/signataires/"], a[href*="/firmas/"]',
];

/** Number of selectors, from the first, whose elements name an author and nothing else. */
const accountSelectors = 5;

/** What may hold a byline that no name of a class tells from other lines. */
const anyLine =
  'p, address, span, small, li, em, i, b, strong, font, center, h2, h3, h4, h5, h6, div, header, dd, td';

/** What a line with a name and a date has: two words with capitals, or letters without case, and a digit. */
const namesBesideDate = /^(?=.*\d)(?=.*(?:\p{Lu}\S*\s+(?:\S+\s+)?\p{Lu}|\p{Lo}{2})).{5,120}$/su;

/** Length of a line that may be a byline, in UTF-16 code units. */
const maxLineLength = 240;

/** Parts of a page that name other authors. */
const apart =
  'nav, aside, footer:not([class*="meta"]), blockquote, figure, [class*="caption"], [class*="credit"]';

/** Names of something else's authors: of works cited, comments, other articles. */
const elsewhere =
  '[itemprop~="citation"], [class*="references"], [id="comments"], [class~="comment"], [class*="commentlist"], [class*="comment-list"], [class*="related"]:not(body)';

/** Links to other articles, which have authors of their own. */
const teasers = '[class*="teaser"]:not(body), aside [class*="card"], [class*="sidebar"]:not(body)';

/** Elements that their own attributes hide. */
const hidden = '[hidden], [style*="display:none" i], [style*="display: none" i]';

/** Words that stand where a name is expected. */
const noName =
  /^(?:(?:site |super |web |wp[ -]?)?admin(?:istrator)?\d*|super ?user|root|(?:the )?editors?|(?:no |unknown |guest |staff |news |default )?(?:author|writer|contributor)s?|staff|guest|user|unknown|not specified|anonymous|null|undefined|none|false|true|-|n\/a|posted by|by|written by|webmaster|default|test|(?:view|see) (?:all|more)\b.*|follow\b.*|about the authors?|e-?mail\b.*|autore?|autor|redactor|sin autor|sans auteur|kein autor|unbekannt|anonyme|anónimo|anonimo)$/i;

/**
 * Returns the authors of a page as names: what its JSON-LD says, else its meta elements, else the byline it prints. A
 * name is no address, no sentence and not the site itself (by any of the names in `site`) where anybody else is named.
 * A printed name goes before the name of an account.
 */
export function pageAuthors(
  document: PageDocument,
  author: Json | undefined,
  meta: string[],
  site: (string | null)[],
): string[] {
  const own = site.map((name) => lettersOf(name ?? '')).filter((name) => name !== '');
  const isOwn = (name: string) => {
    const letters = lettersOf(name);
    return own.some((each) => each === letters || (each.length >= 8 && letters.startsWith(each)));
  };
  const linked = cleaned((Array.isArray(author) ? author : [author]).flatMap(namesOf).map(capitalised));
  const said = cleaned(
    meta.filter((name) => !name.startsWith('@')).map((name) => withoutOutlet(name, isOwn)),
  );
  const others = [linked, said].map((names) => names.filter((name) => !isOwn(name)));
  const [inScript = [], inMeta = []] = others;
  const stated = inScript.length > 0 && inScript.length >= inMeta.length ? inScript : inMeta;
  const printed = printedAuthors(document, isOwn);
  if (stated.some((name) => /\S\s\S|\p{Lo}/u.test(name)))
    return printed.length > 1 || stated.length > 1
      ? withMore(printed, stated)
      : withMore(printedLines(document, isOwn, stated[0]), stated);
  if (printed.length > 0 && (stated.length === 0 || printed.every(isPersonal))) return printed;
  if (stated.length > 0) return stated;
  // The name of an outlet on its own page says nothing; the site of one author may well bear their name.
  return [...linked, ...said].filter(isPersonal).filter(isOrdinary).slice(0, 1);
}

/** Returns the printed names if they are those that the metadata states and more of them: some templates state one alone. */
function withMore(printed: string[], stated: string[]): string[] {
  const [only] = stated;
  if (only === undefined || stated.length > 1) return stated;
  const people = printed.flatMap((line) => readByline(line)?.authors ?? []).map(({ name }) => name);
  const isMore = people.length > 1 && people.length <= 4 && printed.every(isPersonal);
  return isMore && lettersOf(people[0] ?? '') === lettersOf(only) ? printed : stated;
}

/** Removes the outlet after the last name: `Ann Lee, The Post` → `Ann Lee` */
function withoutOutlet(names: string, isOwn: (name: string) => boolean): string {
  const [, others, last] = /^(.+?)\s*(?:[,|/]|\s[–—-])\s*([^,|/]+)$/u.exec(names) ?? [];
  return others && last && isOwn(last) ? others : names;
}

function printedAuthors(document: PageDocument, isOwn: (name: string) => boolean): string[] {
  for (const [index, selector] of bylineSelectors.entries()) {
    const found = [...document.querySelectorAll(selector)].filter(
      (element) => !element.closest(`${elsewhere}, ${hidden}, ${teasers}`),
    );
    const printed = cleaned(
      ofOneArticle(document, found).slice(0, 6).map(elementLines),
      // Accounts have names in lower case, and only what is marked as an author is one.
      index < accountSelectors,
    ).filter((name) => !isOwn(name) && (index < bylineSelectors.length - 1 || isPersonal(name)));
    if (printed.length > 0) return printed.slice(0, 4);
  }
  return printedLines(document, isOwn);
}

/**
 * Returns the authors of the first line of a page that is a byline, else of one that has a name beside a date. Only lines
 * with the name `known` are read, if there is one.
 */
function printedLines(document: PageDocument, isOwn: (name: string) => boolean, known = ''): string[] {
  let unintroduced: string[] = [];
  const seen = new Set<string>();
  if (document.documentElement === null) return [];
  const texts = shortTexts(document.documentElement, 2 * maxLineLength);
  for (const element of document.querySelectorAll(anyLine)) {
    const text = texts.get(element)?.trim() ?? '';
    if (!text.includes(known)) continue;
    // Most lines end here. Selectors take the most time.
    const mayNameAuthor = unintroduced.length === 0 && /\d/.test(text);
    if (!mayNameAuthor && !isBylineLine(text)) continue;
    const line = elementLines(element);
    if (line.length > maxLineLength || seen.has(line)) continue;
    seen.add(line);
    const isByline = isBylineLine(line);
    if (!isByline && !(mayNameAuthor && namesBesideDate.test(line))) continue;
    if (element.closest(`${elsewhere}, ${hidden}, ${apart}`)) continue;
    const meta = readPrintedMeta(line);
    const fallback = !isByline || line.length > 120 || line.includes('\n') ? [] : [line];
    const [name] = cleaned(meta && meta.bylines.length > 0 ? meta.bylines : fallback);
    if (name !== undefined && isPersonal(name) && !isOwn(name)) return [name];
    if (meta && meta.published.length + meta.updated.length > 0)
      unintroduced = cleaned(meta.names ?? []).filter((each) => !isOwn(each));
  }
  return unintroduced.slice(0, 1);
}

/**
 * Returns those of the elements that name the authors of the article of the page: those inside the article that has the
 * first heading, else the first of the page, with the ones beside it.
 */
function ofOneArticle(document: PageDocument, elements: PageElement[]): PageElement[] {
  const article = document.querySelector('h1')?.closest(articles) ?? null;
  const inside = article ? elements.filter((element) => element.closest(articles) === article) : [];
  const [first, ...others] = inside.length > 0 ? inside : elements;
  if (!first) return [];
  const near = [first.parentElement, first.parentElement?.parentElement].filter((parent) => parent !== null);
  return [
    first,
    ...others.filter((other) =>
      [other.parentElement, other.parentElement?.parentElement].some(
        (parent) => parent && near.includes(parent),
      ),
    ),
  ];
}

/** True for a name of two words, or with a common given name: `Eat What Tonight` is none. */
function isOrdinary(name: string): boolean {
  const [given = '', ...others] = name.split(/\s+/);
  return others.length === 1 || pronounOfGivenName(given) !== undefined;
}

/** Returns a name of two words in lower case with capitals: `bo hart` → `Bo Hart` */
function capitalised(name: string | null): string | null {
  return name !== null && /^\p{Ll}+ \p{Ll}+$/u.test(name) && !noName.test(name)
    ? name.replace(/\b\p{Ll}/gu, (letter) => letter.toUpperCase())
    : name;
}

function namesOf(value: Json | undefined): (string | null)[] {
  if (!isRecord(value)) return [linkedText(value)];
  const { name, givenName, familyName } = value;
  const parts = [linkedText(givenName), linkedText(familyName)].filter((part) => part !== null);
  // Some publishers list the names of all authors in one person.
  if (Array.isArray(name)) return name.map(linkedText);
  return [linkedText(name) ?? (parts.length > 0 ? parts.join(' ') : null)];
}

function cleaned(names: (string | null | undefined)[], mayBeAccounts = false): string[] {
  const distinct = new Map<string, string>();
  for (const written of names) {
    const name = withoutDate(
      plainText(written ?? '')
        .replaceAll('\n', ' ')
        .replace(
          /^(?:(?:posted|submitted|written|words|story|text|reported|published|compiled)\s+)?by[:\s]+/i,
          '',
        )
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
    if (name.split(/\s+/).length > 14) continue;
    if (!/\p{Lu}|\p{Lo}/u.test(name) && !(mayBeAccounts && /^[\p{L}\d_.-]{3,30}$/u.test(name))) continue;
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
    authors.every(
      ({ kind, name: each }) => kind === 'person' && /^(?!The\s)(?:\S+\s+\S|\p{Lo}{2,4}$)/iu.test(each),
    )
  );
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/^the\s|[^\p{L}\p{N}]+/gu, '');
}
