import type { Article } from '../../../model/article.ts';
import type { ArticleState } from '../../../model/article-state.ts';
import type { StoredReading } from '../../../model/draft.ts';
import { instantOf, secondsOf } from '../../../model/instant.ts';
import { contentDigest, versionOf } from '../../core/article-json/prepared-article.ts';
import { readingOf } from '../../core/article-json/stored-reading.ts';
import type { StateChange, WriteResult } from '../../results.ts';
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
   * Takes back what arrived after an article had this revision: the revision is published again. An article that had
   * none is withdrawn, also if it is not published yet.
   */
  revert(id: string, revision: number | null, note: string | null, now: number): StateChange;
  /** Publishes unpublished copy. Returns undefined if there is none, or if its text was withdrawn or purged. */
  publish(id: string, now: number): WriteResult | undefined;
}

/** Creates the changes of a connection. */
export function createStateWriter(
  connection: Connection,
  parts: ArticleParts,
  publisher: ArticlePublisher,
): StateWriter {
  const { known, rows, former, corrections, unpublished, withdrawn, purged } = parts;
  const takeBack = createArticleWithdrawer(parts);
  const erase = createArticlePurger(connection, parts);

  const stateOf = (id: string): ArticleState | 'absent' => {
    if (known.byId(id)) return 'published';
    if (withdrawn.find(id)) return 'withdrawn';
    return unpublished.find(id)?.state ?? (purged.has(id) ? 'purged' : 'absent');
  };
  const slugOf = (id: string): string => known.byId(id)?.slug ?? withdrawn.find(id)?.slug ?? '';

  /** Runs a change if the article is in a state that it changes. */
  const changeFrom =
    (change: (id: string, now: number, before: ArticleState) => void) =>
    (id: string, now: number): StateChange => {
      const before = stateOf(id);
      if (before !== 'absent' && before !== 'purged') change(id, now, before);
      return { id, slug: slugOf(id), before, after: stateOf(id) };
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

  const restore = changeFrom((id, now, before) => {
    if (before !== 'withdrawn') return;
    const gone = withdrawn.find(id);
    if (gone === undefined) return;
    const last = former.revision(id, gone.revision);
    withdrawn.remove(id);
    if (gone.by === 'source') withdrawn.putLifted(id, gone);
    if (gone.waiting) unpublished.putPacked(gone.waiting);
    if (last === undefined) return;
    const content = Buffer.from(contentDigest(last.contentHash), 'hex');
    const reading = () => corrections.uncorrected(id) ?? readingOfArticle(last);
    const { modified } = versionOf(last);
    // The version of a withdrawal by the source is not that of the text.
    const version = gone.by === 'source' ? { version: null, modified } : gone;
    publisher.put(
      { id, content, version: version.version, modified: version.modified, reading },
      gone,
      now,
      gone.slug,
    );
  });

  const revertTo = (id: string, revision: number, now: number): void => {
    const present = known.byId(id);
    const past = former.revision(id, revision);
    if (present === undefined || past === undefined || present.revision === revision) return;
    const { card } = rows.read(present.key);
    // Only corrections or a re-extraction changed it.
    if (card.contentHash === past.contentHash) return;
    const content = Buffer.from(contentDigest(past.contentHash), 'hex');
    const reading = () => readingOfArticle(past);
    const before = { ...present, version: null, modified: null };
    publisher.put({ id, content, ...versionOf(past), reading }, before, now);
  };

  return {
    stateOf,
    withdraw: (id, note, now) => changeFrom(() => takeBack(id, { by: 'editor', note }, now))(id, now),
    restore,
    release: changeFrom((id, now, before) => {
      if (before !== 'withdrawn') publish(id, now);
    }),
    purge: changeFrom(erase),
    revert(id, revision, note, now) {
      if (revision === null) return changeFrom(() => takeBack(id, { by: 'editor', note }, now))(id, now);
      return changeFrom(() => revertTo(id, revision, now))(id, now);
    },
    publish,
  };
}

/** Returns a reading that is published now, even if its document states a later time. */
function publishedBy(reading: StoredReading, now: number): StoredReading {
  if (secondsOf(reading.publishedAt) <= now) return reading;
  const publication = { ...reading.publication, precision: 'second', basis: 'editor' } as const;
  return { ...reading, publishedAt: instantOf(now), publication };
}

function readingOfArticle({ body, mentions, quotes, ...card }: Article): StoredReading {
  return readingOf(card, { body, mentions, quotes });
}
