import { z } from 'zod';
import { SourceReference } from './article.ts';
import { Instant } from './instant.ts';
import { matchingCount, periodCounts } from './tag-summary.ts';

export const SourceSummary = SourceReference.extend({
  articleCount: z.int().min(0).meta({ description: 'Number of articles from this source.', example: 12 }),
  firstSeenAt: Instant.nullable().meta({ description: 'Publication time of its oldest article.' }),
  lastSeenAt: Instant.nullable().meta({ description: 'Publication time of its newest article.' }),
  ...periodCounts.pick({ periodArticleCount: true }).shape,
  ...matchingCount.shape,
}).meta({ id: 'SourceSummary', description: 'A source and its number of articles.' });
export type SourceSummary = z.infer<typeof SourceSummary>;
