import { setImmediate } from 'node:timers/promises';
import type { Archive } from '../archive.ts';
import { ArchiveUnavailable } from '../archive-unavailable.ts';
import { articleWriting } from './articles/write-articles.ts';
import { type Effort, patientEffort } from './budget.ts';
import { type ConnectionSettings, connect } from './connection.ts';
import { correctionWriting } from './corrections/write-corrections.ts';
import { restoreKept } from './exports/restore-kept.ts';
import { translateFailures } from './failures.ts';
import { applyMigrations, pendingMigrations, readMigrations } from './migrations.ts';
import { sqliteReading } from './reading.ts';
import { bulkLoad } from './search/bulk-load.ts';
import { joinTurns, noTurns } from './snapshot.ts';
import { tagWriting } from './tags/write-tags.ts';

/** How to open a SQLite archive. `migrate`: bring the schema up to date first; default unless `readOnly`. */
export interface SqliteSettings extends ConnectionSettings {
  migrate?: boolean;
  /** How much one query may look through before it answers with what it has; patient unless said. */
  effort?: Effort;
  /** Whether all reads of one turn of the event loop see one state: for servers. */
  joinTurns?: boolean;
}

/** `make()`'s value, made when first asked for. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/**
 * Opens (or creates) the SQLite archive at a path. Every method throws ArchiveUnavailable when the database
 * is locked, read-only where it is written, damaged or not migrated.
 */
