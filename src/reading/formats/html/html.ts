import { splitKeywords } from '../../fields/split-keywords.ts';
import type { Format, Reading, ReadingSettings, Document as Source } from '../../reader.ts';
import { htmlReleaseFields, recordReleaseFields } from '../../release/release-fields.ts';
import { composeDraft } from '../compose-draft.ts';
import { decodeMarkup } from '../decode-markup.ts';
import { removeArchiveFrame } from './archive-frame.ts';
import { datedByAddress } from './date-of-address.ts';
import { headImages } from './head-images.ts';
import {
  articleNode,
  type LinkedNode,
  linkedBody,
  linkedNodes,
  linkedText,
  linkedTexts,
} from './linked-data.ts';
import { linkedEntities } from './linked-entities.ts';
import { openPage } from './open-page.ts';
import { pageAddress } from './page-address.ts';
import { pageAuthors } from './page-authors.ts';
import { pageBody } from './page-body.ts';
import { pageDates, shortLines } from './page-dates.ts';
import { pageEmbeds } from './page-embeds.ts';
import { pageHeadings } from './page-headings.ts';
import { pageHeadline } from './page-headline.ts';
import { leadingImage, pageImages } from './page-images.ts';
import { metaOf, pageMeta } from './page-meta.ts';
import { pageOutlet } from './page-outlet.ts';
import { pageRefusal, pageSigns } from './page-refusal.ts';
import { pageRelease, pageVersion } from './page-release.ts';
import { pageRights } from './page-rights.ts';
import { pageSections, pathOf, printedTags } from './page-sections.ts';
import { paywallMarks } from './paywall.ts';
import { printedStandfirst, removeBoxes, removeStandfirst } from './remove-boxes.ts';
import { removeScreenReaderLabels } from './screen-reader-labels.ts';
import { textOfHtml } from './text-of-html.ts';

/** Web pages: what they say of themselves (JSON-LD, Open Graph, meta, microdata, `<time>`), then the body. */
export const html: Format = {
  name: 'html',
  extensions: ['html', 'htm', 'xhtml', 'shtml', 'mhtml'],
  release: { ...recordReleaseFields, ...htmlReleaseFields },
  recognise(head) {
    const start = head
      .replace(/^\W*<\?xml[^>]*>/, '')
      .replace(/<!--[\s\S]*?-->/g, '')
      .trimStart()
      .slice(0, 2000);
    if (/^<!DOCTYPE\s+html/i.test(start) || /^<html[\s>]/i.test(start)) return 0.95;
    return /<(?:html|head|body|article|meta)[\s>]/i.test(start) && !/^<(?:rss|feed|rdf)/i.test(start)
      ? 0.7
      : 0;
  },
  *read(document, settings) {
    try {
      yield readPage(document, settings);
    } catch (cause) {
      // The DOM and Readability recurse: markup made to exhaust the stack must cost that page alone.
      const reason = `cannot be parsed: ${cause instanceof Error ? cause.message : String(cause)}`;
      yield { kind: 'reject', reject: { path: document.path, line: null, reason } };
    }
  },
};

