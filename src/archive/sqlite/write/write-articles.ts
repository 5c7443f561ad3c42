import { createHash } from 'node:crypto';
import { applyCorrections } from '../../../news/apply-corrections.ts';
import type { ArticleCard } from '../../../news/article.ts';
import type { KeptReading, ReadArticle, StoredIdentity } from '../../../news/draft.ts';
import { bandsOf } from '../../../news/fingerprint.ts';
import { instantOf, secondsOf } from '../../../news/instant.ts';
import type { TagId } from '../../../news/tag.ts';
import type { RewriteResult, WriteResult } from '../../archive.ts';
import { type ArticleRest, articleCard, articleRest } from '../../rendering/article-document.ts';
import { articleIdOf } from '../../rendering/article-id.ts';
import { keptOf, readingOf } from '../../rendering/kept-reading.ts';
import type { Connection } from '../connection.ts';
import { type PackedDocument, packDocument } from '../packed-document.ts';
import { articleHistories } from './article-histories.ts';
import { articleRows } from './article-rows.ts';
import { articleSlugs } from './article-slugs.ts';
import { correctionRows } from './correction-rows.ts';
import { openLedger } from './ledger.ts';
import { nearDuplicates } from './near-duplicates.ts';
import { articlePlacer } from './place-article.ts';
import { publicationRuns } from './publication-runs.ts';
import { type TagRow, tagRows } from './tag-rows.ts';
import { unconfirmedTag } from './unconfirmed-tag.ts';

interface ArticleRow {
  key: number;
  id: string;
  slug: string;
  publishedAt: number;
  content: Buffer;
  revision: number;
}

/** Writing and deleting articles, inside the caller's transaction. */
export interface ArticleWriting {
  write(articles: ReadArticle[]): WriteResult[];
  /** Whether there was such an article. */
  delete(id: string): boolean;
  /**
   * Writes articles again from a new reading of the same content, or from the one that they have, with the
   * corrections as they are now. The revision grows only where what the article says of itself changed.
   */
  rewrite(articles: { id: string; reading?: KeptReading }[]): RewriteResult[];
}

/** Where a reading is put. */
interface Placement {
  id: string;
  content: Buffer;
  before: ArticleRow | undefined;
  revision: number;
  storedAt: string;
  bands: readonly number[];
  /** The slug that it had in another archive. */
  slug?: string;
}

/** Half a SHA-256 of the content hash: enough to know equal content by, in a quarter of the hexadecimal form. */
function digestOf(contentHash: string): Buffer {
  return createHash('sha256').update(contentHash).digest().subarray(0, 16);
}

/** What an article says of itself, without what was found in it. */
function saidBy({ mentions: _m, quotes: _q, inferredTopics: _i, discovered: _d, ...said }: KeptReading) {
  return Object.fromEntries(Object.entries(said).sort());
}

