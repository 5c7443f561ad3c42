import { dateOfPath } from '../../fields/date-of-path.ts';
import { type DateOrder, dateOrderOf } from '../../fields/date-order.ts';
import { orderAmong, orderOfWeekday } from './date-order-of-page.ts';
import { elementLines } from './element-lines.ts';
import { type LinkedNode, linkedText } from './linked-data.ts';
import type { PageDocument, PageElement } from './open-page.ts';
import { metaOf } from './page-meta.ts';
import { plainText } from './plain-text.ts';
import { changeLabel, readLabelledDates, readPrintedMeta } from './printed-meta.ts';

/** The dates of a page as printed, surest first. */
export interface PageDates {
  published: string[];
  updated: string[];
  /** Order of numeric dates, as far as the page shows it. */
  order: DateOrder | undefined;
  /** True if nothing but the address says when it was published. */
  isOfAddress: boolean;
}

const publishedNames = [
  ...[
    'article:published_time',
    'og:article:published_time',
    'og:published_time',
    'datepublished',
    'article:published',
  ],
  ...[
    'parsely-pub-date',
    'sailthru.date',
    'article.published',
    'published-date',
    'publish-date',
    'publishdate',
  ],
  ...['publish_date', 'pubdate', 'pub_date', 'publication_date', 'publicationdate', 'article_date_original'],
  ...['originalpublicationdate', 'dc.date.issued', 'dc.date.created', 'dc.issued', 'dc.created', 'dc.date'],
  ...[
    'citation_publication_date',
    'citation_online_date',
    'bt:pubdate',
    'rnews:datepublished',
    'displaydate',
  ],
  ...[
    'date',
    'datecreated',
    'created',
    'cxenseparse:recs:publishtime',
    'release_date',
    'article:post_date',
    'ptime',
  ],
];
const updatedNames = [
  ...['article:modified_time', 'og:modified_time', 'og:updated_time', 'datemodified', 'article:updated_time'],
  ...['dc.date.modified', 'dc.modified', 'last-modified', 'lastmod', 'revised', 'parsely-modified-date'],
];
const datedElements = [
  '[itemprop~="datePublished"], [property~="datePublished"]:not(meta), [property~="schema:datePublished"], [property~="dc:created"], [property~="dc:issued"], [property~="dcterms:created"], [property~="schema:dateCreated"]',
  'time[pubdate], article header time, article time, .entry-date, time.published, abbr.published',
  'time[datetime], .dt-published, .published[title], [property~="dc:date"]:not(meta)',
  '[class*="publish"][class*="date"], [class*="post-date"], [class*="postDate"], [class*="article-date"], [class*="entry-date"], [class*="pubdate"], [class*="PublishDate"], [class*="publish-time"], [class*="timestamp"], [id*="publish"][id*="date"], .date, .dateline, .posted-on, .postmetadata, .byline .date, [class*="date-time"], [class*="datetime"]',
  '[class*="date"], [class*="Date"], [id*="date"], [class*="posted"], [class*="published"]',
];
const changedElements =
  '[itemprop~="dateModified"], [property~="dateModified"]:not(meta), [property~="schema:dateModified"], [property~="dc:modified"], [property~="dcterms:modified"], time.updated, abbr.updated, .dt-updated';
const elsewhere =
  '[itemprop~="citation"], [class*="references"], [id="comments"], [class~="comment"], [class*="commentlist"], [class*="comment-list"], [class*="related"]:not(body)';

/**
 * Returns when a page says that it was published and last changed, surest first. A date in the address is the last
 * resort. `language` is that of the page.
 */
export function pageDates(
  document: PageDocument,
  node: LinkedNode | undefined,
  meta: Map<string, string[]>,
  { address, language }: { address: string | null; language: string | null },
): PageDates {
  const stated = [
    linkedText(node?.datePublished),
    ...publishedNames.map((name) => metaOf(meta, name)),
    linkedText(node?.dateCreated),
  ].filter((text) => text !== null);
  const changes = [linkedText(node?.dateModified), ...updatedNames.map((name) => metaOf(meta, name))];
  for (const element of document.querySelectorAll(changedElements))
    changes.push(
      element.getAttribute('datetime') ?? element.getAttribute('content') ?? element.getAttribute('title'),
    );
  const order = dateOrderOf(language) ?? orderAmong([...stated, ...changes]) ?? orderOfWeekday(document);
  const printed = printedDates(document, order);
  const day = dateOfPath(address ?? '')?.day;
  const inAddress = day ?? monthInAddress(address);
  // Sites that move stamp their articles anew; the address keeps the day of the first publication.
  const isMoved = day !== undefined && Date.parse(stated[0] ?? '') - Date.parse(day) > 365 * 86_400_000;
  return {
    published: [
      ...(isMoved ? [day] : []),
      ...stated,
      ...printed.published,
      ...(inAddress ? [inAddress] : []),
    ],
    updated: [...changes.filter((text) => text !== null), ...printed.updated],
    order,
    isOfAddress: inAddress !== undefined && stated.length + printed.published.length === 0,
  };
}

