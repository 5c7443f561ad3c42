import { z } from 'zod';
import { Author, Publication } from './article.ts';
import { isCleanText } from './clean-text.ts';
import { Instant } from './instant.ts';
import { Field } from './mention.ts';
import { EntityTagId, TagId } from './tag.ts';

const exact = z
  .string()
  .min(1)
  .max(10_000)
  .meta({ description: 'The exact words in the article, whole words only.', example: 'Mr Borrell' });

const occurrence = z
  .int()
  .min(1)
  .optional()
  .meta({ description: 'Number of the occurrence, from 1. Default: the first.', example: 1 });

const image = z
  .int()
  .min(0)
  .optional()
  .meta({ description: 'Index of the image, from 0, if the field is its caption or credit.', example: 0 });

const name = z.string().min(1).max(300).optional().meta({
  description: 'Name of the tag, if the archive does not know it yet.',
  example: 'Ann Lee',
});

const role = z
  .string()
  .min(1)
  .max(300)
  .optional()
  .meta({ description: 'Role as worded in the article.', example: 'EU foreign policy chief' });

/** Tag id in a correction, described by its purpose there. */
const tag = (description: string) => TagId.meta({ description, example: 'person/josep-borrell' });

/** The same for a tag that a text can name. */
const entityTag = (description: string) => EntityTagId.meta({ description, example: 'person/josep-borrell' });

const verb = <Name extends string>(value: Name) =>
  z.literal(value).meta({ description: 'Kind of correction.', example: value });

const SetFields = z
  .object({
    do: verb('set'),
    headline: z.string().min(1).max(1000).optional().meta({
      description: 'The correct headline.',
      example: 'EU vows to advance security ties',
    }),
    standfirst: z.string().min(1).max(5000).nullable().optional().meta({
      description: 'The summary under the headline; null removes it.',
      example: null,
    }),
    byline: z.string().min(1).max(1000).nullable().optional().meta({
      description: 'The byline without "By"; null for none.',
      example: 'Ann Lee and Bo Ek',
    }),
    authors: z
      .array(Author)
      .optional()
      .meta({ description: 'Authors named in the byline. Default: each name of the byline, as a person.' }),
    publishedAt: Instant.optional().meta({ description: 'Instant of publication.' }),
    precision: Publication.shape.precision.optional(),
  })
  .refine(
    ({ headline, standfirst, byline, publishedAt }) =>
      [headline, standfirst, byline, publishedAt].some((value) => value !== undefined),
    'set requires headline, standfirst, byline or publishedAt',
  )
  .meta({ id: 'SetFields', description: 'Sets the headline, standfirst, byline or publication time.' });

const PutMention = z
  .object({
    do: verb('put-mention'),
    tag: entityTag('The tag that these words name.'),
    name,
    field: Field,
    image,
    exact,
    occurrence,
    role,
  })
  .meta({ id: 'PutMention', description: 'Adds a mention, or changes the tag of an existing one.' });

const RemoveMention = z
  .object({
    do: verb('remove-mention'),
    tag: TagId.optional().meta({
      description: 'Removes only mentions of this tag. Default: of any tag.',
      example: 'person/josep-borrell',
    }),
    field: Field,
    image,
    exact,
    occurrence: occurrence.meta({
      description: 'Number of the occurrence, from 1. Default: all.',
      example: 1,
    }),
  })
  .meta({ id: 'RemoveMention', description: 'Removes mentions.' });

const SetSpeaker = z
  .object({
    do: verb('set-speaker'),
    exact: exact.meta({
      description: 'The quote or its beginning.',
      example: 'Over the past years',
    }),
    occurrence,
    speaker: EntityTagId.nullable().meta({
      description: 'The speaker; null if the article does not say.',
      example: 'person/josep-borrell',
    }),
    name,
  })
  .meta({ id: 'SetSpeaker', description: 'Sets the speaker of a quote.' });

const RemoveQuote = z
  .object({
    do: verb('remove-quote'),
    exact: exact.meta({ description: 'The quote or its beginning.', example: 'to the next level' }),
    occurrence,
  })
  .meta({ id: 'RemoveQuote', description: 'Removes a quote.' });

