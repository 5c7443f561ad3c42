import type { ArticleArrival, ReadArticle, WithdrawalNotice } from '../../src/model/draft.ts';
import { type Sample, sampleArticle } from './sample-articles.ts';

/** What a test says about a document that arrives; without anything it is published. */
export interface Arriving extends Sample {
  release?: ArticleArrival['release'];
  dueAt?: string;
  statesPublic?: boolean;
  version?: number | null;
  updatedAt?: string | null;
}

/** A document with the decision of the gate about it. */
export function arriving({
  release = 'publish',
  dueAt,
  statesPublic = false,
  version = null,
  updatedAt = null,
  ...sample
}: Arriving): ReadArticle {
  const arrival = { release, dueAt: dueAt ?? null, statesPublic };
  return { ...sampleArticle(sample), version, updatedAt, arrival };
}

/** A notice that withdraws the article of a sample. */
export function killing(
  sample: Sample,
  { version = null, updatedAt = null, note = null }: Partial<WithdrawalNotice> = {},
): WithdrawalNotice {
  const { sourceKey, source, origin } = sampleArticle(sample);
  const stated = { field: 'pubStatus', value: 'canceled', version, updatedAt, note };
  return { kind: 'withdrawal', sourceKey, source, origin, ...stated };
}