/** Gives the writing of articles in one connection. */
export function articleWriting(connection: Connection): ArticleWriting {
  const rows = articleRows(connection);
  const tags = tagRows(connection);
  const ledger = openLedger(connection);
  const findSlug = articleSlugs(connection);
  const corrections = correctionRows(connection);
  const histories = articleHistories(connection);
  const similar = nearDuplicates(connection, rows.read);
  const placeArticle = articlePlacer(connection, (from, to) => {
    rows.move(from, to);
    similar.move(rows.read(to), from);
  });

  const columns = 'key, id, slug, published_at AS publishedAt, content, revision';
  const selectById = connection.prepare<{ id: string }, ArticleRow>(
    `SELECT ${columns} FROM articles WHERE id = :id`,
  );
  const selectByContent = connection.prepare<{ content: Buffer }, ArticleRow>(
    `SELECT ${columns} FROM articles WHERE content = :content LIMIT 1`,
  );
  const selectAlias = connection.prepare<{ id: string }, { article: string; content: Buffer }>(
    'SELECT article, content FROM article_aliases WHERE id = :id',
  );
  const putAlias = connection.prepare<{ id: string; article: string; content: Buffer }>(
    'INSERT OR REPLACE INTO article_aliases (id, article, content) VALUES (:id, :article, :content)',
  );
  const deleteAlias = connection.prepare<{ id: string }>('DELETE FROM article_aliases WHERE id = :id');
  const selectDeleted = connection.prepare<{ id: string }, { slug: string; revision: number }>(
    'SELECT slug, revision FROM deleted_articles WHERE id = :id',
  );
  const putDeleted = connection.prepare<{ id: string; slug: string; revision: number }>(
    'INSERT INTO deleted_articles (id, slug, revision) VALUES (:id, :slug, :revision)',
  );
  const insertArticle = connection.prepare<ArticleRow>(
    `INSERT INTO articles (key, id, slug, published_at, content, revision)
     VALUES (:key, :id, :slug, :publishedAt, :content, :revision)`,
  );
  const deleteArticle = connection.prepare<{ key: number }>('DELETE FROM articles WHERE key = :key');
  const insertTag = connection.prepare<{ article: number; tag: number }>(
    'INSERT OR IGNORE INTO article_tags (article, tag) VALUES (:article, :tag)',
  );
  const selectTags = connection
    .prepare<{ article: number }, number>('SELECT tag FROM article_tags WHERE article = :article')
    .pluck();
  const deleteTags = connection.prepare<{ article: number }>(
    'DELETE FROM article_tags WHERE article = :article',
  );
  const keepRevision = connection.prepare<{ article: string; revision: number; document: PackedDocument }>(
    `INSERT INTO article_revisions (article, revision, document)
     VALUES (:article, :revision, :document)`,
  );
  const keepSlug = connection.prepare<{ slug: string; article: string }>(
    'INSERT OR REPLACE INTO former_article_slugs (slug, article) VALUES (:slug, :article)',
  );
  const freeSlug = connection.prepare<{ slug: string }>(
    'DELETE FROM former_article_slugs WHERE slug = :slug',
  );
  const keepKey = connection.prepare<{ article: string; publishedAt: number; key: number }>(
    `INSERT OR REPLACE INTO former_article_keys (article, published_at, key)
     VALUES (:article, :publishedAt, :key)`,
  );
  const insertChange = connection.prepare<{ article: string; kind: string; revision: number; at: number }>(
    'INSERT INTO changes (article, kind, revision, at) VALUES (:article, :kind, :revision, :at)',
  );

  const speakerKeys = (tagOf: (id: TagId) => TagRow, quotes: { speaker: { tag: TagId | null } | null }[]) =>
    quotes.flatMap(({ speaker }) => (speaker?.tag ? [tagOf(speaker.tag).key] : []));

  /** Finds or makes the tags of one article. */
  const tagFinder = (article: KeptReading): ((id: TagId) => TagRow) => {
    const names = new Map(article.mentions.map(({ tag, name }) => [tag, name]));
    for (const { tag, name } of article.inferredTopics) names.set(tag, name);
    return (id) =>
      tags.find(id) ??
      tags.put(article.discovered.find((entry) => entry.id === id) ?? unconfirmedTag(id, names.get(id)));
  };

  /** Takes an article's rows away, its row in `articles` excepted. */
  const clear = ({ key, publishedAt }: ArticleRow): void => {
    const stored = rows.read(key);
    const { rest } = stored;
    const known = (id: TagId): TagRow => {
      const row = tags.find(id);
      if (row === undefined) throw new Error(`article ${key} names the unknown tag ${id}`);
      return row;
    };
    ledger.count(
      -1,
      publishedAt,
      selectTags.all({ article: key }),
      speakerKeys(known, rest.quotes),
      rest.quotes.length,
    );
    similar.remove(stored);
    rows.remove(key);
    deleteTags.run({ article: key });
  };

  /** The reading as editors want it; what they corrected is kept as it was read. */
  const corrected = (id: string, reading: KeptReading): KeptReading => {
    const own = corrections.of(id);
    const all = [...own, ...corrections.forAll()].map(({ correction }) => correction);
    if (own.length > 0) corrections.keepUncorrected(id, reading);
    return all.length > 0 ? applyCorrections(reading, all) : reading;
  };

  const place = (article: KeptReading, placement: Placement, now: number): WriteResult => {
    const { id, content, before, revision, storedAt } = placement;
    const publishedAt = secondsOf(article.publishedAt);
    const slug = findSlug(id, article.headline, before?.slug, placement.slug);
    if (before) {
      if (before.revision !== revision) {
        const document = packDocument(rows.readFull(before.key));
        keepRevision.run({ article: id, revision: before.revision, document });
      }
      clear(before);
      deleteArticle.run({ key: before.key });
      if (before.slug !== slug) keepSlug.run({ slug: before.slug, article: id });
      if (before.publishedAt !== publishedAt) {
        keepKey.run({ article: id, publishedAt: before.publishedAt, key: before.key });
      }
    }
    freeSlug.run({ slug });
    const key = before?.publishedAt === publishedAt ? before.key : placeArticle(publishedAt);
    insertArticle.run({ key, id, slug, publishedAt, content, revision });

    const label = tagFinder(article);
    const placing = { id, slug, revision, storedAt, label };
    const card = articleCard(article, placing);
    const rest = articleRest(article, placing);
    rows.write({ key, card, rest }, (tag) => label(tag).key);

    const carried = new Set(card.tags.map((tag) => label(tag.id).key));
    if (article.source) carried.add(tags.putHidden('source', article.source.slug, article.source.name));
    carried.add(tags.putHidden('language', article.language.toLowerCase(), article.language));
    for (const tag of [...carried].sort((a, b) => a - b)) insertTag.run({ article: key, tag });
    ledger.count(1, publishedAt, carried, speakerKeys(label, rest.quotes), rest.quotes.length);
    const { wordCount } = article;
    similar.place({ key, id, publishedAt, text: article.body.text, wordCount, bands: placement.bands });
    insertChange.run({ article: id, kind: before ? 'changed' : 'new', revision, at: now });
    return { id, slug, outcome: before ? 'changed' : 'new', revision };
  };

  const store = (
    article: ReadArticle,
    id: string,
    content: Buffer,
    before: ArticleRow | undefined,
    now: number,
  ): WriteResult =>
    place(
      corrected(id, keptOf(article)),
      {
        ...{ id, content, before, bands: article.bands },
        revision: (before?.revision ?? 0) + 1,
        storedAt: instantOf(now),
      },
      now,
    );

  /** Whether an article under this identity would be stored as it is already. */
  const isAsStored = (
    article: KeptReading,
    { id, slug, revision, storedAt }: StoredIdentity,
    card: ArticleCard,
    rest: ArticleRest,
  ): boolean => {
    const placing = { id, slug, revision, storedAt, label: tagFinder(article) };
    const written = JSON.stringify([articleCard(article, placing), articleRest(article, placing)]);
    return written === JSON.stringify([card, rest]);
  };

  const rewrite = (id: string, reading: KeptReading | undefined, now: number): RewriteResult => {
    const before = selectById.get({ id });
    if (before === undefined) return { id, outcome: 'absent' };
    const { card, rest } = rows.read(before.key);
    // The source has corrected it meanwhile, and with that it was read again.
    if (reading && reading.contentHash !== card.contentHash) return { id, outcome: 'same' };
    const article = corrected(id, reading ?? corrections.uncorrected(id) ?? readingOf(card, rest));
    if (corrections.of(id).length === 0) corrections.dropUncorrected(id);
    const { revision, storedAt } = card;
    if (isAsStored(article, card, card, rest)) return { id, outcome: 'same' };
    const saysTheSame = JSON.stringify(saidBy(article)) === JSON.stringify(saidBy(readingOf(card, rest)));
    place(
      article,
      {
        ...{ id, content: before.content, before, bands: bandsOf(article.body.text) },
        revision: saysTheSame ? revision : revision + 1,
        storedAt: saysTheSame ? storedAt : instantOf(now),
      },
      now,
    );
    return { id, outcome: 'changed' };
  };

  const same = ({ id, slug, revision }: Pick<ArticleRow, 'id' | 'slug' | 'revision'>): WriteResult => ({
    id,
    slug,
    outcome: 'same',
    revision,
  });

  /** Makes an article what it was in the archive that exported it. */
  const restore = (article: ReadArticle, stored: StoredIdentity, now: number): WriteResult => {
    const { id, slug, revision, storedAt, history } = stored;
    const deleted = selectDeleted.get({ id });
    if (deleted) return same({ id, ...deleted });
    const content = digestOf(article.contentHash);
    const own = selectById.get({ id });
    const equal = own ? undefined : selectByContent.get({ content });
    if (equal) {
      putAlias.run({ id, article: equal.id, content });
      return same(equal);
    }
    if (own && own.revision > revision) return same(own);
    if (history) histories.restoreCorrections(id, history);
    const reading = corrected(id, history?.uncorrected ?? keptOf(article));
    if (own) {
      const { card, rest } = rows.read(own.key);
      if (isAsStored(reading, { ...stored, slug: own.slug }, card, rest)) return same(own);
    }
    const { bands } = article;
    const result = place(reading, { id, content, before: own, revision, storedAt, bands, slug }, now);
    if (history) histories.restorePast(id, history);
    return result;
  };

  const write = (article: ReadArticle, now: number): WriteResult => {
    if (article.stored) return restore(article, article.stored, now);
    const id = articleIdOf(article.sourceKey, article.source?.slug ?? null);
    const content = digestOf(article.contentHash);
    const own = selectById.get({ id });
    if (own) return own.content.equals(content) ? same(own) : store(article, id, content, own, now);
    // What was deleted stays deleted, however often a feed brings it again.
    const deleted = selectDeleted.get({ id });
    if (deleted) return same({ id, ...deleted });
    const alias = selectAlias.get({ id });
    const original = alias?.content.equals(content) ? selectById.get({ id: alias.article }) : undefined;
    if (original) return same(original);
    const equal = selectByContent.get({ content });
    if (equal) {
      putAlias.run({ id, article: equal.id, content });
      return same(equal);
    }
    if (alias) deleteAlias.run({ id });
    return store(article, id, content, undefined, now);
  };

  /** Forgets what an earlier transaction knew or, having failed, has left. */
  const begin = (): void => {
    ledger.clear();
    tags.forget();
    corrections.forget();
  };

  return {
    write(articles) {
      begin();
      const now = Math.floor(Date.now() / 1000);
      const results: WriteResult[] = [];
      for (const run of publicationRuns(articles)) {
        for (const { article, index } of run) results[index] = write(article, now);
      }
      ledger.settle();
      return results;
    },
    rewrite(articles) {
      begin();
      const now = Math.floor(Date.now() / 1000);
      const results = articles.map(({ id, reading }) => rewrite(id, reading, now));
      ledger.settle();
      return results;
    },
    delete(id) {
      begin();
      const row = selectById.get({ id });
      if (row === undefined) return false;
      const { slug, revision, publishedAt, key } = row;
      keepRevision.run({ article: id, revision, document: packDocument(rows.readFull(key)) });
      clear(row);
      similar.leave(id);
      deleteArticle.run({ key });
      putDeleted.run({ id, slug, revision });
      keepSlug.run({ slug, article: id });
      keepKey.run({ article: id, publishedAt, key });
      insertChange.run({ article: id, kind: 'deleted', revision, at: Math.floor(Date.now() / 1000) });
      ledger.settle();
      return true;
    },
  };
}
