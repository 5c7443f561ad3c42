import { z } from 'zod';
import { SourceReference } from './article.ts';
import { Instant } from './instant.ts';

/** A source and what the archive holds of it. */
export const SourceSummary = SourceReference.extend({
  articleCount: z.int().min(0).meta({ description: 'How many articles came from it.', example: 12 }),
  firstSeenAt: Instant.nullable().meta({ description: 'Publication of its oldest article.' }),
  lastSeenAt: Instant.nullable().meta({ description: 'Publication of its newest article.' }),
}).meta({ id: 'SourceSummary', description: 'A source and what the archive holds of it.' });
export type SourceSummary = z.infer<typeof SourceSummary>;
