import { z } from 'zod';

/** What a tag can stand for. */
export const tagTypes = ['person', 'topic', 'organization', 'place'] as const;
export const TagType = z.enum(tagTypes).meta({ description: 'What the tag stands for.', example: 'person' });
export type TagType = z.infer<typeof TagType>;

/** `type/slug`, the id of a tag: `person/josep-borrell`. */
export const TagId = z
  .string()
  .regex(/^(person|topic|organization|place)\/[a-z0-9]+(-[a-z0-9]+)*$/)
  .meta({ description: 'The tag as `type/slug`.', example: 'person/josep-borrell' });
export type TagId = z.infer<typeof TagId>;

/** An office or post that a person holds or held. */
export const Role = z
  .object({
    title: z.string().meta({ description: 'The office.', example: 'Minister of Foreign Affairs' }),
    organization: z.string().nullable().meta({ description: 'Where it is held.', example: 'South Korea' }),
    from: z.string().nullable().meta({ description: 'Since: a year, month or day.', example: '2024-01' }),
    to: z.string().nullable().meta({ description: 'Until: a year, month or day.', example: null }),
  })
  .meta({ id: 'Role', description: 'An office that a person holds or held.' });
export type Role = z.infer<typeof Role>;

/** A stable identifier of the same thing in somebody else's vocabulary. */
export const ExternalIds = z
  .object({
    wikidata: z.string().nullable().meta({ description: 'Wikidata item.', example: 'Q313118' }),
    mediatopic: z
      .string()
      .nullable()
      .meta({ description: 'IPTC Media Topic, as QCode.', example: 'medtop:20000002' }),
  })
  .meta({ id: 'ExternalIds', description: 'The same thing in other vocabularies.' });

/**
 * A person, topic, organization or place as the authority files describe it and the API answers it
 * (the API adds counts, see api/).
 */
export const Tag = z
  .object({
    id: TagId,
    type: TagType,
    slug: z.string().meta({ description: 'Unique within the type; may change.', example: 'josep-borrell' }),
    name: z.string().meta({ description: 'The canonical name.', example: 'Josep Borrell' }),
    aliases: z
      .array(z.string())
      .meta({ description: 'How else it is written.', example: ['Borrell', 'Josep Borrell Fontelles'] }),
    description: z.string().nullable().meta({ description: 'What it is, in a sentence.', example: null }),
    roles: z.array(Role).meta({ description: 'Offices of a person; empty for other types.' }),
    country: z
      .string()
      .nullable()
      .meta({ description: 'ISO 3166-1 alpha-2 code of the country it belongs to.', example: 'KR' }),
    broader: z.array(TagId).meta({ description: 'Wider topics or places.', example: [] }),
    externalIds: ExternalIds,
    discovered: z.boolean().meta({
      description: 'True when the archive found it in articles and no authority file has confirmed it.',
      example: false,
    }),
  })
  .meta({ id: 'Tag', description: 'A person, topic, organization or place.' });
export type Tag = z.infer<typeof Tag>;