/** `https://a.example/2019/11/title` → `2019-11` */
function monthInAddress(address: string | null): string | undefined {
  const [, year, month] = /\/((?:19|20)\d\d)\/(0[1-9]|1[0-2])\//.exec(address ?? '') ?? [];
  return year && month && `${year}-${month}`;
}

/** Length of lines that may state a date, in UTF-16 code units. */
const maxLineLength = 240;

interface Dates {
  published: string[];
  updated: string[];
}

/** Returns the dates that the page prints: those of marked elements, else those of lines that say little more. */
function printedDates(document: PageDocument, order: DateOrder | undefined): Dates {
  const dates: Dates = { published: [], updated: [] };
  for (const selector of datedElements) {
    const elements = [...document.querySelectorAll(selector)].filter(
      (element) => !element.closest(elsewhere),
    );
    for (const element of elements.slice(0, 5)) addDates(dates, element, order);
  }
  return dates.published.length + dates.updated.length > 0 ? dates : datedLines(document, order);
}

function addDates(dates: Dates, element: PageElement, order: DateOrder | undefined): void {
  const isOfChange = isMarkedChange(element);
  const instants = ['datetime', 'content', 'title']
    .map((name) => element.getAttribute(name)?.trim() ?? '')
    .filter(hasDigit);
  const text = plainText(element.textContent ?? '').replaceAll('\n', ' ');
  const labelled = readLabelledDates(text.length < 160 ? text : '', order);
  // A mark of a change may hold both dates: `27/03/2019 01:57 | Updated 28/03/2019`.
  const isBoth = labelled.published.length > 0 && labelled.updated.length > 0;
  const isLabelledChange = labelled.updated.length > 0 && labelled.published.length === 0;
  if (isOfChange || isLabelledChange || isAfterChangeLabel(element, text)) {
    dates.updated.push(...instants);
    dates[isBoth ? 'published' : 'updated'].push(...labelled.published);
  } else dates.published.push(...instants, ...labelled.published);
  dates.updated.push(...labelled.updated);
}

const publishing = /publi|creat|issue|pubdate/i;
const changing = /modif|updat|changed|revis|aktualis|actualiz|maj\b/i;

function isMarkedChange(element: PageElement): boolean {
  for (const name of ['itemprop', 'property', 'class', 'id']) {
    const value = element.getAttribute(name) ?? '';
    if (publishing.test(value)) return false;
    if (changing.test(value)) return true;
  }
  return false;
}

/** True for an element whose line says so before it: `Last updated: <time>`. */
function isAfterChangeLabel(element: PageElement, text: string): boolean {
  const line = plainText(element.parentElement?.textContent ?? '');
  if (line.length > 240 || text === '') return false;
  // The label after the date before it.
  const before = line.slice(0, Math.max(0, line.indexOf(text))).replace(/^.*\d/s, '');
  return changeLabel.test(before.slice(-30));
}

function hasDigit(text: string): boolean {
  return /\d/.test(text);
}

/** Returns the dates of a short line if they make a third of it. */
function shortLine(text: string, order: DateOrder | undefined): Dates | undefined {
  if (text.length > 60) return undefined;
  const dates = readLabelledDates(text, order);
  const length = [...dates.published, ...dates.updated].reduce((sum, date) => sum + date.length, 0);
  return length < text.length / 3 ? undefined : dates;
}

/** Returns the dates of lines that say little more than a date, for pages that mark none. */
function datedLines(document: PageDocument, order: DateOrder | undefined): Dates {
  const dates: Dates = { published: [], updated: [] };
  for (const element of document.querySelectorAll(
    'p, span, small, time, em, i, b, strong, font, center, li, td, dd, h2, h3, h4, h5, h6, div, header, address',
  )) {
    const text = element.textContent ?? '';
    if (text.length > 2 * maxLineLength || !/\d/.test(text)) continue;
    const lines = elementLines(element);
    if (otherLabel.test(lines)) continue;
    const read =
      lines.length > maxLineLength ? undefined : (readPrintedMeta(lines, order) ?? shortLines(lines, order));
    if (!read || read.published.length + read.updated.length === 0) continue;
    if (element.closest(`${elsewhere}, nav, aside, footer:not([class*="meta"])`)) continue;
    dates.published.push(...read.published);
    dates.updated.push(...read.updated);
    if (dates.published.length + dates.updated.length >= 5) break;
  }
  return dates;
}

/** Words before the day on which a page was printed or captured. */
const otherLabel =
  /^(?:printed|gedruckt|ausgedruckt|imprim|stampat|afgedrukt|accessed|retrieved|captured|saved)/i;

/** Returns the dates of the first of some lines that says little more. */
export function shortLines(lines: string, order: DateOrder | undefined): Dates | undefined {
  for (const line of lines.split('\n')) {
    if (!/\d/.test(line) || otherLabel.test(line)) continue;
    const dates = readPrintedMeta(line, order) ?? shortLine(line, order);
    if (dates && dates.published.length + dates.updated.length > 0) return dates;
  }
  return undefined;
}
