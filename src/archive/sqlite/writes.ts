import { setImmediate } from 'node:timers/promises';
import type { Checkpoint, CorrectedArticle } from '../results.ts';
import type { ArchiveWrites } from '../writes.ts';
import { createArticleWriter } from './articles/write-articles.ts';
import { createCorrectedLookup } from './corrections/corrected.ts';
import { createCorrectionWriter } from './corrections/write-corrections.ts';
import { createRecordRestorer } from './exports/restore-records.ts';
import { once } from './once.ts';
import { createBulkLoad } from './search/bulk-load.ts';
import type { Session } from './session.ts';
import { createListing } from './tags/listing.ts';
import { createTagWriter } from './tags/write-tags.ts';

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
  const corrected = once(() => createCorrectedLookup(connection));
  const restore = once(() => createRecordRestorer(connection, tags()));
  const listing = once(() => createListing(connection));
  const bulk = once(() => createBulkLoad(connection));
  const articleNow = (id: string): CorrectedArticle | undefined => {
    const present = corrected()(id);
    return present.kind === 'found' ? present.value : undefined;
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
        (results) => results.some(({ outcome }) => outcome !== 'same'),
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
    delete: async (id) => change(() => articles().delete(id), isTrue),
    correct: async (id, made, editor, expected) =>
      change(() => {
        if (expected && !expected(articleNow(id))) return false;
        corrections().correct(id, made, editor);
        return true;
      }, isTrue),
    withdraw: async (id, number, expected) =>
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
    async restore(lines) {
      await change(() => restore()(lines), isTrue);
    },
  };
}
