import { z } from 'zod';
import { Image } from './image.ts';
import { Instant } from './instant.ts';
import { Mention } from './mention.ts';
import { Quote } from './quote.ts';
import { Rights } from './rights.ts';
import { TagId, TagType } from './tag.ts';

/** Part of the body. Its text is `body.text.slice(start, end)`. */
export const Block = z
  .object({
    kind: z
      .enum(['paragraph', 'heading', 'list-item', 'block-quote'])
      .meta({ description: 'Kind of block.', example: 'paragraph' }),
    level: z
      .int()
      .nullable()
      .meta({ description: 'Depth of a heading (2 to 6) or list; else null.', example: null }),
    start: z.int().min(0).meta({ description: 'First UTF-16 code unit in `body.text`.', example: 0 }),
    end: z.int().min(0).meta({ description: 'One past the last UTF-16 code unit.', example: 179 }),
  })
  .meta({ id: 'Block', description: 'A paragraph, heading, list item or block quote of the body.' });
export type Block = z.infer<typeof Block>;

/** Body of an article: plain text whose blocks are joined by a blank line. */
export const Body = z
  .object({
    text: z
      .string()
      .meta({ description: 'Plain text; blocks are joined by a blank line.', example: 'SEOUL …' }),
    blocks: z.array(Block).meta({ description: 'The blocks in reading order, covering the text.' }),
  })
  .meta({ id: 'Body', description: 'The text of an article and its structure.' });
export type Body = z.infer<typeof Body>;

export const Author = z
  .object({
    name: z.string().meta({ description: 'As printed, without "By".', example: 'Yonhap' }),
    kind: z
      .enum(['person', 'agency'])
      .meta({ description: 'A person, or an agency or desk.', example: 'agency' }),
    role: z.string().nullable().meta({ description: 'As printed.', example: 'Staff Reporter' }),
    email: z.string().nullable().meta({ description: 'As printed.', example: null }),
  })
  .meta({ id: 'Author', description: 'One name of the byline.' });
export type Author = z.infer<typeof Author>;

export const Dateline = z
  .object({
    text: z
      .string()
      .meta({ description: 'As printed, without the dash.', example: 'SEOUL, Nov. 3 (Yonhap)' }),
    place: z.string().nullable().meta({ description: 'As printed.', example: 'SEOUL' }),
    date: z.string().nullable().meta({ description: 'As printed.', example: 'Nov. 3' }),
    agency: z.string().nullable().meta({ description: 'As printed.', example: 'Yonhap' }),
  })
  .meta({ id: 'Dateline', description: 'Place and date at the opening of wire copy.' });
export type Dateline = z.infer<typeof Dateline>;

/** Fields of an article that are absent unless the source states them. */
const optionalFields = {
  rights: Rights.optional().meta({ description: 'Rights; absent if the source states none.' }),
  urgency: z.int().min(1).max(9).optional().meta({
    description: 'Urgency from 1 (highest) to 9, as IPTC defines it; absent if the source states none.',
    example: 4,
  }),
  slugline: z.string().optional().meta({
    description: 'Short name of the story for editors; absent if the source states none.',
    example: 'EU-Borrell',
  }),
  editorsNote: z.string().optional().meta({
    description: 'Note of the source to editors; absent if it states none.',
    example: 'Updates with the vote.',
  }),
  location: z.string().optional().meta({
    description: 'Place that the source states for the article apart from the dateline; absent if none.',
    example: 'Seoul',
  }),
};

export const Publication = z
  .object({
    text: z
      .string()
      .nullable()
      .meta({ description: 'The date as printed.', example: 'Nov. 3, 2024 - 20:59' }),
    timeZone: z.string().nullable().meta({
      description: 'IANA time zone or offset used to read the printed date.',
      example: 'Asia/Seoul',
    }),
    precision: z.enum(['second', 'minute', 'day', 'month', 'year']).meta({
      description: 'Precision of `publishedAt`. Unknown parts are set to their lowest value.',
      example: 'minute',
    }),
    basis: z.enum(['printed', 'dateline', 'address', 'path', 'crawled', 'imported', 'editor']).meta({
      description:
        'Origin of `publishedAt`: a printed date, the dateline, the address of the page, the path of the file (`--date-from file`), or an editor. Earlier versions of Dateline also took the time of the crawl or of the import.',
      example: 'printed',
    }),
  })
  .meta({ id: 'Publication', description: 'Origin of `publishedAt`.' });
export type Publication = z.infer<typeof Publication>;

export const Warning = z
  .object({
    code: z.string().meta({ description: 'Stable kebab-case name.', example: 'time-zone-assumed' }),
    message: z.string().meta({
      description: 'The assumption as a sentence.',
      example: 'No time zone is given; UTC was assumed.',
    }),
  })
  .meta({ id: 'Warning', description: 'An assumption made while reading the document.' });
export type Warning = z.infer<typeof Warning>;

