import { setImmediate } from 'node:timers/promises';
import type { Change, Rendered } from '../archive/answers.ts';
import type { Archive } from '../archive/archive.ts';
import type { Instant } from '../model/instant.ts';
import type { ArticleFilter } from '../model/query.ts';

/**
 * What happened to an article, as the followers of a filter are told: it is new, it changed, it changed and does
 * not match the filter (any more), or it was deleted. Of those two the follower may never have heard.
 */
type EventName = 'article.new' | 'article.changed' | 'article.left' | 'article.deleted';

/** One event; `seq` is its place in the change log. */
export interface ArticleEvent {
  seq: number;
  event: EventName;
  id: string;
  revision: number;
  at: Instant;
  /** The card as it is now, as JSON; `{"id": …}` when the article left or was deleted. */
  article: Rendered;
}

/** A stretch of the change log as events. All changes up to `seq` are told or need not be. */
export interface EventBatch {
  events: ArticleEvent[];
  seq: number;
  /** Whether the log went on when this was read. */
  more: boolean;
}

/** How many changes are read at once: the reader is never long away from other requests. */
const stretch = 50;

/**
 * The events after `since` for a filter, oldest first. Cards are those of now: of an article that has changed again
 * since, the later change follows, and of one that is gone nothing is said but that it was deleted.
 */
export async function readEvents(
  archive: Pick<Archive, 'changes' | 'reads'>,
  since: number,
  filter: ArticleFilter,
): Promise<EventBatch> {
  const changes = await archive.changes.since(since, stretch);
  const touched = changes.flatMap(({ kind, article }) => (kind === 'deleted' ? [] : [article]));
  const distinct = [...new Set(touched)];
  const cards = await archive.reads.matchingCards(distinct, filter);
  const others = distinct.filter((id) => !cards.has(id));
  const narrows = Object.keys(filter).length > 0;
  const there = narrows && others.length > 0 ? await archive.reads.matchingCards(others, {}) : new Map();
  // What is read at once may be many articles after another: others have their turn between.
  await setImmediate();
  return {
    events: changes.flatMap((change) =>
      eventOf(change, cards.get(change.article), there.has(change.article)),
    ),
    seq: changes.at(-1)?.seq ?? since,
    more: changes.length === stretch,
  };
}

function eventOf(change: Change, card: Rendered | undefined, there: boolean): ArticleEvent[] {
  const { seq, article: id, kind, revision, at } = change;
  const told = { seq, id, revision, at };
  const reference = JSON.stringify({ id });
  if (kind === 'deleted') return [{ ...told, event: 'article.deleted', article: reference }];
  if (card !== undefined) return [{ ...told, event: `article.${kind}`, article: card }];
  // New and not matching: nobody had it. Gone: the log says so further on.
  return kind === 'changed' && there ? [{ ...told, event: 'article.left', article: reference }] : [];
}
