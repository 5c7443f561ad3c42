import { generateAtomFeed } from 'feedsmith';
import type { Article } from '../model/article.ts';
import { rightsLines } from '../model/rights.ts';
import { formatOf, pageOf, schemeOf, uriOf, webAddress } from './addresses.ts';
import { bodyHtml } from './body-html.ts';
import { authorsOf, otherKeywords, sectionsOf } from './credits.ts';
import { mediaOf } from './media.ts';
import type { ListWriter, Site, WithdrawnEntry } from './published.ts';
import { changedAt, commonLanguage, newestChange } from './times.ts';
import { type XmlItem, xmlItem, xmlList } from './xml-list.ts';
import { xmlDocument, xmlText, xmlValues } from './xml-values.ts';

const type = 'application/atom+xml';
/** Value of the required `updated` in a feed without entries. */
const noTime = '1970-01-01T00:00:00Z';

type Entry = ReturnType<typeof entryOf>;

/** Creates a writer of Atom (RFC 4287) with page links (RFC 5005). Entries contain the whole text. */
export function atom(site: Site): ListWriter<XmlItem<Entry>> {
  const write = (feed: Parameters<typeof generateAtomFeed>[0]) =>
    xmlDocument(generateAtomFeed(xmlValues(feed)));
  const about = { id: site.origin, title: { value: site.name }, updated: new Date(noTime) };
  return {
    item: (article) => {
      const value = entryOf(article, site);
      return xmlItem(article, value, write({ ...about, entries: [value] }), 'entry');
    },
    list(items, { title, links, hub, withdrawn = [] }) {
      const link = (rel: string, href: string | null) => (href === null ? [] : [{ rel, href, type }]);
      const language = commonLanguage(items);
      const feed = xmlList(items, 'entry', (representatives) =>
        write({
          id: links.first,
          title: { value: `${site.name}: ${title}` },
          updated: new Date(
            newestChange([...items, ...withdrawn.map(({ at }) => ({ changed: at }))]) ?? noTime,
          ),
          // Applies to entries without an author (RFC 4287, 4.1.2).
          authors: [{ name: site.name, uri: site.origin }],
          generator: { text: 'Dateline' },
          ...(language && { xml: { lang: language } }),
          links: [
            ...link('self', links.self),
            { rel: 'alternate', href: links.html, type: 'text/html' },
            ...link('first', links.first),
            ...link('previous', links.previous),
            ...link('next', links.next),
            ...(hub === null ? [] : [{ rel: 'hub', href: hub }]),
          ],
          entries: representatives,
        }),
      );
      const end = feed.lastIndexOf('</feed>');
      return (
        feed.slice(0, end) + withdrawn.map((each) => deletedEntry(each, site)).join('') + feed.slice(end)
      );
    },
  };
}

/** Returns the tombstone of an article (RFC 6721), for a place between the entries of a feed. */
function deletedEntry({ id, at, note }: WithdrawnEntry, site: Site): string {
  const comment = note === null ? '' : `<at:comment>${xmlText(note)}</at:comment>`;
  return `<at:deleted-entry xmlns:at="${tombstones}" ref="${xmlText(uriOf({ id }, site))}" when="${at}">${comment}</at:deleted-entry>\n`;
}

const tombstones = 'http://purl.org/atompub/tombstones/1.0';

function entryOf(article: Article, site: Site) {
  const { headline, standfirst, publishedAt, tags, language, images } = article;
  const rights = rightsLines(article.rights);
  const source = webAddress(article.url);
  return {
    id: uriOf(article, site),
    title: { value: headline },
    ...(publishedAt !== null && { published: new Date(publishedAt) }),
    updated: new Date(changedAt(article)),
    authors: authorsOf(article).map(({ name }) => ({ name })),
    links: [
      { rel: 'alternate', href: pageOf(article, site), type: 'text/html' },
      { rel: 'alternate', href: formatOf(article, 'jsonld', site), type: 'application/ld+json' },
      ...(source === null ? [] : [{ rel: 'via', href: source }]),
    ],
    categories: [
      ...tags.map((tag) => ({ term: tag.slug, scheme: schemeOf(tag.type, site), label: tag.name })),
      ...sectionsOf(article).map((term) => ({ term, scheme: schemeOf('section', site) })),
      ...otherKeywords(article).map((term) => ({ term })),
    ],
    ...(article.summaryOnly
      ? { summary: { value: bodyHtml(article), type: 'html' } }
      : {
          ...(standfirst && { summary: { value: standfirst } }),
          content: { value: bodyHtml(article), type: 'html' },
        }),
    ...(rights.length > 0 && { rights: { value: rights.join(' ') } }),
    media: { contents: mediaOf(images) },
    ...(language !== 'und' && { xml: { lang: language } }),
  };
}
