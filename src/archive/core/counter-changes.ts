import { isDated } from '../../model/undated.ts';
import { monthOf } from './month.ts';

/** Key of the month counters of the whole archive. */
export const WHOLE_ARCHIVE = 0;

export interface TagChange {
  articles: number;
  quotes: number;
  /** First and last publication of the dated articles that were added or removed, in seconds since 1970. */
  first: number | null;
  last: number | null;
  /** True if an article or quote was removed. */
  removed: boolean;
}

/** Changes of all counters in one transaction, collected so that each counter is written once. */
export interface CounterChanges {
  articles: number;
  quotes: number;
  readonly tags: Map<number, TagChange>;
  /** Number of articles by tag and month. */
  readonly months: Map<number, Map<number, number>>;
}

export interface CountedArticle {
  /** Rank by publication; see undated.ts. */
  publishedAt: number;
  tags: Iterable<number>;
  /** The speaker of each quote that has one. */
  speakers: Iterable<number>;
  quotes: number;
}

/** Creates an empty set of changes. */
export function createCounterChanges(): CounterChanges {
  return { articles: 0, quotes: 0, tags: new Map(), months: new Map() };
}

/** Adds tags of an article to the changes (`sign` 1) or subtracts them (−1). */
export function countTags(
  changes: CounterChanges,
  sign: 1 | -1,
  { publishedAt, tags }: Pick<CountedArticle, 'publishedAt' | 'tags'>,
): void {
  const month = monthOf(publishedAt);
  for (const tag of tags) {
    const change = changeOf(changes, tag, sign);
    change.articles += sign;
    if (isDated(publishedAt)) {
      change.first = Math.min(change.first ?? publishedAt, publishedAt);
      change.last = Math.max(change.last ?? publishedAt, publishedAt);
    }
    addToMonth(changes, tag, month, sign);
  }
}

/** Adds an article to the changes (`sign` 1) or subtracts it (−1). */
export function countArticle(changes: CounterChanges, sign: 1 | -1, article: CountedArticle): void {
  const { publishedAt, speakers, quotes } = article;
  changes.articles += sign;
  changes.quotes += sign * quotes;
  addToMonth(changes, WHOLE_ARCHIVE, monthOf(publishedAt), sign);
  countTags(changes, sign, article);
  for (const speaker of speakers) changeOf(changes, speaker, sign).quotes += sign;
}

function changeOf({ tags }: CounterChanges, tag: number, sign: number): TagChange {
  let change = tags.get(tag);
  if (change === undefined) {
    change = { articles: 0, quotes: 0, first: null, last: null, removed: false };
    tags.set(tag, change);
  }
  if (sign < 0) change.removed = true;
  return change;
}

function addToMonth({ months }: CounterChanges, tag: number, month: number, sign: number): void {
  let counts = months.get(tag);
  if (counts === undefined) {
    counts = new Map();
    months.set(tag, counts);
  }
  counts.set(month, (counts.get(month) ?? 0) + sign);
}
