import { escapeText } from 'entities';
import { generateRssFeed } from 'feedsmith';
import type { Article } from '../model/article.ts';
import { rightsLines } from '../model/rights.ts';
import { pageOf, schemeOf, uriOf, webAddress } from './addresses.ts';
import { bodyHtml } from './body-html.ts';
import { authorsOf, otherKeywords, sectionsOf } from './credits.ts';
import { mediaOf } from './media.ts';
import type { ListWriter, Site } from './published.ts';
import { summaryOf } from './summary.ts';
import { commonLanguage, modifiedAt, newestChange } from './times.ts';
import { type XmlItem, xmlItem, xmlList } from './xml-list.ts';
import { xmlDocument, xmlValues } from './xml-values.ts';

type FeedItem = ReturnType<typeof itemOf>;

/**
 * Creates a writer of RSS 2.0 with the whole text (`content:encoded`), authors (`dc:creator`), pictures
 * (`media:content`) and page links (RFC 5005) as `atom:link`.
 */
export function rss(site: Site): ListWriter<XmlItem<FeedItem>> {
  const write = (feed: Parameters<typeof generateRssFeed>[0]) =>
    xmlDocument(generateRssFeed(xmlValues(feed)));
  const about = { title: site.name, description: '' };
  return {
    item: (article) => {
      const value = itemOf(article, site);
      return xmlItem(article, value, write({ ...about, items: [value] }), 'item');
    },
    list(items, { title, links, hub }) {
      const changed = newestChange(items);
      const type = 'application/rss+xml';
      const link = (rel: string, href: string | null) => (href === null ? [] : [{ rel, href, type }]);
      const language = commonLanguage(items);
      return xmlList(items, 'item', (representatives) =>
        write({
          title: `${site.name}: ${title}`,
          link: links.html,
          description: `${title}. From ${site.origin}.`,
          ...(language && { language }),
          ...(changed && { lastBuildDate: new Date(changed) }),
          generator: 'Dateline',
          docs: 'https://www.rssboard.org/rss-specification',
          atom: {
            links: [
              ...link('self', links.self),
              ...link('first', links.first),
              ...link('previous', links.previous),
              ...link('next', links.next),
              ...(hub === null ? [] : [{ rel: 'hub', href: hub }]),
            ],
          },
          items: representatives,
        }),
      );
    },
  };
}

function itemOf(article: Article, site: Site) {
  const { headline, publishedAt, tags, images, source } = article;
  const modified = modifiedAt(article);
  const rights = rightsLines(article.rights);
  return {
    title: headline,
    link: pageOf(article, site),
    // Readers interpret this as HTML. An article with only a summary has no `content:encoded`.
    description: article.summaryOnly ? bodyHtml(article) : escapeText(summaryOf(article)),
    categories: [
      ...tags.map(({ type, name }) => ({ name, domain: schemeOf(type, site) })),
      ...sectionsOf(article).map((name) => ({ name, domain: schemeOf('section', site) })),
      ...otherKeywords(article).map((name) => ({ name })),
    ],
    guid: { value: uriOf(article, site), isPermaLink: false },
    ...(publishedAt !== null && { pubDate: new Date(publishedAt) }),
    dc: {
      creators: authorsOf(article).map(({ name }) => name),
      ...(source && { publishers: [source.name] }),
      ...(article.language !== 'und' && { languages: [article.language] }),
      ...(rights.length > 0 && { rights }),
      ...(webAddress(article.url) !== null && { sources: [String(article.url)] }),
    },
    ...(!article.summaryOnly && { content: { encoded: bodyHtml(article) } }),
    ...(modified !== null && modified !== publishedAt && { dcterms: { modified: [new Date(modified)] } }),
    media: { contents: mediaOf(images) },
  };
}