export const ArticleTag = z
  .object({
    id: TagId,
    type: TagType,
    slug: z.string().meta({ example: 'josep-borrell', description: 'The slug within the type.' }),
    name: z.string().meta({ example: 'Josep Borrell', description: 'The canonical name.' }),
    role: z.string().nullable().meta({
      description: 'The role as first worded in this article.',
      example: 'European Union foreign policy chief',
    }),
    count: z
      .int()
      .min(0)
      .meta({ description: 'Number of mentions in the article; 0 for an inferred topic.', example: 9 }),
    firstMention: z.int().min(0).nullable().meta({
      description: 'Index in `mentions` of the first one, from 0; null if there is none.',
      example: 1,
    }),
  })
  .meta({ id: 'ArticleTag', description: 'A person, topic, organization or place in an article.' });
export type ArticleTag = z.infer<typeof ArticleTag>;

export const SourceReference = z
  .object({
    slug: z.string().meta({ description: 'For the `source` filter.', example: 'the-korea-herald' }),
    name: z.string().meta({ description: 'Name given in the import settings.', example: 'The Korea Herald' }),
  })
  .meta({
    id: 'SourceReference',
    description: 'The outlet or collection that an article was imported under.',
  });

export const ArticleCard = z
  .object({
    id: z.string().meta({ description: 'Opaque and stable.', example: 'a7q2k0x9m4v1c8t3' }),
    slug: z.string().meta({
      description: 'Readable identifier. May change; former slugs redirect (308).',
      example: 'eu-borrell-vows-to-advance-security',
    }),
    url: z.string().nullable().meta({ description: 'The canonical address at the source.', example: null }),
    headline: z
      .string()
      .meta({ description: 'The headline.', example: "EU's Borrell vows to advance security" }),
    standfirst: z.string().nullable().meta({ description: 'The summary under the headline.', example: null }),
    byline: z.string().nullable().meta({ description: 'As printed, without "By".', example: 'Yonhap' }),
    authors: z.array(Author).meta({ description: 'Persons and agencies named in the byline.' }),
    dateline: Dateline.nullable().meta({ description: 'Dateline of wire copy.' }),
    credit: z
      .string()
      .nullable()
      .meta({ description: 'The credit of the wire, as printed at the end.', example: 'Yonhap' }),
    source: SourceReference.nullable().meta({ description: 'Source of the article.' }),
    language: z.string().meta({ description: 'BCP 47 tag; `und` when unknown.', example: 'en' }),
    publishedAt: Instant.nullable().meta({
      description:
        'Instant of publication; null if the article is undated, because no date was found. No date filter matches an undated article. In lists, it counts as older than every dated one.',
      example: '2024-11-03T11:59:00Z',
    }),
    publication: Publication.nullable().meta({
      description: 'Origin of `publishedAt`; null if that is null.',
    }),
    updatedAt: Instant.nullable().meta({
      description: 'Instant of the last change, according to the source.',
      example: null,
    }),
    crawledAt: z.string().nullable().meta({
      description: 'Day or instant when the source document was fetched.',
      example: '2024-11-03',
    }),
    images: z.array(Image).meta({ description: 'Pictures with caption and credit.' }),
    keywords: z
      .array(z.string())
      .meta({ description: "The source's own keywords and sections, as printed.", example: [] }),
    sections: z
      .array(z.string())
      .optional()
      .meta({
        description:
          'The sections among the keywords, as printed. Absent from articles that an earlier version stored, until `dateline reextract`.',
        example: ['World'],
      }),
    ...optionalFields,
    wordCount: z.int().min(0).meta({ description: 'Number of words in the body.', example: 242 }),
    summaryOnly: z
      .boolean()
      .meta({ description: 'True if the source provides only a summary.', example: false }),
    tags: z
      .array(ArticleTag)
      .meta({ description: 'People, topics, organizations and places, most mentioned first.' }),
    quoteCount: z.int().min(0).meta({ description: 'Number of direct quotes in the body.', example: 4 }),
    warnings: z
      .array(Warning)
      .meta({ description: 'Assumptions made while reading the document.', example: [] }),
    contentHash: z
      .string()
      .meta({ description: 'SHA-256 of the content as read, hexadecimal.', example: '3e34dd70…' }),
    revision: z.int().min(1).meta({
      description: 'Starts at 1 and increases with each change of the content.',
      example: 1,
    }),
    storedAt: Instant.meta({ description: 'Instant when this revision was stored.' }),
  })
  .meta({ id: 'ArticleCard', description: 'An article without its body.' });
export type ArticleCard = z.infer<typeof ArticleCard>;

export const Article = ArticleCard.extend({
  body: Body,
  mentions: z.array(Mention).meta({ description: 'In reading order.' }),
  quotes: z.array(Quote).meta({ description: 'In reading order.' }),
}).meta({ id: 'Article', description: 'An article with body, mentions and quotes.' });
export type Article = z.infer<typeof Article>;

/** Fields of an article that are absent unless the source states them. */
export type StatedFields = Pick<ArticleCard, keyof typeof optionalFields>;

/** Returns the optional fields that an article has, in the order of the schema. */
export function statedFieldsOf({
  rights,
  urgency,
  slugline,
  editorsNote,
  location,
}: StatedFields): StatedFields {
  return {
    ...(rights && { rights }),
    ...(urgency !== undefined && { urgency }),
    ...(slugline !== undefined && { slugline }),
    ...(editorsNote !== undefined && { editorsNote }),
    ...(location !== undefined && { location }),
  };
}
