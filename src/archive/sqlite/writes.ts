import { setImmediate } from 'node:timers/promises';
import type { StoredReading } from '../../model/draft.ts';
import { secondsOf } from '../../model/instant.ts';
import type { TagId } from '../../model/tag.ts';
import { builtInEntries } from '../../model/vocabulary.ts';
import type { Checkpoint, CorrectedArticle, WriteResult } from '../results.ts';
import type { ArchiveWrites } from '../writes.ts';
import { createUnpublishedArticles } from './articles/unpublished-articles.ts';
import { type ArticleWriter, createArticleWriter } from './articles/write-articles.ts';
import { createCorrectedLookup } from './corrections/corrected.ts';
import { createCorrectionWriter } from './corrections/write-corrections.ts';
import { createRecordRestorer } from './exports/restore-records.ts';
import { once } from './once.ts';
import { createBulkLoad } from './search/bulk-load.ts';
import type { Session } from './session.ts';
import { createListing } from './tags/listing.ts';
import { createTagWriter } from './tags/write-tags.ts';

/** Maximum number of articles that one transaction publishes when they are due. */
const articlesPerPublication = 100;

/** Outcomes that a read can show. */
const visible = new Set<WriteResult['outcome']>(['new', 'changed', 'withdrawn']);

const isTrue = (changed: boolean): boolean => changed;

/** Creates the writes of one connection. `setPosition` stores a checkpoint in the transaction of its articles. */
export function createWrites(
  { connection, read, write, change }: Session,
  setPosition: (checkpoint: Checkpoint) => void,
): ArchiveWrites {
  const articles = once(() => createArticleWriter(connection));
  const tags = once(() => createTagWriter(connection));
  const corrections = once(() =>
    createCorrectionWriter(connection, { articles: articles(), writeTags: tags() }),
  );
  const unpublished = once(() => createUnpublishedArticles(connection));
  const selectTag = once(() => connection.prepare<[string]>('SELECT 1 FROM tags WHERE id = ?'));
  const corrected = once(() => createCorrectedLookup(connection));
  const restoreRecords = once(() => createRecordRestorer(connection, tags()));
  const listing = once(() => createListing(connection));
  const bulk = once(() => createBulkLoad(connection));
  const articleNow = (id: string): CorrectedArticle | undefined => {
    const present = corrected()(id);
    return present.kind === 'found' ? present.value : undefined;
  };

  const changeStates = (work: Parameters<ArticleWriter['change']>[0]) =>
    change(
      () => articles().change(work),
      (changes) => changes.some(({ changed }) => changed),
    );
  /** Stores the built-in tags of unpublished articles that the archive lacks, so that they have a description. */
  const describeTags = (ids: string[]) => {
    const carried = ids.flatMap((id) =>
      unpublished().find(id) ? tagsOf(unpublished().text(id).reading) : [],
    );
    tags()(builtInEntries(carried, { has: (id) => selectTag().get(id) !== undefined }));
  };

  return {
    async writeTags(entries) {
      await change(() => tags()(entries), isTrue);
    },
    writeArticles: async (batch, checkpoint) =>
      change(
        () => {
          if (checkpoint) setPosition(checkpoint);
          return articles().write(batch);
        },
        (results) => results.some(({ outcome }) => visible.has(outcome)),
      ),
    async beginBulk() {
      await write(() => bulk().begin());
    },
    async endBulk() {
      await write(() => bulk().end());
      const merge = (first: boolean) => write(() => bulk().merge(first));
      for (let more = await merge(true); more; more = await merge(false)) await setImmediate();
    },
    async listTagsFrom(minimum) {
      // Reads first, so that opening an archive need not wait for another process that writes.
      if (read(() => listing().minimum()) !== minimum)
        await change(() => listing().listFrom(minimum), isTrue);
    },
    withdraw: (ids, { note = null, expected } = {}) =>
      changeStates((states, now) =>
        ids.map((id) => {
          if (!expected || expected(articleNow(id))) return states.withdraw(id, note, now);
          const state = states.stateOf(id);
          return { id, slug: '', before: state, after: state, changed: false, mismatch: true };
        }),
      ),
    restore: (ids) => changeStates((states, now) => ids.map((id) => states.restore(id, now))),
    release: (ids) =>
      changeStates((states, now) => {
        describeTags(ids);
        return ids.map((id) => states.release(id, now));
      }),
    purge: (ids) => changeStates((states, now) => ids.map((id) => states.purge(id, now))),
    revert: (arrived, { note = null } = {}) =>
      changeStates((states, now) => arrived.map((article) => states.revert(article, note, now))),
    async publishDue(now) {
      const results: WriteResult[] = [];
      for (;;) {
        const some = await change(
          () => {
            const due = unpublished().due(secondsOf(now), articlesPerPublication);
            describeTags(due);
            return { due, published: articles().publish(due) };
          },
          ({ due }) => due.length > 0,
        );
        results.push(...some.published);
        if (some.due.length < articlesPerPublication) return results;
        await setImmediate();
      }
    },
    correct: async (id, made, editor, expected) =>
      change(() => {
        if (expected && !expected(articleNow(id))) return false;
        corrections().correct(id, made, editor);
        return true;
      }, isTrue),
    withdrawCorrection: async (id, number, expected) =>
      change(() => (!expected || expected(articleNow(id))) && corrections().withdraw(id, number), isTrue),
    correctTags: async (made, editor, expected) =>
      change(() => {
        if (expected && !expected(corrections().ofTags())) return false;
        corrections().correctTags(made, editor);
        return true;
      }, isTrue),
    withdrawTagCorrection: async (number, expected) =>
      change(
        () => (!expected || expected(corrections().ofTags())) && corrections().withdrawTagRule(number),
        isTrue,
      ),
    rewrite: async (readings) =>
      change(
        () => articles().rewrite(readings),
        (results) => results.some(({ outcome }) => outcome === 'changed'),
      ),
    async restoreRecords(lines) {
      await change(() => restoreRecords()(lines), isTrue);
    },
  };
}

/** Returns the tags that a reading names. */
function tagsOf({ mentions, quotes, inferredTopics }: StoredReading): TagId[] {
  const speakers = quotes.flatMap(({ speaker }) => (speaker?.tag ? [speaker.tag] : []));
  return [...[...mentions, ...inferredTopics].map(({ tag }) => tag), ...speakers];
}
