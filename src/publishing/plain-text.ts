import type { Article } from '../model/article.ts';
import { rightsLines } from '../model/rights.ts';
import { pageOf } from './addresses.ts';
import { captionLine, creditLine } from './credits.ts';
import type { KnownTags, ListWriter, Selection, Site } from './published.ts';
import { summaryOf } from './summary.ts';

/** Formats an article as plain text: headline, standfirst, authors, date, address, body, captions and credit. */
export function plainText(article: Article, site: Site): string {
  const { headline, standfirst, body, credit, images } = article;
  const captions = images.flatMap((image) => (image.caption === null ? [] : captionLine(image)));
  const rights = rightsLines(article.rights);
  return `${[
    headline,
    standfirst,
    about(article, site),
    body.text,
    ...captions,
    credit && `(${credit})`,
    ...rights,
  ]
    .filter(Boolean)
    .join('\n\n')}\n`;
}

/** Creates a writer of plain text, articles separated by a line of hyphens. */
export function plainTextList(site: Site, _known: KnownTags, { withBody }: Selection): ListWriter {
  return {
    item: (article) => ({
      text: withBody
        ? plainText(article, site)
        : `${[article.headline, about(article, site), summaryOf(article)].filter(Boolean).join('\n')}\n`,
    }),
    list(items, { title, links }) {
      const next = links.next === null ? [] : [`Next page: ${links.next}\n`];
      return [`${title}\n`, ...items.map(({ text }) => text), ...next].join(`\n${'-'.repeat(20)}\n\n`);
    },
  };
}

function about(article: Article, site: Site): string {
  return [creditLine(article), article.publishedAt ?? 'undated', pageOf(article, site)]
    .filter(Boolean)
    .join('\n');
}
