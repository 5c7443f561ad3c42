import { z } from 'zod';
import { Article } from './article.ts';
import { AuthorityEntry } from './authority.ts';
import { ArticleCorrection, TagCorrection } from './correction.ts';
import { Instant } from './instant.ts';
import { Mention } from './mention.ts';
import { Quote } from './quote.ts';
import { TagId } from './tag.ts';

/**
 * The lines of Dateline's own export, each one JSON object. Articles are as the API answers them, in their full form;
 * other lines have one key that says what they are. What reads exports ignores lines and keys that it does not know.
 */

const kept = <C extends z.ZodType>(correction: C) =>
  z.object({ number: z.int().min(1), editor: z.string(), at: Instant, correction });

/** An article as it was read, before any correction. */
const UncorrectedReading = Article.omit({
  ...{ id: true, slug: true, revision: true, storedAt: true },
  ...{ tags: true, quoteCount: true },
}).extend({
  mentions: z.array(Mention),
  quotes: z.array(Quote),
  inferredTopics: z.array(
    z.object({ tag: TagId, name: z.string(), method: z.string(), confidence: z.number() }),
  ),
  discovered: z.array(AuthorityEntry),
});

/** What an archive keeps of an article beside what it is now. */
export const ArticleHistory = z
  .object({
    formerSlugs: z.array(z.string()).meta({ description: 'Slugs that lead to it still.', example: [] }),
    revisions: z
      .array(Article)
      .meta({ description: 'Earlier revisions in their full form, oldest first.', example: [] }),
    corrections: z
      .array(kept(ArticleCorrection))
      .meta({ description: 'What editors set right, in the order they did.', example: [] }),
    uncorrected: UncorrectedReading.nullable().meta({
      description: 'What the corrections are applied to; null without any.',
      example: null,
    }),
  })
  .meta({ id: 'ArticleHistory', description: 'What an archive keeps of an article beside what it is now.' });
export type ArticleHistory = z.infer<typeof ArticleHistory>;

/** An article in an export; `history` where it has one and the export is asked for it. */
export const ExportedArticle = Article.extend({ history: ArticleHistory.optional() });

/** The first line: which archive it is, and the last change that is certainly in the export. */
export const ExportHead = z.object({
  dateline: z.object({ export: z.literal(1), archive: z.string(), seq: z.int().min(0), at: Instant }),
});
export type ExportHead = z.infer<typeof ExportHead>;

/** Who or what an archive knows, with the slugs that lead to it still. */
export const ExportedTag = z.object({
  tag: AuthorityEntry,
  formerSlugs: z.array(z.string()),
});
export type ExportedTag = z.infer<typeof ExportedTag>;

/** What editors set right for all articles. */
const ExportedCorrection = z.object({ tagCorrection: kept(TagCorrection) });

/** An article that was taken out for good, so that no feed brings it back. */
const ExportedDeletion = z.object({
  deleted: z.object({ id: z.string(), slug: z.string(), revision: z.int().min(1) }),
});
export type ExportedDeletion = z.infer<typeof ExportedDeletion>;

/** What an archive keeps beside its articles. */
export const KeptLine = z.union([ExportedTag, ExportedCorrection, ExportedDeletion]);
export type KeptLine = z.infer<typeof KeptLine>;
