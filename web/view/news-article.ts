import type { Article } from '../../clients/typescript/src/client.ts';
import { articleHref, tagHref } from '../href.ts';
import type { TagType } from '../tag-types.ts';

/** Maximum number of tags that search engines are told. */
const most = 100;

const kinds: Partial<Record<TagType, string>> = {
  person: 'Person',
  organization: 'Organization',
  place: 'Place',
};

/** Describes an article for search engines (https://schema.org/NewsArticle). */
export function newsArticle(article: Article, origin: string): object {
  const {
    slug,
    headline,
    standfirst,
    language,
    publishedAt,
    updatedAt,
    authors,
    source,
    images,
    tags,
    wordCount,
    keywords,
    sections = [],
    rights,
    location,
  } = article;
  const modified = updatedAt ?? publishedAt;
  const pictures = images.flatMap(({ url, caption, credit, alt, width, height }) =>
    url
      ? [
          {
            '@type': 'ImageObject',
            url,
            ...(caption && { caption }),
            ...(credit && { creditText: credit }),
            ...(alt && { description: alt }),
            ...(width && { width }),
            ...(height && { height }),
          },
        ]
      : [],
  );
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': origin + articleHref(slug),
    url: origin + articleHref(slug),
    headline,
    ...(standfirst && { description: standfirst }),
    ...(language !== 'und' && { inLanguage: language }),
    ...(publishedAt && { datePublished: publishedAt }),
    ...(modified && { dateModified: modified }),
    author: authors.map(({ name, kind }) => ({
      '@type': kind === 'person' ? 'Person' : 'Organization',
      name,
    })),
    ...(source && { publisher: { '@type': 'Organization', name: source.name } }),
    ...(article.url && { isBasedOn: article.url }),
    ...(pictures.length > 0 && { image: pictures }),
    wordCount,
    ...(location && { contentLocation: { '@type': 'Place', name: location } }),
    ...(rights?.holder && { copyrightHolder: { '@type': 'Organization', name: rights.holder } }),
    ...(rights?.notice && { copyrightNotice: rights.notice }),
    ...(rights?.usageTerms && { usageInfo: { '@type': 'CreativeWork', text: rights.usageTerms } }),
    ...(keywords.length > 0 && { keywords }),
    ...(sections.length > 0 && { articleSection: sections }),
    mentions: tags.slice(0, most).map(({ id, type, slug, name }) => ({
      '@type': kinds[type] ?? 'DefinedTerm',
      name,
      url: origin + tagHref(id, slug),
    })),
  };
}
