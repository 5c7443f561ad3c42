import type { Article } from '../../../model/article.ts';
import type { ArticleState } from '../../../model/article-state.ts';
import type { StoredReading } from '../../../model/draft.ts';
import { instantOf, secondsOf } from '../../../model/instant.ts';
import { contentDigest, versionOf } from '../../core/article-json/prepared-article.ts';
import { readingOf } from '../../core/article-json/stored-reading.ts';
import type { WriteResult } from '../../results.ts';
import type { ArrivedArticle, StateChange } from '../../state-results.ts';
import type { Connection } from '../connection.ts';
import type { ArticleParts } from './article-parts.ts';
import type { ArticlePublisher } from './publish-article.ts';
import { createArticlePurger } from './purge-article.ts';
import { createArticleWithdrawer } from './withdraw-article.ts';

/** Changes of the state of an article by editors. Times are in seconds since 1970. */
export interface StateWriter {
  stateOf(id: string): ArticleState | 'absent';
  withdraw(id: string, note: string | null, now: number): StateChange;
  restore(id: string, now: number): StateChange;
  release(id: string, now: number): StateChange;
  purge(id: string, now: number): StateChange;
  /**
   * Takes back what arrived of an article: the revision from before is published again, and unpublished copy is deleted.
   * An article that had no revision is withdrawn.
   */
  revert(article: ArrivedArticle, note: string | null, now: number): StateChange;
  /** Publishes unpublished copy. Returns undefined if there is none, or if its text was withdrawn or purged. */
  publish(id: string, now: number): WriteResult | undefined;
  /** Must be called after the store has finished. */
  finish(): void;
}

/** Creates the changes of a connection. */
export function createStateWriter(
  connection: Connection,
  parts: ArticleParts,
  publisher: ArticlePublisher,
): StateWriter {
  const { known, rows, former, corrections, unpublished, withdrawn, purged } = parts;
  const takeBack = createArticleWithdrawer(parts);
  const purger = createArticlePurger(connection, parts);

  const stateOf = (id: string): ArticleState | 'absent' => {
    if (known.byId(id)) return 'published';
    if (withdrawn.find(id)) return 'withdrawn';
    return unpublished.find(id)?.state ?? (purged.has(id) ? 'purged' : 'absent');
  };
  const slugOf = (id: string): string => known.byId(id)?.slug ?? withdrawn.find(id)?.slug ?? '';

  /** Runs a change unless the article is absent or purged. It returns true if it changes a published article. */
  const changeFrom =
    (change: (id: string, now: number, before: ArticleState) => boolean) =>
    (id: string, now: number): StateChange => {
      const before = stateOf(id);
      const revised = before !== 'absent' && before !== 'purged' && change(id, now, before);
      const after = stateOf(id);
      return { id, slug: slugOf(id), before, after, changed: revised || before !== after };
    };

  const publish = (id: string, now: number): WriteResult | undefined => {
    const copy = unpublished.find(id);
    if (copy === undefined) return undefined;
    const { content, version, modified } = copy;
    const { reading, identities } = unpublished.text(id);
    unpublished.remove(id);
    // Its text was withdrawn or purged under another id meanwhile.
    if (purged.hasContent(content) || withdrawn.hadContent(content, id)) return undefined;
    const article = { id, content, version, modified, identities, reading: () => publishedBy(reading, now) };
    return publisher.publish(article, now);
  };

  const withdraw = (id: string, note: string | null, now: number): StateChange =>
    changeFrom(() => {
      takeBack(id, { by: 'editor', note }, now);
      return false;
    })(id, now);

  const restore = changeFrom((id, now, before) => {
    const gone = before === 'withdrawn' ? withdrawn.find(id) : undefined;
    if (gone === undefined) return false;
    const last = former.revision(id, gone.revision);
    withdrawn.remove(id);
    if (gone.by === 'source') withdrawn.putLifted(id, gone);
    if (gone.waiting) unpublished.putPacked(gone.waiting);
    if (last === undefined) return false;
    const content = Buffer.from(contentDigest(last.contentHash), 'hex');
    const reading = () => corrections.uncorrected(id) ?? readingOfArticle(last);
    // The version of a withdrawal by the source is not that of the text.
    const { version, modified } = gone.by === 'source' ? versionOf({ ...last, version: null }) : gone;
    publisher.put({ id, content, version, modified, reading }, gone, now, gone.slug);
    return false;
  });

  const revertTo = (id: string, revision: number, now: number): boolean => {
    const present = known.byId(id);
    const past = former.revision(id, revision);
    if (present === undefined || past === undefined || present.revision === revision) return false;
    const { card } = rows.read(present.key);
    // Only corrections or a re-extraction changed it.
    if (card.contentHash === past.contentHash) return false;
    const content = Buffer.from(contentDigest(past.contentHash), 'hex');
    const reading = () => readingOfArticle(past);
    const before = { ...present, version: null, modified: null };
    publisher.put({ id, content, ...versionOf(past), reading }, before, now);
    return true;
  };

  return {
    stateOf,
    withdraw,
    restore,
    release: changeFrom((id, now, before) => {
      const outcome = before === 'withdrawn' ? undefined : publish(id, now)?.outcome;
      return outcome === 'new' || outcome === 'changed';
    }),
    purge: changeFrom((id, now) => {
      purger.erase(id, now);
      return false;
    }),
    revert({ id, revision, waiting }, note, now) {
      if (revision === null) return withdraw(id, note, now);
      return changeFrom(() => {
        if (waiting) unpublished.remove(id);
        return revertTo(id, revision, now) || waiting;
      })(id, now);
    },
    publish,
    finish: purger.finish,
  };
}

/** Returns a reading that is published now, even if its document states a later time. */
function publishedBy(reading: StoredReading, now: number): StoredReading {
  const { publishedAt, publication: printed } = reading;
  if (publishedAt === null || printed === null || secondsOf(publishedAt) <= now) return reading;
  const publication = { ...printed, precision: 'second', basis: 'editor' } as const;
  return { ...reading, publishedAt: instantOf(now), publication };
}

function readingOfArticle({ body, mentions, quotes, ...card }: Article): StoredReading {
  return readingOf(card, { body, mentions, quotes });
}
