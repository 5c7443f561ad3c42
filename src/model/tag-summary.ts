import { z } from 'zod';
import { Instant } from './instant.ts';
import { Tag, TagId } from './tag.ts';

export const TagSummary = Tag.extend({
  articleCount: z.int().min(0).meta({ description: 'Number of articles with this tag.', example: 12 }),
  quoteCount: z.int().min(0).meta({ description: 'Number of direct quotes by this speaker.', example: 4 }),
  firstSeenAt: Instant.nullable().meta({
    description: 'Publication time of the oldest article with this tag.',
  }),
  lastSeenAt: Instant.nullable().meta({
    description: 'Publication time of the newest article with this tag.',
  }),
  narrower: z.array(TagId).meta({ description: 'Tags that name this one as broader.', example: [] }),
}).meta({ id: 'TagSummary', description: 'A tag and its counts in the archive.' });
export type TagSummary = z.infer<typeof TagSummary>;

/** Counts of a period, in lists of tags. */
export const periodCounts = z.object({
  periodArticleCount: z.int().min(1).optional().meta({
    description:
      'Number of articles of the period; only in lists with `date`, `from` or `to`. All counts without `period` in their name are those of the whole archive.',
    example: 5,
  }),
  periodQuoteCount: z.int().min(0).optional().meta({
    description:
      'Number of direct quotes by this speaker in the period; only in lists with `date`, `from` or `to`.',
    example: 2,
  }),
});

/** Count of the articles that match the filters of a list of tags. */
export const matchingCount = z.object({
  matchingArticleCount: z.int().min(1).optional().meta({
    description:
      'Number of articles that match the filters, among those that `meta.counted` counts; only in lists with filters.',
    example: 5,
  }),
});

export const ListedTag = TagSummary.extend({ ...periodCounts.shape, ...matchingCount.shape }).meta({
  id: 'ListedTag',
  description:
    'A tag of a list, with its counts in the archive, and in the period or the matching articles of the list.',
});

export const TagTogether = TagSummary.extend({
  sharedCount: z.int().min(1).meta({ description: 'Number of articles that have both tags.', example: 3 }),
}).meta({ id: 'TagTogether', description: 'A tag that occurs together with another.' });
export type TagTogether = z.infer<typeof TagTogether>;