export function openSqliteArchive({ migrate, effort = patientEffort, ...settings }: SqliteSettings): Archive {
  const { path, readOnly = false } = settings;
  const ask = <T>(work: () => T): T => translateFailures(path, work);
  const connection = ask(() => {
    const opened = connect(settings);
    try {
      if (migrate ?? !readOnly) applyMigrations(opened);
      return opened;
    } catch (error) {
      opened.close();
      throw error;
    }
  });

  const turn = settings.joinTurns ? joinTurns(connection) : noTurns();
  const check = once(() => {
    const [pending] = pendingMigrations(connection, readMigrations());
    if (pending === undefined) return;
    throw new ArchiveUnavailable('not-migrated', `The archive ${path} lacks migration ${pending.name}.`);
  });
  const read = once(() => {
    check();
    return sqliteReading(connection, effort, turn);
  });
  const writeArticles = once(() => articleWriting(connection));
  const writeTags = once(() => tagWriting(connection));
  const corrections = once(() =>
    correctionWriting(connection, { articles: writeArticles(), writeTags: writeTags() }),
  );
  const restore = once(() => restoreKept(connection, writeTags()));
  const bulk = once(() => bulkLoad(connection));

  /** Runs a read of one statement. */
  const look = <T>(work: () => T): T =>
    ask(() => {
      turn.begin();
      return work();
    });

  /** Runs `work` in one transaction that holds the write lock from its start; counts it when it changed anything. */
  const change = <T>(work: () => T, changed: (result: T) => boolean): T =>
    ask(() => {
      if (readOnly)
        throw new ArchiveUnavailable('read-only', `The archive ${path} was opened for reading only.`);
      const { revision } = read();
      turn.end();
      try {
        return connection
          .transaction(() => {
            const result = work();
            if (changed(result)) revision.advance();
            return result;
          })
          .immediate();
      } finally {
        revision.forget();
      }
    });

  /** Runs reads of several statements on one state of the archive, whatever other processes commit meanwhile. */
  const inTransaction = connection.transaction((work: () => unknown) => work());
  const snapshot = <T>(work: () => T): T =>
    look(() => (connection.inTransaction ? work() : (inTransaction(work) as T)));

  /** Runs a write that no answer shows. */
  const remember = (work: () => void): void => change(work, () => false);

  return {
    identity: () => look(() => read().identity()),
    revision: () => look(() => read().revision.current()),
    revisedAt: () => look(() => read().revision.since()),
    check: () =>
      look(() => {
        check();
        read().summary();
      }),
    summary: () => look(() => read().summary()),
    months: () => look(() => read().months()),
    articles: (query) => snapshot(() => read().articles.each(query)),
    joinedCards: (query) => snapshot(() => read().articles.joined(query)),
    article: (reference) => snapshot(() => read().article.full(reference)),
    wholeArticle: (reference) => snapshot(() => read().article.whole(reference)),
    related: (id, limit) => snapshot(() => read().related(id, limit)),
    neighbours: (id, filter, sort) => snapshot(() => read().neighbours(id, filter, sort)),
    facets: (filter, names, limit) => snapshot(() => read().facets(filter, names, limit)),
    timeline: (filter, edges) => snapshot(() => read().timeline(filter, edges)),
    highlight: (search, ids) => snapshot(() => read().highlight(search, ids)),
    suggest: (search) => snapshot(() => read().suggest(search)),
    unknownTags: (filter) => look(() => read().unknownTags(filter)),
    tags: (query) => snapshot(() => read().tags(query)),
    tagAddresses: (after, limit) => look(() => read().addresses.after(after, limit)),
    lastTagNumber: () => look(() => read().addresses.last()),
    tag: (type, slug) => look(() => read().tag(type, slug)),
    together: (tag, type, limit) => snapshot(() => read().together(tag, type, limit)),
    sources: () => look(() => read().sources()),
    quotes: (query) => snapshot(() => read().quotes(query)),
    writeTags: (entries) => {
      change(
        () => writeTags()(entries),
        (changed) => changed,
      );
    },
    authority: () => look(() => read().authority()),
    writeArticles: (articles, checkpoint) =>
      change(
        () => {
          if (checkpoint) read().imports.setPosition(checkpoint);
          return writeArticles().write(articles);
        },
        (results) => results.some(({ outcome }) => outcome !== 'same'),
      ),
    beginBulk: () => remember(() => bulk().begin()),
    async endBulk() {
      remember(() => bulk().end());
      const merge = (first: boolean) =>
        change(
          () => bulk().merge(first),
          () => false,
        );
      for (let more = merge(true); more; more = merge(false)) await setImmediate();
    },
    delete: (id) =>
      change(
        () => writeArticles().delete(id),
        (deleted) => deleted,
      ),
    revisions: (id) => snapshot(() => read().versions.revisions(id)),
    story: (id) => snapshot(() => read().versions.story(id)),
    corrected: (reference) => snapshot(() => read().corrected(reference)),
    correct: (id, made, editor, expected) =>
      change(
        () => {
          const present = read().corrected(id);
          if (expected && !expected(present.kind === 'found' ? present.value : undefined)) return false;
          corrections().correct(id, made, editor);
          return true;
        },
        (done) => done,
      ),
    withdraw: (id, number) =>
      change(
        () => corrections().withdraw(id, number),
        (done) => done,
      ),
    withdrawTagCorrection: (number) =>
      change(
        () => corrections().withdrawTagRule(number),
        (done) => done,
      ),
    tagCorrections: () =>
      look(() => {
        read().corrections.forget();
        return read().corrections.forAll();
      }),
    correctTags: (made, editor) => {
      change(
        () => corrections().correctTags(made, editor),
        () => true,
      );
    },
    uncorrected: (ids) => snapshot(() => read().uncorrected(ids)),
    rewrite: (articles) =>
      change(
        () => writeArticles().rewrite(articles),
        (results) => results.some(({ outcome }) => outcome === 'changed'),
      ),
    apiKeys: () => look(() => read().keys.all()),
    addApiKey: (key) =>
      change(
        () => read().keys.add(key),
        () => false,
      ),
    revokeApiKey: (id) =>
      change(
        () => read().keys.revoke(id),
        () => false,
      ),
    apiKey: (hash) => look(() => read().keys.byHash(hash)),
    changes: (since, limit) => look(() => read().changes(since, limit)),
    lastChange: () => look(() => read().lastChange()),
    matchingCards: (ids, filter) => snapshot(() => read().matchingCards(ids, filter)),
    exportedTags: (after, limit) => snapshot(() => read().kept.tags(after, limit)),
    exportedDeletions: (after, limit) => look(() => read().kept.deletions(after, limit)),
    histories: (ids) =>
      snapshot(() => {
        const found = ids.map((id) => [id, read().histories.of(id)] as const);
        return new Map(found.flatMap(([id, history]) => (history ? [[id, history] as const] : [])));
      }),
    restore: (lines) => {
      change(
        () => restore()(lines),
        (changed) => changed,
      );
    },
    importPosition: (job) => look(() => read().imports.position(job)),
    finishImport: (job) => remember(() => read().imports.forget(job)),
    validators: (url) => look(() => read().imports.validators(url)),
    writeValidators: (url, validators) => remember(() => read().imports.setValidators(url, validators)),
    close: () => {
      turn.end();
      connection.close();
    },
  };
}
