import { z } from 'zod';
import { Instant } from './instant.ts';
import { Tag, TagId } from './tag.ts';

/** A tag as the archive answers it: with what the archive holds of it. */
export const TagSummary = Tag.extend({
  articleCount: z.int().min(0).meta({ description: 'How many articles carry it.', example: 12 }),
  quoteCount: z.int().min(0).meta({ description: 'How many direct quotes it says.', example: 4 }),
  firstSeenAt: Instant.nullable().meta({ description: 'Publication of the oldest article that carries it.' }),
  lastSeenAt: Instant.nullable().meta({ description: 'Publication of the newest article that carries it.' }),
  narrower: z.array(TagId).meta({ description: 'Tags that name this one as broader.', example: [] }),
}).meta({ id: 'TagSummary', description: 'A tag and what the archive holds of it.' });
export type TagSummary = z.infer<typeof TagSummary>;

/** A tag that appears in the same articles as another. */
export const TagTogether = TagSummary.extend({
  sharedCount: z.int().min(1).meta({ description: 'In how many of the articles both appear.', example: 3 }),
}).meta({ id: 'TagTogether', description: 'A tag that appears together with another.' });
export type TagTogether = z.infer<typeof TagTogether>;
