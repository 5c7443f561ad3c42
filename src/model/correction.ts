import { z } from 'zod';
import { Author, Publication } from './article.ts';
import { Instant } from './instant.ts';
import { Field } from './mention.ts';
import { TagId } from './tag.ts';

const exact = z
  .string()
  .min(1)
  .max(10_000)
  .meta({ description: 'The words as the article has them, whole words.', example: 'Mr Borrell' });

const occurrence = z
  .int()
  .min(1)
  .optional()
  .meta({ description: 'Which of several such places, from 1; the first unless said.', example: 1 });

const image = z
  .int()
  .min(0)
  .optional()
  .meta({ description: 'Which image, from 0, when the field is a caption or its credit.', example: 0 });

const name = z.string().min(1).max(300).optional().meta({
  description: 'What the tag is called, when the archive does not know it yet.',
  example: 'Ann Lee',
});

const role = z
  .string()
  .min(1)
  .max(300)
  .optional()
  .meta({ description: 'The role as the article words it.', example: 'EU foreign policy chief' });

/** A tag's id in a correction, with what it is for. */
const tag = (description: string) => TagId.meta({ description, example: 'person/josep-borrell' });

const verb = <Name extends string>(value: Name) =>
  z.literal(value).meta({ description: 'What to do.', example: value });

const SetFields = z
  .object({
    do: verb('set'),
    headline: z.string().min(1).max(1000).optional().meta({
      description: 'The headline as it should be.',
      example: 'EU vows to advance security ties',
    }),
    standfirst: z.string().min(1).max(5000).nullable().optional().meta({
      description: 'The summary under the headline; null for none.',
      example: null,
    }),
    byline: z.string().min(1).max(1000).nullable().optional().meta({
      description: 'The byline without "By"; null for none.',
      example: 'Ann Lee and Bo Ek',
    }),
    authors: z
      .array(Author)
      .optional()
      .meta({ description: 'Who the byline names; its names as persons unless said.' }),
    publishedAt: Instant.optional().meta({ description: 'When it was published.' }),
    precision: Publication.shape.precision.optional(),
  })
  .refine(
    ({ headline, standfirst, byline, publishedAt }) =>
      [headline, standfirst, byline, publishedAt].some((value) => value !== undefined),
    'set needs a headline, standfirst, byline or publishedAt',
  )
  .meta({ id: 'SetFields', description: 'Sets what the article says of itself.' });

const PutMention = z
  .object({
    do: verb('put-mention'),
    tag: tag('Who or what is named there.'),
    name,
    field: Field,
    image,
    exact,
    occurrence,
    role,
  })
  .meta({ id: 'PutMention', description: 'Adds a mention, or says what an existing one means.' });

const RemoveMention = z
  .object({
    do: verb('remove-mention'),
    tag: TagId.optional().meta({
      description: 'Only mentions of this tag; of any unless said.',
      example: 'person/josep-borrell',
    }),
    field: Field,
    image,
    exact,
    occurrence: occurrence.meta({
      description: 'Which of several such places, from 1; all unless said.',
      example: 1,
    }),
  })
  .meta({ id: 'RemoveMention', description: 'Takes away what names nobody.' });

const SetSpeaker = z
  .object({
    do: verb('set-speaker'),
    exact: exact.meta({
      description: 'The quote, or its beginning.',
      example: 'Over the past years',
    }),
    occurrence,
    speaker: TagId.nullable().meta({
      description: 'Who says it; null when the article does not say.',
      example: 'person/josep-borrell',
    }),
    name,
  })
  .meta({ id: 'SetSpeaker', description: 'Says who says a quote.' });

const RemoveQuote = z
  .object({
    do: verb('remove-quote'),
    exact: exact.meta({ description: 'The quote, or its beginning.', example: 'to the next level' }),
    occurrence,
  })
  .meta({ id: 'RemoveQuote', description: 'Takes away what nobody says.' });

const AddTag = z
  .object({ do: verb('add-tag'), tag: tag('What the article is about.'), name })
  .meta({ id: 'AddTag', description: 'Adds a tag that holds for the whole article.' });

const RemoveTag = z
  .object({ do: verb('remove-tag'), tag: tag('What the article is not about.') })
  .meta({ id: 'RemoveTag', description: 'Takes a tag away with all its mentions in the article.' });

/** What an editor sets right in one article. Places are named by their words, so that they survive new offsets. */
export const ArticleCorrection = z
  .discriminatedUnion('do', [
    SetFields,
    PutMention,
    RemoveMention,
    SetSpeaker,
    RemoveQuote,
    AddTag,
    RemoveTag,
  ])
  .meta({ id: 'ArticleCorrection', description: 'What an editor sets right in an article.' });
export type ArticleCorrection = z.infer<typeof ArticleCorrection>;

const MergeTags = z
  .object({
    do: verb('merge-tags'),
    tag: tag('The tag that goes; its slug leads to the other from then on.'),
    into: tag('The tag that it really is, of the same type.'),
  })
  .refine(({ tag, into }) => tag !== into, 'a tag can not be merged into itself')
  .refine(({ tag, into }) => tag.split('/')[0] === into.split('/')[0], 'tags of two types can not be merged')
  .meta({ id: 'MergeTags', description: 'Says that two tags are one.' });

const RenameTag = z
  .object({
    do: verb('rename-tag'),
    tag: tag('Whom or what the name belongs to.'),
    name: z.string().min(1).max(300).meta({ description: 'The right name.', example: 'Kim Yong-hyun' }),
  })
  .meta({ id: 'RenameTag', description: 'Gives a tag its right name; the former stays as an alias.' });

const DropTag = z
  .object({ do: verb('drop-tag'), tag: tag('What was taken for a person, topic, organization or place.') })
  .meta({ id: 'DropTag', description: 'Says that a name is none: no article carries it any more.' });

/** What an editor sets right in the archive as a whole. */
export const TagCorrection = z
  .discriminatedUnion('do', [MergeTags, RenameTag, DropTag])
  .meta({ id: 'TagCorrection', description: 'What an editor sets right for all articles.' });
export type TagCorrection = z.infer<typeof TagCorrection>;

/** A correction as the archive keeps it. */
export interface KeptCorrection<C = ArticleCorrection | TagCorrection> {
  /** Unique in the archive, ascending. */
  number: number;
  /** Who made it: the name of a key, or `command-line`. */
  editor: string;
  at: Instant;
  correction: C;
}