const AddTag = z.object({ do: verb('add-tag'), tag: tag('The tag to add.'), name }).meta({
  id: 'AddTag',
  description: 'Adds a tag to the article as a whole; a keyword, section or author to its own list.',
});

const RemoveTag = z.object({ do: verb('remove-tag'), tag: tag('The tag to remove.') }).meta({
  id: 'RemoveTag',
  description: 'Removes a tag and all its mentions, or a keyword, section or author, from the article.',
});

/**
 * Correction of one article. Places are identified by their words, so that a correction still applies when
 * offsets change.
 */
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
  .superRefine((correction, context) => refuseUncleanTexts(correction, context))
  .meta({ id: 'ArticleCorrection', description: 'A correction of one article.' });
export type ArticleCorrection = z.infer<typeof ArticleCorrection>;

export const MergeTags = z
  .object({
    do: verb('merge-tags'),
    tag: tag('The tag to remove. Its slug redirects to the other tag.'),
    into: tag('The tag to keep, of the same type.'),
  })
  .refine(({ tag, into }) => tag !== into, 'a tag cannot be merged into itself')
  .refine(
    ({ tag, into }) => tag.split('/')[0] === into.split('/')[0],
    'tags of different types cannot be merged',
  )
  .meta({ id: 'MergeTags', description: 'Merges one tag into another.' });

const RenameTag = z
  .object({
    do: verb('rename-tag'),
    tag: tag('The tag to rename.'),
    name: z.string().min(1).max(300).meta({ description: 'The correct name.', example: 'Kim Yong-hyun' }),
  })
  .meta({ id: 'RenameTag', description: 'Renames a tag. The former name becomes an alias.' });

const DropTag = z.object({ do: verb('drop-tag'), tag: tag('The tag to remove.') }).meta({
  id: 'DropTag',
  description:
    'Removes a tag that was detected by mistake, or hides a keyword, section or author, in all articles.',
});

const LeadTag = z
  .object({
    do: verb('lead-tag'),
    tag: TagId.regex(/^(keyword|section)\//, 'must be a keyword or section').meta({
      description: 'The keyword or section.',
      example: 'keyword/open-data',
    }),
    into: TagId.regex(/^topic\//, 'must be a topic').meta({
      description: 'The topic that it means.',
      example: 'topic/government',
    }),
  })
  .meta({
    id: 'LeadTag',
    description: 'Adds a topic to all articles with a keyword or section, which stays what it is.',
  });

export const KeepApart = z
  .object({
    do: verb('keep-apart'),
    tag: tag('One of two tags that are different.'),
    from: tag('The other tag, of the same type.'),
  })
  .refine(({ tag, from }) => tag !== from, 'a tag cannot be kept apart from itself')
  .refine(
    ({ tag, from }) => tag.split('/')[0] === from.split('/')[0],
    'tags of different types are apart already',
  )
  .meta({ id: 'KeepApart', description: 'Says that two tags are different, so that no merge is proposed.' });

export const TagCorrection = z
  .discriminatedUnion('do', [MergeTags, RenameTag, DropTag, LeadTag, KeepApart])
  .superRefine((correction, context) => refuseUncleanTexts(correction, context))
  .meta({ id: 'TagCorrection', description: 'A correction of a tag in all articles.' });
export type TagCorrection = z.infer<typeof TagCorrection>;

const ruleVerbs: ReadonlySet<string> = new Set(TagCorrection.options.map((each) => each.shape.do.value));

/** True if a correction applies to all articles. */
export function isTagCorrection(correction: ArticleCorrection | TagCorrection): correction is TagCorrection {
  return ruleVerbs.has(correction.do);
}

export interface StoredCorrection<C = ArticleCorrection | TagCorrection> {
  /** Unique in the archive, ascending. */
  number: number;
  /** Editor who made it: the name of a key, or `command-line`. */
  editor: string;
  at: Instant;
  correction: C;
}

/** Adds an issue for each text that contains characters which outputs cannot represent. */
function refuseUncleanTexts(value: unknown, context: z.core.$RefinementCtx, path: PropertyKey[] = []): void {
  if (typeof value === 'string' && !isCleanText(value)) {
    const message = 'must not contain control characters, non-characters or half of a surrogate pair';
    context.addIssue({ code: 'custom', path, message, input: value });
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) refuseUncleanTexts(inner, context, [...path, name]);
}
