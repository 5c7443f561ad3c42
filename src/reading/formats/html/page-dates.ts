import { monthOf } from '../../fields/month-names.ts';
import { readDate } from '../../fields/read-date.ts';
import { type LinkedNode, linkedText } from './linked-data.ts';
import type { PageDocument } from './open-page.ts';
import { metaOf } from './page-meta.ts';
import { plainText } from './plain-text.ts';

/** The dates of a page as printed, surest first. */
export interface PageDates {
  published: string[];
  updated: string[];
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
  'time[itemprop~="datePublished"], [itemprop~="datePublished"]',
  'time[pubdate], article header time, article time, .entry-date, time.published, abbr.published',
  'time[datetime], .dt-published, .published[title]',
  '[class*="publish"][class*="date"], [class*="post-date"], [class*="postDate"], [class*="article-date"], [class*="entry-date"], [class*="pubdate"], [class*="PublishDate"], [class*="publish-time"], [class*="timestamp"], [id*="publish"][id*="date"], .date, .dateline, .posted-on, .postmetadata, .byline .date, [class*="date-time"], [class*="datetime"]',
  '[class*="date"], [class*="Date"], [id*="date"], [class*="posted"], [class*="published"]',
];
const elsewhere =
  '[itemprop~="citation"], [class*="references"], [id="comments"], [class~="comment"], [class*="commentlist"], [class*="comment-list"], [class*="related"]:not(body)';

/** When the page says that it was published and last changed, in the order in which to believe it. */
export function pageDates(
  document: PageDocument,
  node: LinkedNode | undefined,
  meta: Map<string, string[]>,
  address: string | null,
): PageDates {
  const said = [
    linkedText(node?.datePublished),
    ...publishedNames.map((name) => metaOf(meta, name)),
    linkedText(node?.dateCreated),
  ];
  const published = said.filter((text) => text !== null);
  const dated = dateInAddress(address);
  if (dated) {
    // Sites that move stamp their articles anew; the address keeps the day of the first publication.
    const stated = Date.parse(published[0] ?? '');
    if (stated - Date.parse(dated) > 30 * 86_400_000) published.unshift(dated);
  }
  published.push(...printedDates(document));
  const lasting = dated ?? monthInAddress(address);
  if (lasting) published.push(lasting);
  const updated = [linkedText(node?.dateModified), ...updatedNames.map((name) => metaOf(meta, name))];
  for (const element of document.querySelectorAll('[itemprop~="dateModified"], time.updated')) {
    updated.push(element.getAttribute('datetime') ?? element.getAttribute('content'));
  }
  return { published, updated: updated.filter((text) => text !== null) };
}

/** `https://a.example/2019/11/3/title` → `2019-11-03`; so `/2019/nov/03/`, `/2019-11-03-title`, `/20191103/` */
function dateInAddress(address: string | null): string | undefined {
  const [, year, printed = '', day = ''] =
    /\/((?:19|20)\d\d)[/-]([01]?\d|[a-z]{3})[/-]([0-3]?\d)(?:[/_-]|$)/i.exec(address ?? '') ??
    /\/((?:19|20)\d\d)(0[1-9]|1[0-2])([0-3]\d)(?:[/_-]|$)/.exec(address ?? '') ??
    [];
  const month = /^\d/.test(printed) ? printed : monthOf(printed)?.toString();
  return year && month && `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** `https://a.example/2019/11/title` → `2019-11` */
function monthInAddress(address: string | null): string | undefined {
  const [, year, month] = /\/((?:19|20)\d\d)\/(0[1-9]|1[0-2])\//.exec(address ?? '') ?? [];
  return year && month && `${year}-${month}`;
}

function printedDates(document: PageDocument): string[] {
  const dates: string[] = [];
  for (const selector of datedElements) {
    const elements = [...document.querySelectorAll(selector)].filter(
      (element) => !element.closest(elsewhere),
    );
    for (const element of elements.slice(0, 5)) {
      dates.push(...['datetime', 'content', 'title'].map((name) => element.getAttribute(name) ?? ''));
      const text = plainText(element.textContent ?? '').replaceAll('\n', ' ');
      if (text.length < 120)
        dates.push(
          text.replace(/^\W*(?:first |last )?(?:published|posted|updated)\s*(?:on|at)?\s*:?\s*/i, ''),
        );
    }
  }
  const found = dates.map((text) => text.trim()).filter((text) => /\d/.test(text));
  return found.length > 0 ? found : datedLines(document);
}

/** Lines that say little more than a date, for pages that mark none. */
function datedLines(document: PageDocument): string[] {
  const lines: string[] = [];
  for (const element of document.querySelectorAll(
    'p, span, small, em, i, b, strong, li, td, h2, h3, h4, h5, h6, div',
  )) {
    const text = plainText(element.textContent ?? '').replaceAll('\n', ' ');
    if (text.length > 60 || !/\d/.test(text)) continue;
    const date = readDate(text, { timeZone: 'UTC' });
    if (!date || date.precision === 'year' || date.precision === 'month') continue;
    if (date.end - date.start < text.length / 3 || element.closest(`${elsewhere}, nav, aside, footer`))
      continue;
    lines.push(text);
    if (lines.length === 5) break;
  }
  return lines;
}
