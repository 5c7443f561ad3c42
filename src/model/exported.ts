import { z } from 'zod';
import { Article } from './article.ts';
import { AuthorityEntry } from './authority.ts';
import { ArticleCorrection, TagCorrection } from './correction.ts';
import { Instant } from './instant.ts';
import { Mention } from './mention.ts';
import { Quote } from './quote.ts';
import { SourceId } from './source-id.ts';
import { TagId } from './tag.ts';

/**
 * Lines of Dateline's own export, each a JSON object. Articles are the full form that the API returns. Every
 * other line has one key that names its kind. Readers ignore unknown lines and keys.
 */

const storedCorrection = <C extends z.ZodType>(correction: C) =>
  z.object({ number: z.int().min(1), editor: z.string(), at: Instant, correction });

/** Article as read, before any correction. */
const UncorrectedReading = Article.omit({
  ...{ id: true, slug: true, revision: true, storedAt: true },
  ...{ tags: true, quoteCount: true },
}).extend({
  mentions: z.array(Mention),
  quotes: z.array(Quote),
  sections: z.array(z.string()).default([]),
  inferredTopics: z.array(
    z.object({ tag: TagId, name: z.string(), method: z.string(), confidence: z.number() }),
  ),
  discovered: z.array(AuthorityEntry),
});

export const ArticleHistory = z
  .object({
    formerSlugs: z
      .array(z.string())
      .meta({ description: 'Former slugs, which redirect to it.', example: [] }),
    revisions: z
      .array(Article)
      .meta({ description: 'Earlier revisions in their full form, oldest first.', example: [] }),
    corrections: z
      .array(storedCorrection(ArticleCorrection))
      .meta({ description: 'Corrections by editors, oldest first.', example: [] }),
    uncorrected: UncorrectedReading.nullable().meta({
      description: 'The article before corrections; null if there are none.',
      example: null,
    }),
  })
  .meta({ id: 'ArticleHistory', description: 'Stored history of an article.' });
export type ArticleHistory = z.infer<typeof ArticleHistory>;

/**
 * Article in an export. `version` is the number of its version, if its source states one. `history` is present if it has
 * one and the export includes history.
 */
export const ExportedArticle = Article.extend({
  version: z.number().optional(),
  history: ArticleHistory.optional(),
});

/** First line of an export: the archive's id and the last change that the export includes for certain. */
export const ExportHead = z.object({
  dateline: z.object({ export: z.literal(1), archive: z.string(), seq: z.int().min(0), at: Instant }),
});
export type ExportHead = z.infer<typeof ExportHead>;

/** Tag known to the archive, with its former slugs, which redirect to it. */
export const ExportedTag = z.object({
  tag: AuthorityEntry,
  formerSlugs: z.array(z.string()),
  /** Identifiers by which the archive recognises the tag, besides those of the tag itself. */
  sourceIds: z.array(SourceId).optional(),
});
export type ExportedTag = z.infer<typeof ExportedTag>;

/** Correction that applies to all articles. */
const ExportedCorrection = z.object({ tagCorrection: storedCorrection(TagCorrection) });

/** Article that was public and was withdrawn. Later imports do not bring it back. */
const ExportedDeletion = z.object({
  deleted: z.object({
    id: z.string(),
    slug: z.string(),
    revision: z.int().min(1),
    at: Instant.optional(),
    by: z.enum(['source', 'editor']).optional(),
    note: z.string().nullable().optional(),
    /** Version of the document that withdrew it, or of the withdrawn one. */
    version: z.number().nullable().optional(),
    modified: Instant.nullable().optional(),
  }),
});
export type ExportedDeletion = z.infer<typeof ExportedDeletion>;

/** Line of an export that is not an article. */
export const ExportedRecord = z.union([ExportedTag, ExportedCorrection, ExportedDeletion]);
export type ExportedRecord = z.infer<typeof ExportedRecord>;
