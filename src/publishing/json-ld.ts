import type { Article, ArticleTag } from '../model/article.ts';
import type { TagType } from '../model/tag.ts';
import { pageOf, tagPageOf, uriOf, webAddress } from './addresses.ts';
import { authorsOf } from './credits.ts';
import { withItems } from './json-list.ts';
import type { KnownTags, ListWriter, Site } from './published.ts';
import { sameAs } from './same-as.ts';
import { summaryOf } from './summary.ts';
import { modifiedAt } from './times.ts';

const context = 'https://schema.org';

const types: Record<TagType, string> = {
  person: 'Person',
  organization: 'Organization',
  place: 'Place',
  topic: 'DefinedTerm',
  keyword: 'DefinedTerm',
  section: 'DefinedTerm',
  author: 'Person',
};

/** Formats an article as schema.org NewsArticle in JSON-LD, with the properties that search engines expect. */
export function jsonLd(article: Article, site: Site, known: KnownTags): string {
  return JSON.stringify({ '@context': context, ...newsArticle(article, site, known) });
}

/** Creates a writer of schema.org ItemList with complete articles. */
export function jsonLdList(site: Site, known: KnownTags): ListWriter {
  return {
    item: (article) => ({ text: JSON.stringify(newsArticle(article, site, known)) }),
    list: (items, { title, links }) =>
      withItems(
        {
          '@context': context,
          '@type': 'ItemList',
          '@id': links.self,
          name: title,
          url: links.html,
          itemListElement: [],
        },
        items.map(({ text }, index) => ({
          text: `{"@type":"ListItem","position":${index + 1},"item":${text}}`,
        })),
      ),
  };
}

/** Returns the article without `@context`, for use inside other JSON-LD. */
function newsArticle(article: Article, site: Site, known: KnownTags) {
  const { headline, standfirst, language, body, images, source, dateline, keywords, tags } = article;
  const { sections = [], rights, location } = article;
  const modified = modifiedAt(article);
  const page = pageOf(article, site);
  const inHeadline = new Set(
    article.mentions.filter(({ field }) => field === 'headline').map(({ tag }) => tag),
  );
  const isAbout = ({ id, type }: ArticleTag) => type === 'topic' || inHeadline.has(id);
  const about = tags.filter(isAbout).map((tag) => thingOf(tag, site, known));
  const mentions = tags.filter((tag) => !isAbout(tag)).map((tag) => thingOf(tag, site, known));
  const pictures = images.flatMap(({ url, caption, credit, alt, width, height, type }) => {
    const address = webAddress(url);
    if (address === null) return [];
    return {
      '@type': 'ImageObject',
      url: address,
      ...(caption && { caption }),
      ...(credit && { creditText: credit }),
      ...(alt && { description: alt }),
      ...(width && { width }),
      ...(height && { height }),
      ...(type && { encodingFormat: type }),
    };
  });
  const original = webAddress(article.url);
  const summary = summaryOf(article);
  // Search engines require an author; the outlet is used if none is named.
  const outlet = source === null ? [] : [{ name: source.name, kind: 'agency' as const }];
  const named = authorsOf(article);
  const authors = (named.length > 0 ? named : outlet).map(({ name, kind }) =>
    authorOf(name, kind, article, site),
  );
  return {
    '@type': 'NewsArticle',
    '@id': uriOf(article, site),
    identifier: article.id,
    url: page,
    mainEntityOfPage: { '@type': 'WebPage', '@id': page },
    headline,
    ...(summary && { description: summary }),
    ...(standfirst && { abstract: standfirst }),
    ...(pictures.length > 0 && { image: pictures }),
    ...(article.publishedAt && { datePublished: article.publishedAt }),
    ...(modified && { dateModified: modified }),
    ...(authors.length > 0 && { author: authors }),
    ...(source && { publisher: { '@type': 'Organization', name: source.name } }),
    sdPublisher: { '@type': 'Organization', name: site.name, url: site.origin },
    ...(language !== 'und' && { inLanguage: language }),
    ...(dateline && { dateline: dateline.text }),
    ...(location && { contentLocation: { '@type': 'Place', name: location } }),
    ...(rights?.holder && { copyrightHolder: { '@type': 'Organization', name: rights.holder } }),
    ...(rights?.notice && { copyrightNotice: rights.notice }),
    ...(rights?.usageTerms && { usageInfo: { '@type': 'CreativeWork', text: rights.usageTerms } }),
    ...(keywords.length > 0 && { keywords }),
    ...(sections.length > 0 && { articleSection: sections }),
    ...(!article.summaryOnly && { articleBody: body.text }),
    wordCount: article.wordCount,
    ...(about.length > 0 && { about }),
    ...(mentions.length > 0 && { mentions }),
    ...(original && { isBasedOn: original }),
    isAccessibleForFree: true,
  };
}

function thingOf(tag: ArticleTag, site: Site, known: KnownTags) {
  const same = sameAs(tag.id, known);
  const { description, geo } = known.get(tag.id) ?? {};
  return {
    '@type': types[tag.type],
    '@id': tagPageOf(tag, site),
    name: tag.name,
    url: tagPageOf(tag, site),
    ...(description && { description }),
    ...(same.length > 0 && { sameAs: same }),
    ...(geo && tag.type === 'place' && { geo: { '@type': 'GeoCoordinates', ...geo } }),
  };
}

function authorOf(name: string, kind: 'person' | 'agency', { tags }: Article, site: Site) {
  const type = kind === 'person' ? 'person' : 'organization';
  const tag = tags.find((each) => each.type === type && each.name === name);
  return { '@type': types[type], name, ...(tag && { url: tagPageOf(tag, site) }) };
}
