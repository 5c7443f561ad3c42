import { setImmediate } from 'node:timers/promises';
import type { Archive } from '../archive/archive.ts';
import type { Change, Rendered } from '../archive/results.ts';
import type { Instant } from '../model/instant.ts';
import type { ArticleFilter } from '../model/query.ts';

/**
 * Kind of event for a filter: the article is new, changed, changed and does not match (`left`), or was
 * deleted. The last two also occur for articles that never matched.
 */
type EventName = 'article.new' | 'article.changed' | 'article.left' | 'article.deleted';

/** Event; `seq` is its number in the change log. */
export interface ArticleEvent {
  seq: number;
  event: EventName;
  id: string;
  revision: number;
  at: Instant;
  /** Current card as JSON; `{"id": …}` if the article left the filter or was deleted. */
  article: Rendered;
}

/** Part of the change log as events. All changes up to `seq` are covered. */
export interface EventBatch {
  events: ArticleEvent[];
  seq: number;
  /** True if the log continues after `seq`. */
  more: boolean;
}

/** Maximum number of changes per read, small enough not to delay other requests. */
const changesPerRead = 50;

/**
 * Reads the events of a filter after `since`, oldest first. Cards are current: if an article changed again,
 * another event follows; if it was deleted, only the deletion is reported.
 */
export async function readEvents(
  archive: Pick<Archive, 'changes' | 'reads'>,
  since: number,
  filter: ArticleFilter,
): Promise<EventBatch> {
  const changes = await archive.changes.since(since, changesPerRead);
  const touched = changes.flatMap(({ kind, article }) => (kind === 'deleted' ? [] : [article]));
  const distinct = [...new Set(touched)];
  const cards = await archive.reads.matchingCards(distinct, filter);
  const others = distinct.filter((id) => !cards.has(id));
  const narrows = Object.keys(filter).length > 0;
  const existing = narrows && others.length > 0 ? await archive.reads.matchingCards(others, {}) : new Map();
  // Let other requests run between reads.
  await setImmediate();
  return {
    events: changes.flatMap((change) =>
      eventOf(change, cards.get(change.article), existing.has(change.article)),
    ),
    seq: changes.at(-1)?.seq ?? since,
    more: changes.length === changesPerRead,
  };
}

function eventOf(change: Change, card: Rendered | undefined, exists: boolean): ArticleEvent[] {
  const { seq, article: id, kind, revision, at } = change;
  const common = { seq, id, revision, at };
  const reference = JSON.stringify({ id });
  if (kind === 'deleted') return [{ ...common, event: 'article.deleted', article: reference }];
  if (card !== undefined) return [{ ...common, event: `article.${kind}`, article: card }];
  // A new article that does not match was never reported. A deleted one has a later event.
  return kind === 'changed' && exists ? [{ ...common, event: 'article.left', article: reference }] : [];
}
