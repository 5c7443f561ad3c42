import type { StatedEntity } from '../../../../model/draft.ts';
import { withGivenNameFirst } from '../../../fields/inverted-name.ts';
import { readSections } from '../../../fields/read-sections.ts';
import { splitKeywords } from '../../../fields/split-keywords.ts';
import { mergedRenditions } from '../../picture-renditions.ts';
import { piecesOfText } from '../../pieces-of-text.ts';
import { maxStated, statedEntity } from '../../stated-entity.ts';
import { webAddress } from '../../web-address.ts';
import type { Json } from '../parse-json.ts';
import { imageOf } from '../record-images.ts';
import type { RecordOfFields } from '../record-paths.ts';
import { lineOf, partOf, partsOf, stringOf, textOf, textsOf } from '../record-values.ts';
import type { KnownApi } from './known-api.ts';

/** The addresses of pictures are relative to this server. */
const pictures = 'https://static01.nyt.com/';

const entityTypes: Record<string, StatedEntity['type']> = {
  persons: 'person',
  person: 'person',
  organizations: 'organization',
  organization: 'organization',
  glocations: 'place',
  location: 'place',
};

/**
 * Articles of the Article Search and Archive APIs of The New York Times (developer.nytimes.com). They give an abstract
 * and the first paragraph, never the text.
 */
export const nytSearch: KnownApi = {
  name: 'NYT Article Search',
  recognises: (record) =>
    ('web_url' in record && ('lead_paragraph' in record || 'abstract' in record || 'snippet' in record)) ||
    (stringOf(record._id) ?? '').startsWith('nyt://'),
  used: [
    ...['_id', 'uri', 'web_url', 'headline', 'abstract', 'snippet', 'lead_paragraph', 'source', 'byline'],
    ...[
      'pub_date',
      'keywords',
      'section_name',
      'subsection_name',
      'news_desk',
      'multimedia',
      'document_type',
    ],
  ],
  read(record) {
    const url = webAddress(stringOf(record.web_url), null);
    const headline = partOf(record.headline);
    const byline = lineOf(partOf(record.byline).original) ?? lineOf(record.byline);
    const keywords = partsOf(record.keywords).flatMap((keyword) => {
      const value = lineOf(keyword.value);
      return value === null ? [] : [{ name: (stringOf(keyword.name) ?? '').toLowerCase(), value }];
    });
    const stated = keywords.slice(0, maxStated).flatMap(({ name, value }) => {
      const type = entityTypes[name];
      return (type && statedEntity(type, type === 'person' ? personName(value) : value)) ?? [];
    });
    const abstract = lineOf(record.abstract) ?? lineOf(record.snippet);
    return {
      ...summary(abstract, lineOf(record.lead_paragraph)),
      key: textOf(record._id) ?? textOf(record.uri),
      url,
      source: lineOf(record.source),
      headline: lineOf(headline.main) ?? lineOf(headline.print_headline) ?? lineOf(record.headline),
      bylines: byline === null ? [] : [byline],
      published: [stringOf(record.pub_date)],
      updated: [],
      language: languageOf(url),
      keywords: keywords.map(({ value }) => value),
      sections: readSections([lineOf(record.section_name) ?? lineOf(record.news_desk) ?? '']),
      stated,
      images: onePicture(record.multimedia),
    };
  },
};

/** Articles of the Top Stories, Times Newswire and Most Popular APIs of The New York Times: an abstract, no text. */
export const nytLists: KnownApi = {
  name: 'NYT Top Stories',
  recognises: (record) =>
    'abstract' in record && ('des_facet' in record || 'adx_keywords' in record || 'published_date' in record),
  used: [
    ...['uri', 'url', 'title', 'abstract', 'byline', 'published_date', 'updated', 'updated_date', 'section'],
    ...[
      'subsection',
      'des_facet',
      'org_facet',
      'per_facet',
      'geo_facet',
      'multimedia',
      'media',
      'source',
      'id',
    ],
    ...['adx_keywords', 'first_published_date', 'nytdsection'],
  ],
  read(record) {
    const facet = (name: string) => textsOf(record[name]);
    const [people, organizations, places] = [facet('per_facet'), facet('org_facet'), facet('geo_facet')];
    const entities = (type: StatedEntity['type'], names: string[]) =>
      names.slice(0, maxStated).flatMap((name) => statedEntity(type, name) ?? []);
    const byline = lineOf(record.byline);
    const facets = [...facet('des_facet'), ...organizations, ...people, ...places];
    const media = partsOf(record.media).filter(({ type }) => type === 'image');
    return {
      ...summary(lineOf(record.abstract), null),
      key: textOf(record.uri) ?? textOf(record.id) ?? textOf(record.url),
      url: webAddress(stringOf(record.url), null),
      source: lineOf(record.source) ?? 'The New York Times',
      headline: lineOf(record.title),
      bylines: byline === null ? [] : [byline],
      published: [stringOf(record.published_date), stringOf(record.first_published_date)],
      updated: [stringOf(record.updated_date) ?? stringOf(record.updated)],
      language: languageOf(stringOf(record.url)),
      keywords: facets.length > 0 ? facets : splitKeywords(stringOf(record.adx_keywords) ?? '', ';'),
      sections: readSections([lineOf(record.section) ?? '']),
      stated: [
        ...entities('person', people.map(personName)),
        ...entities('organization', organizations),
        ...entities('place', places),
      ].slice(0, maxStated),
      images:
        media.length > 0
          ? media.flatMap((each) => onePicture(each['media-metadata'], each.caption, each.copyright))
          : onePicture(record.multimedia),
    };
  },
};

/** Returns the name of a person without the years of birth and death: `Lee, Ann (1970- )` → `Ann Lee`. */
function personName(value: string): string {
  return withGivenNameFirst(value.replace(/\s*\(\d{4}\s?-\s?(?:\d{4})?\s*\)$/, ''));
}

/** The site writes in English, and in Spanish under `/es/`. */
function languageOf(url: string | null): string {
  return url?.includes('.com/es/') ? 'es' : 'en';
}

/** An abstract beside a first paragraph is the standfirst. */
function summary(abstract: string | null, lead: string | null) {
  const text = lead ?? abstract ?? '';
  return { standfirst: lead === null ? null : abstract, pieces: piecesOfText(text), summaryOnly: true };
}

/** The renditions that the API lists are of one picture, under names such as `articleLarge`. */
function onePicture(value: Json | undefined, caption?: Json, credit?: Json) {
  const lists = partsOf(value).flatMap((entry): RecordOfFields[] =>
    // Since 2025, the picture is an object with `default` and `thumbnail`.
    'default' in entry
      ? [{ ...partOf(entry.default), caption: entry.caption ?? null, credit: entry.credit ?? null }]
      : [entry],
  );
  const renditions = lists
    .filter(({ type }) => type === undefined || type === 'image')
    .flatMap((entry) => {
      const said = { caption: entry.caption ?? caption, credit: entry.credit ?? entry.copyright ?? credit };
      return imageOf(entry.url, { ...said, width: entry.width, height: entry.height }, pictures) ?? [];
    });
  return renditions.length > 0 ? [mergedRenditions(renditions)] : [];
}
