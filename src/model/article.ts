import { z } from 'zod';
import { Instant } from './instant.ts';
import { Mention } from './mention.ts';
import { Quote } from './quote.ts';
import { TagId, TagType } from './tag.ts';

/** A stretch of the body with one function. `body.text.slice(start, end)` is its text. */
export const Block = z
  .object({
    kind: z
      .enum(['paragraph', 'heading', 'list-item', 'block-quote'])
      .meta({ description: 'What the block is.', example: 'paragraph' }),
    level: z
      .int()
      .nullable()
      .meta({ description: 'Depth of a heading (2 to 6) or list; else null.', example: null }),
    start: z.int().min(0).meta({ description: 'First UTF-16 code unit in `body.text`.', example: 0 }),
    end: z.int().min(0).meta({ description: 'One past the last UTF-16 code unit.', example: 179 }),
  })
  .meta({ id: 'Block', description: 'A paragraph, heading, list item or block quote of the body.' });
export type Block = z.infer<typeof Block>;

/** The body: plain text, its blocks joined by a blank line. */
export const Body = z
  .object({
    text: z
      .string()
      .meta({ description: 'Plain text; blocks are joined by a blank line.', example: 'SEOUL …' }),
    blocks: z.array(Block).meta({ description: 'The blocks in reading order, covering the text.' }),
  })
  .meta({ id: 'Body', description: 'The text of an article and its structure.' });
export type Body = z.infer<typeof Body>;

export const Image = z
  .object({
    url: z
      .string()
      .nullable()
      .meta({ description: 'Where the picture is, when the source says.', example: null }),
    caption: z
      .string()
      .nullable()
      .meta({ description: 'What it shows, as printed.', example: 'Josep Borrell in Tokyo.' }),
    credit: z.string().nullable().meta({ description: 'Whose picture it is, as printed.', example: 'AFP' }),
  })
  .meta({ id: 'Image', description: 'A picture that belongs to an article.' });
export type Image = z.infer<typeof Image>;

/** Who wrote an article, one name of the byline. */
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

/** The opening of wire copy: `SEOUL, Nov. 3 (Yonhap) --`. */
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

/** How `publishedAt` came to be. */
export const Publication = z
  .object({
    text: z
      .string()
      .nullable()
      .meta({ description: 'The date as printed.', example: 'Nov. 3, 2024 - 20:59' }),
    timeZone: z.string().nullable().meta({
      description: 'IANA zone or offset in which the printed date was read.',
      example: 'Asia/Seoul',
    }),
    precision: z.enum(['second', 'minute', 'day', 'month', 'year']).meta({
      description: 'How exactly it is known; what is unknown counts as the beginning.',
      example: 'minute',
    }),
    basis: z.enum(['printed', 'dateline', 'crawled', 'imported', 'editor']).meta({
      description:
        'Where it was read, that the date of the crawl or the import stands in, or that an editor set it.',
      example: 'printed',
    }),
  })
  .meta({ id: 'Publication', description: 'How the instant of publication is known.' });
export type Publication = z.infer<typeof Publication>;

/** Something a reader was not sure of or had to assume. */
export const Warning = z
  .object({
    code: z.string().meta({ description: 'Stable kebab-case name.', example: 'time-zone-assumed' }),
    message: z.string().meta({
      description: 'What was assumed, in a sentence.',
      example: 'No time zone is given; UTC was assumed.',
    }),
  })
  .meta({ id: 'Warning', description: 'Something the reader had to assume.' });
export type Warning = z.infer<typeof Warning>;

/** A tag as an article carries it. */
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
      .meta({ description: 'How often the article mentions it; 0 for a topic inferred.', example: 9 }),
    firstMention: z
      .int()
      .min(0)
      .nullable()
      .meta({ description: 'Which of `mentions`, from 0, names it first; null when none does.', example: 1 }),
  })
  .meta({ id: 'ArticleTag', description: 'A person, topic, organization or place in an article.' });
export type ArticleTag = z.infer<typeof ArticleTag>;

/** The source of an article: the outlet or collection that it was imported under. */
export const SourceReference = z
  .object({
    slug: z.string().meta({ description: 'For the `source` filter.', example: 'the-korea-herald' }),
    name: z
      .string()
      .meta({ description: 'As the settings of the import name it.', example: 'The Korea Herald' }),
  })
  .meta({
    id: 'SourceReference',
    description: 'The outlet or collection that an article was imported under.',
  });

/** An article without its body: what lists answer. */
export const ArticleCard = z
  .object({
    id: z.string().meta({ description: 'Opaque and stable.', example: 'a7q2k0x9m4v1c8t3' }),
    slug: z.string().meta({
      description: 'For people; may change (old ones answer 308).',
      example: 'eu-borrell-vows-to-advance-security',
    }),
    url: z.string().nullable().meta({ description: 'The canonical address at the source.', example: null }),
    headline: z
      .string()
      .meta({ description: 'The headline.', example: "EU's Borrell vows to advance security" }),
    standfirst: z.string().nullable().meta({ description: 'The summary under the headline.', example: null }),
    byline: z.string().nullable().meta({ description: 'As printed, without "By".', example: 'Yonhap' }),
    authors: z.array(Author).meta({ description: 'Who the byline names.' }),
    dateline: Dateline.nullable().meta({ description: 'Of wire copy.' }),
    credit: z
      .string()
      .nullable()
      .meta({ description: 'The credit of the wire, as printed at the end.', example: 'Yonhap' }),
    source: SourceReference.nullable().meta({ description: 'Where the article comes from.' }),
    language: z.string().meta({ description: 'BCP 47 tag; `und` when unknown.', example: 'en' }),
    publishedAt: Instant.meta({ description: 'When it was published.' }),
    publication: Publication,
    updatedAt: Instant.nullable().meta({
      description: 'When the source says it was last changed.',
      example: null,
    }),
    crawledAt: z.string().nullable().meta({
      description: 'When the source document was fetched: a day, or an instant.',
      example: '2024-11-03',
    }),
    images: z.array(Image).meta({ description: 'Pictures with caption and credit.' }),
    keywords: z
      .array(z.string())
      .meta({ description: "The source's own keywords and sections.", example: [] }),
    wordCount: z.int().min(0).meta({ description: 'Words of the body.', example: 242 }),
    summaryOnly: z
      .boolean()
      .meta({ description: 'True when the source gave no more than a summary.', example: false }),
    tags: z
      .array(ArticleTag)
      .meta({ description: 'People, topics, organizations and places, most mentioned first.' }),
    quoteCount: z.int().min(0).meta({ description: 'How many direct quotes the body holds.', example: 4 }),
    warnings: z.array(Warning).meta({ description: 'What the reader had to assume.', example: [] }),
    contentHash: z
      .string()
      .meta({ description: 'SHA-256 of the content as read, hexadecimal.', example: '3e34dd70…' }),
    revision: z.int().min(1).meta({
      description: '1, and one more each time that what the article says changed.',
      example: 1,
    }),
    storedAt: Instant.meta({ description: 'When this revision entered the archive.' }),
  })
  .meta({ id: 'ArticleCard', description: 'An article without its body.' });
export type ArticleCard = z.infer<typeof ArticleCard>;

/** An article with all that is known of it. */
export const Article = ArticleCard.extend({
  body: Body,
  mentions: z.array(Mention).meta({ description: 'In reading order.' }),
  quotes: z.array(Quote).meta({ description: 'In reading order.' }),
}).meta({ id: 'Article', description: 'An article with body, mentions and quotes.' });
export type Article = z.infer<typeof Article>;