function readPage(source: Source, settings: ReadingSettings): Reading {
  const markup = decodeMarkup(source.bytes);
  const page = openPage(markup);
  if (!page) {
    return {
      kind: 'reject',
      reject: { path: source.path, line: null, reason: 'elements nested too deeply' },
    };
  }
  removeArchiveFrame(page);
  removeScreenReaderLabels(page);
  const meta = pageMeta(page);
  const scripts = [...page.querySelectorAll('script[type*="ld+json"]')].map(
    (script) => script.textContent ?? '',
  );
  const node = articleNode(scripts);
  const { url, base, crawledAt } = pageAddress(source, markup, page, meta, node);
  const site = pageOutlet(meta, node);
  const headings = pageHeadings(page);
  const headline = pageHeadline(
    [
      linkedText(node?.headline),
      metaOf(meta, 'dc.title', 'parsely-title', 'og:title', 'twitter:title', 'headline'),
      page.querySelector('title')?.textContent ?? null,
      linkedText(node?.name),
    ],
    headings,
    [metaOf(meta, 'og:site_name'), site],
  );
  const authors = pageAuthors(page, node?.author ?? node?.creator, authorsInMeta(meta), [
    site,
    linkedText(node?.publisher),
    ...hostNames(url),
  ]);
  const standfirst =
    metaOf(meta, 'og:description', 'description', 'twitter:description', 'dc.description') ??
    linkedText(node?.description) ??
    printedStandfirst(page);
  const language =
    page.documentElement?.getAttribute('lang') ||
    linkedText(node?.inLanguage) ||
    metaOf(meta, 'og:locale', 'language', 'content-language', 'dc.language');
  const { order, isOfAddress, ...dates } = pageDates(page, node, meta, { address: url, language });
  const leading = leadingImage(node, meta, base);
  const signs = pageSigns(page);
  const unused = pageEmbeds(page);
  const linkedSections = linkedTexts(node?.articleSection);
  const sections = pageSections(page, meta, linkedSections, () => pathOf(linkedNodes(scripts)));
  const stated = keywordsOf(meta, [...linkedTexts(node?.keywords), ...linkedSections]);
  const keywords = stated.length > 0 ? stated : printedTags(page);
  const above = headImages(page, base);
  removeBoxes(page);
  removeStandfirst(page, standfirst === null ? null : textOfHtml(standfirst));
  const rights = pageRights(page, node, meta, base);
  const body = pageBody(page, node ? linkedBody(node) : null, {
    headline: headline ?? '',
    authors,
    base,
    paywall: paywallMarks(page, node, meta),
  });

  if (dates.published.length === 0) {
    // Old pages print the date as text beside other elements.
    const printed = shortLines(body.head.filter((line) => line.length < 100).join('\n'), order);
    dates.published.push(...(printed?.published ?? []));
  }

  const refusal = pageRefusal(signs, {
    text: body.pieces.map(({ text }) => text).join('\n'),
    isStatedArticle: isStatedArticle(node, meta),
    isSigned: authors.length > 0,
  });
  if (refusal !== undefined)
    return { kind: 'reject', reject: { path: source.path, line: source.firstLine ?? null, reason: refusal } };

  const reading = composeDraft(
    {
      format: 'html',
      path: source.path,
      line: source.firstLine ?? null,
      key: null,
      ordinal: 0,
      url,
      source: site,
      crawledAt,
      headline,
      standfirst: standfirst === null ? null : textOfHtml(standfirst),
      bylines: authors,
      ...dates,
      ...(order && { dateOrder: order }),
      language,
      keywords,
      sections,
      stated: linkedEntities(node),
      images: pageImages(leading, [...above, ...body.images]),
      pieces: body.pieces,
      rights,
      unused,
      summaryOnly: body.isStub,
      release: pageRelease(page, node, meta),
      version: pageVersion(node),
    },
    settings,
  );
  return isOfAddress ? datedByAddress(reading) : reading;
}

/** True if a page says of itself that it is an article. */
function isStatedArticle(node: LinkedNode | undefined, meta: Map<string, string[]>): boolean {
  return (
    (linkedText(node?.headline) !== null && linkedText(node?.datePublished) !== null) ||
    metaOf(meta, 'og:type') === 'article' ||
    metaOf(meta, 'article:published_time') !== null
  );
}

/** What an outlet is called in its own address: `https://www.cbsnews.com/news/a` → `['cbsnews']` */
function hostNames(url: string | null): string[] {
  if (url === null || !URL.canParse(url)) return [];
  return new URL(url).hostname.split('.').filter((label) => label.length > 3);
}

function authorsInMeta(meta: Map<string, string[]>): string[] {
  const names = [
    'dc.creator',
    'author',
    'article:author',
    'article:author_name',
    'parsely-author',
    'sailthru.author',
    'byl',
    'citation_author',
    'og:author',
    'article.author',
    'twitter:data1_author',
    'creator',
  ];
  for (const name of names) {
    const said = (meta.get(name) ?? []).filter((value) => !/^https?:/.test(value));
    if (said.length > 0) return said;
  }
  return [];
}

function keywordsOf(meta: Map<string, string[]>, linked: string[]): string[] {
  const lists = [
    'article:tag',
    'article:section',
    'news_keywords',
    'keywords',
    'parsely-tags',
    'sailthru.tags',
    'dc.subject',
  ];
  const said = lists.flatMap((name) => meta.get(name) ?? []);
  const all = [...linked, ...said]
    .flatMap((list) => splitKeywords(list, ',;'))
    .filter((keyword) => keyword.length <= 80);
  const distinct = new Map(all.map((keyword) => [keyword.toLowerCase(), keyword] as const));
  return [...distinct.values()].slice(0, 50);
}
