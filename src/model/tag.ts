import { z } from 'zod';
import { SourceId } from './source-id.ts';

/** Types of tags that the text of an article names or means. */
export const entityTypes = ['person', 'topic', 'organization', 'place'] as const;

/** Types of tags for the newsroom's own words: keywords, sections and authors of an article, as printed. */
export const newsroomTagTypes = ['keyword', 'section', 'author'] as const;
export type NewsroomTagType = (typeof newsroomTagTypes)[number];

/** All types of tags. Add a type to a group above and to `tagPlurals`. */
export const tagTypes = [...entityTypes, ...newsroomTagTypes] as const;

/** Types that articles carry, but which lists of tags leave out. */
export const unlistedTagTypes = ['source', 'language', 'has'] as const;
export type UnlistedTagType = (typeof unlistedTagTypes)[number];

/** Types of tags that filters and facets accept. */
export const filterTagTypes = [...tagTypes, 'source', 'language'] as const;

/** Names of the lists of each type, in addresses of the API and of the web pages. */
export const tagPlurals = {
  person: 'people',
  topic: 'topics',
  organization: 'organizations',
  place: 'places',
  keyword: 'keywords',
  section: 'sections',
  author: 'authors',
} as const satisfies Record<TagType, string>;

export type TagPlural = (typeof tagPlurals)[TagType];

export const TagType = z.enum(tagTypes).meta({ description: 'Type of the tag.', example: 'person' });
export type TagType = z.infer<typeof TagType>;

/** Matches the id of a Wikidata item. */
export const wikidataItem = /^[Qq][1-9]\d{0,18}$/;

/** Id of a tag, `type/slug`: `person/josep-borrell`. */
export const TagId = z
  .string()
  .regex(
    new RegExp(`^(${tagTypes.join('|')})/[a-z0-9]+(-[a-z0-9]+)*$`),
    'is not the id of a tag such as person/josep-borrell',
  )
  .meta({ description: 'The tag as `type/slug`.', example: 'person/josep-borrell' });
export type TagId = z.infer<typeof TagId>;

/** Id of a tag that a text can name. */
export const EntityTagId = TagId.regex(new RegExp(`^(${entityTypes.join('|')})/`), {
  error: `must be a tag of one of the types ${entityTypes.join(', ')}`,
});

/** True if the id is that of a keyword, section or author. */
export function isNewsroomTag(id: TagId): boolean {
  return newsroomTagTypes.some((type) => id.startsWith(`${type}/`));
}

export const Role = z
  .object({
    title: z.string().meta({ description: 'Title of the office.', example: 'Minister of Foreign Affairs' }),
    organization: z
      .string()
      .nullable()
      .meta({ description: 'Country or organization of the office.', example: 'South Korea' }),
    from: z.string().nullable().meta({ description: 'First year, month or day.', example: '2024-01' }),
    to: z.string().nullable().meta({ description: 'Last year, month or day.', example: null }),
  })
  .meta({ id: 'Role', description: 'An office that a person holds or held.' });
export type Role = z.infer<typeof Role>;

export const ExternalIds = z
  .object({
    wikidata: z.string().nullable().meta({ description: 'Wikidata item.', example: 'Q313118' }),
    mediatopic: z
      .string()
      .nullable()
      .meta({ description: 'IPTC Media Topic, as QCode.', example: 'medtop:20000002' }),
  })
  .meta({ id: 'ExternalIds', description: 'Identifiers in other vocabularies.' });

export const Coordinates = z
  .object({
    latitude: z.number().min(-90).max(90).meta({ description: 'Degrees north.', example: 37.57 }),
    longitude: z.number().min(-180).max(180).meta({ description: 'Degrees east.', example: 126.98 }),
  })
  .meta({ id: 'Coordinates', description: 'A point on the earth (WGS 84).' });

/** Tag as described by the authority files, or as articles print it. The API adds counts; see `TagSummary`. */
export const Tag = z
  .object({
    id: TagId,
    type: TagType,
    slug: z.string().meta({ description: 'Unique within the type; may change.', example: 'josep-borrell' }),
    name: z.string().meta({ description: 'The canonical name.', example: 'Josep Borrell' }),
    aliases: z
      .array(z.string())
      .meta({ description: 'Other names.', example: ['Borrell', 'Josep Borrell Fontelles'] }),
    description: z.string().nullable().meta({ description: 'Description in one sentence.', example: null }),
    roles: z.array(Role).meta({ description: 'Offices of a person; empty for other types.' }),
    country: z
      .string()
      .nullable()
      .meta({ description: 'ISO 3166-1 alpha-2 code of its country.', example: 'KR' }),
    broader: z.array(TagId).meta({ description: 'Broader topics or places.', example: [] }),
    externalIds: ExternalIds,
    discovered: z.boolean().meta({
      description: 'True if it was found in articles and is not in an authority file.',
      example: false,
    }),
    kind: z.enum(['person', 'agency']).optional().meta({
      description: 'Only of authors: `agency` if an article prints the author as an agency or desk.',
      example: 'person',
    }),
    geo: Coordinates.nullable()
      .default(null)
      .meta({ description: 'Coordinates of a place, as a source states them.', example: null }),
    sourceIds: z.array(SourceId).default([]).meta({
      description: 'Identifiers of sources, in the order in which they were first stated.',
      example: [],
    }),
  })
  .meta({ id: 'Tag', description: 'A person, topic, organization, place, keyword, section or author.' });
export type Tag = z.infer<typeof Tag>;
