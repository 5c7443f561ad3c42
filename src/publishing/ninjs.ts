import type { Article, ArticleTag } from '../model/article.ts';
import type { Image } from '../model/image.ts';
import type { Instant } from '../model/instant.ts';
import type { TagType } from '../model/tag.ts';
import { pageOf, tagPageOf, uriOf, webAddress } from './addresses.ts';
import { bodyHtml } from './body-html.ts';
import { otherKeywords, sectionsOf } from './credits.ts';
import { withItems } from './json-list.ts';
import type { KnownTags, ListWriter, Site } from './published.ts';
import { sharedAddresses } from './same-as.ts';
import { changedAt, newestChange } from './times.ts';

const standard = {
  name: 'ninjs',
  version: '3.1',
  schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#',
};

/** Formats an article as IPTC ninjs 3.1. Pictures are associated items. */
export function ninjs(article: Article, site: Site, known: KnownTags): string {
  return JSON.stringify({ standard, ...itemOf(article, site, known) });
}

/** Creates a writer of one ninjs item of type `composite`, with the articles as its associations, in order. */
export function ninjsPackage(site: Site, known: KnownTags): ListWriter<{ text: string; changed: Instant }> {
  return {
    item: (article) => ({
      text: JSON.stringify(itemOf(article, site, known)),
      changed: changedAt(article),
    }),
    list(items, { title, links }) {
      const changed = newestChange(items);
      const named = items.map(({ text }, index) => ({
        text: `{"name":"article-${index + 1}",${text.slice(1)}`,
      }));
      return withItems(
        {
          standard,
          uri: links.self,
          type: 'composite',
          representationType: 'full',
          ...(changed && { versionCreated: changed }),
          pubStatus: 'usable',
          headlines: [{ role: 'main', contentType: 'text/plain', value: title }],
          renditions: [{ name: 'web', href: links.html, contentType: 'text/html' }],
          associations: [],
        },
        named,
      );
    },
  };
}

function itemOf(article: Article, site: Site, known: KnownTags) {
  const { headline, standfirst, byline, dateline, body, source, url, images, language } = article;
  const { publishedAt, rights, urgency, slugline, editorsNote, location = dateline?.place } = article;
  const uri = uriOf(article, site);
  const ofType = (type: TagType) =>
    article.tags.filter((tag) => tag.type === type).map((tag) => conceptOf(tag, site, known));
  const text = (role: string, contentType: string, value: string) => ({ role, contentType, value });
  const web = webAddress(url);
  const pictures = images.flatMap((image, index) => pictureOf(image, index, uri));
  return {
    uri,
    type: 'text',
    representationType: article.summaryOnly ? 'partial' : 'full',
    version: String(article.revision),
    ...(publishedAt !== null && { firstCreated: publishedAt, contentCreated: publishedAt }),
    versionCreated: changedAt(article),
    pubStatus: 'usable',
    ...(language !== 'und' && { language }),
    headlines: [text('main', 'text/plain', headline)],
    ...(standfirst && { descriptions: [text('summary', 'text/plain', standfirst)] }),
    bodies: [
      {
        ...text('main', 'text/html', bodyHtml({ ...article, images: [] })),
        wordCount: article.wordCount,
        charCount: body.text.length,
      },
      text('plain', 'text/plain', body.text),
    ],
    ...(byline && { by: byline }),
    ...(location && { located: location }),
    ...(slugline && { slugline }),
    ...(urgency && { urgency }),
    ...(editorsNote && { edNote: editorsNote }),
    ...(rights?.holder && { copyrightHolder: rights.holder }),
    ...(rights?.notice && { copyrightNotice: rights.notice }),
    ...(rights?.usageTerms && { usageTerms: rights.usageTerms }),
    people: ofType('person'),
    organisations: ofType('organization'),
    places: ofType('place'),
    subjects: [
      ...ofType('topic'),
      ...sectionsOf(article).map((name) => ({ name, rel: 'section' })),
      ...otherKeywords(article).map((name) => ({ name, rel: 'keyword' })),
    ],
    ...(source && { infoSources: [{ name: source.name, role: 'publisher', literal: source.slug }] }),
    altIds: [
      { role: 'dateline-id', value: article.id },
      { role: 'dateline-slug', value: article.slug },
    ],
    renditions: [
      ...(web === null ? [] : [{ name: 'original', href: web, contentType: 'text/html' }]),
      { name: 'web', href: pageOf(article, site), contentType: 'text/html' },
    ],
    ...(pictures.length > 0 && { associations: pictures }),
  };
}

/** Converts a tag to a concept, identified by a shared vocabulary if possible, else by our own. */
function conceptOf(tag: ArticleTag, site: Site, known: KnownTags) {
  const [shared] = sharedAddresses(tag.id, known);
  const geo = tag.type === 'place' ? known.get(tag.id)?.geo : undefined;
  return {
    name: tag.name,
    rel: tag.type === 'topic' ? 'about' : 'mentions',
    uri: shared ?? tagPageOf(tag, site),
    literal: tag.id,
    // GeoJSON (RFC 7946) has the longitude first.
    ...(geo && { geoJSON: { type: 'Point', coordinates: [geo.longitude, geo.latitude] } }),
  };
}

function pictureOf(image: Image, index: number, article: string) {
  const { url, caption, credit, alt, width, height, type } = image;
  const href = webAddress(url);
  if (href === null && caption === null) return [];
  const texts = [
    ...(caption ? [{ role: 'caption', contentType: 'text/plain', value: caption }] : []),
    ...(alt ? [{ role: 'alt', contentType: 'text/plain', value: alt }] : []),
  ];
  const rendition = {
    ...(type && { contentType: type }),
    ...(width && { width }),
    ...(height && { height }),
  };
  return [
    {
      name: `picture-${index + 1}`,
      uri: href ?? `${article}#picture-${index + 1}`,
      type: 'picture',
      ...(texts.length > 0 && { descriptions: texts }),
      ...(credit && { by: credit }),
      ...(href && { renditions: [{ name: 'main', href, ...rendition }] }),
    },
  ];
}
