import { setImmediate } from 'node:timers/promises';
import type { Archive } from '../archive.ts';
import { ArchiveUnavailable } from '../archive-unavailable.ts';
import { apiKeys } from './api-keys.ts';
import { type Connection, type ConnectionSettings, connect } from './connection.ts';
import { translateFailures } from './failures.ts';
import { importMemory } from './imports.ts';
import { applyMigrations, pendingMigrations, readMigrations } from './migrations.ts';
import { articleLists } from './read/article-lists.ts';
import { authorityEntries } from './read/authority.ts';
import { boundedEffort, type Effort, patientEffort } from './read/bounded-effort.ts';
import { changeLog, lastChange } from './read/changes.ts';
import { correctedLookup } from './read/corrected.ts';
import { articleFacets } from './read/facets.ts';
import { searchHighlights } from './read/highlights.ts';
import { keptBeside } from './read/kept-beside.ts';
import { matchingCards } from './read/matching-cards.ts';
import { archiveMonths } from './read/month-counts.ts';
import { articleNeighbours } from './read/neighbours.ts';
import { articleLookup } from './read/one-article.ts';
import { oneTag } from './read/one-tag.ts';
import { quoteLists } from './read/quote-lists.ts';
import { relatedArticles } from './read/related.ts';
import { sourceList } from './read/sources.ts';
import { searchSuggestions } from './read/suggestions.ts';
import { archiveIdentity, archiveSummary } from './read/summary.ts';
import { tagAddresses } from './read/tag-addresses.ts';
import { tagLists } from './read/tag-lists.ts';
import { articleTimeline } from './read/timeline.ts';
import { tagsTogether } from './read/together.ts';
import { uncorrectedArticles } from './read/uncorrected.ts';
import { unknownTagNames } from './read/unknown-tags.ts';
import { articleVersions } from './read/versions.ts';
import { archiveRevision } from './revision.ts';
import { joinTurns, noTurns, type Turn } from './turn.ts';
import { articleHistories } from './write/article-histories.ts';
import { bulkLoad } from './write/bulk-load.ts';
import { correctionRows } from './write/correction-rows.ts';
import { restoreKept } from './write/restore-kept.ts';
import { articleWriting } from './write/write-articles.ts';
import { correctionWriting } from './write/write-corrections.ts';
import { tagWriting } from './write/write-tags.ts';

/** How to open a SQLite archive. `migrate`: bring the schema up to date first; default unless `readOnly`. */
export interface SqliteSettings extends ConnectionSettings {
  migrate?: boolean;
  /** How much one query may look through before it answers with what it has; patient unless said. */
  effort?: Effort;
  /** Whether all reads of one turn of the event loop see one state: for servers. */
  joinTurns?: boolean;
}

/** Everything that reads, its statements prepared. */
function reading(connection: Connection, settings: Effort, turn: Turn) {
  const effort = boundedEffort(connection, settings);
  const revision = archiveRevision(connection, turn);
  const articles = articleLists(connection, effort, revision);
  return {
    identity: archiveIdentity(connection),
    revision,
    summary: archiveSummary(connection),
    months: archiveMonths(connection),
    addresses: tagAddresses(connection),
    articles,
    neighbours: articleNeighbours(connection, articles.each),
    facets: articleFacets(connection, effort),
    timeline: articleTimeline(connection, effort),
    article: articleLookup(connection),
    related: relatedArticles(connection),
    highlight: searchHighlights(connection),
    suggest: searchSuggestions(connection),
    unknownTags: unknownTagNames(connection),
    tags: tagLists(connection),
    tag: oneTag(connection),
    together: tagsTogether(connection),
    sources: sourceList(connection),
    quotes: quoteLists(connection, effort),
    authority: authorityEntries(connection),
    changes: changeLog(connection),
    lastChange: lastChange(connection),
    matchingCards: matchingCards(connection),
    imports: importMemory(connection),
    versions: articleVersions(connection),
    corrected: correctedLookup(connection),
    uncorrected: uncorrectedArticles(connection),
    corrections: correctionRows(connection),
    keys: apiKeys(connection),
    kept: keptBeside(connection),
    histories: articleHistories(connection),
  };
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
    return reading(connection, effort, turn);
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
