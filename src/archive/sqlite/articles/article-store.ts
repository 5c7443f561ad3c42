import { type NewsroomWord, newsroomWords } from '../../../model/newsroom-words.ts';
import { undatedRank } from '../../../model/undated.ts';
import { cardJson } from '../../core/article-json/article-document.ts';
import type { RenderedArticle } from '../../core/article-json/prepared-article.ts';
import type { DocumentVersion } from '../../core/document-version.ts';
import type { WriteResult } from '../../results.ts';
import type { Connection } from '../connection.ts';
import { createNearDuplicates } from '../stories/near-duplicates.ts';
import { packBands } from '../stories/week-bands.ts';
import { createCounters } from '../tags/counters.ts';
import type { NewsroomTags } from '../tags/newsroom-tags.ts';
import type { TagRows } from '../tags/tag-rows.ts';
import type { ArticleRows } from './article-rows.ts';
import type { FindSlug } from './article-slugs.ts';
import type { FormerArticles } from './former-articles.ts';
import type { ArticleRow } from './known-articles.ts';
import { createArticlePlacer } from './place-article.ts';
import type { ArticleRenderer } from './render-article.ts';

/** Identity and revision of an article to be stored. */
export interface Placement extends DocumentVersion {
  id: string;
  content: Buffer;
  /** The row that it replaces. */
  before: ArticleRow | undefined;
  revision: number;
  storedAt: string;
  /** Digest of the reading of its document. Default: unknown. */
  reading?: Buffer | null;
  /** Slug to take if it is free: that in the archive that exported it, or from before it was withdrawn. */
  slug?: string;
  /** Slug that it had before it was withdrawn. It stays if the headline leads to it. */
  formerSlug?: string;
}

/** Stores and removes articles in all tables, with counters, stories and the change log. */
export interface ArticleStore {
  /** Stores an article, and the revision before it if the number changes. `now` is in seconds since 1970. */
  put(article: RenderedArticle, placement: Placement, now: number): WriteResult;
  remove(row: ArticleRow, now: number): void;
  /** Updates the tags of the keywords, sections and authors of an article, without rendering it again. */
  retag(key: number): void;
  /** Must be called when a transaction begins. */
  begin(): void;
  /** Writes the counters. Must be called before a transaction commits. */
  finish(): void;
}

/** Creates the store of a connection. */
export function createArticleStore(
  connection: Connection,
  parts: {
    rows: ArticleRows;
    tags: TagRows;
    newsroomTags: NewsroomTags;
    renderer: ArticleRenderer;
    former: FormerArticles;
    findSlug: FindSlug;
  },
): ArticleStore {
  const { rows, tags, newsroomTags, renderer, former, findSlug } = parts;
  const counters = createCounters(connection);
  const carriedTags = createCarriedTags(connection, tags, newsroomTags);
  const similar = createNearDuplicates(connection, rows.find);
  const selectPublication = connection
    .prepare<{ key: number }, number>('SELECT published_at FROM articles WHERE key = :key')
    .pluck();
  const placeArticle = createArticlePlacer(connection, (from, to) => {
    rows.move(from, to);
    similar.move(selectPublication.get({ key: to }) ?? 0, from, to);
  });
  const insertArticle = connection.prepare<
    [
      ...[number, string, string, number, Buffer, number, Buffer, number | null, number | bigint],
      ...[number | null, number | null, Buffer | null],
    ]
  >(
    `INSERT INTO articles (key, id, slug, published_at, content, revision, bands, address, changed, version, modified,
                           reading)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const deleteArticle = connection.prepare<{ key: number }>('DELETE FROM articles WHERE key = :key');
  const insertChange = connection.prepare<[string, 'new' | 'changed' | 'deleted', number, number]>(
    'INSERT INTO changes (article, kind, revision, at) VALUES (?, ?, ?, ?)',
  );

  const clear = ({ key, publishedAt }: ArticleRow): void => {
    const stored = rows.read(key);
    const {
      card,
      body: { quotes },
    } = stored;
    const speakers = quotes.flatMap(({ speaker }) => (speaker?.tag ? [tags.read(speaker.tag).key] : []));
    const carried = carriedTags.of(key);
    newsroomTags.remove(carried, newsroomWords(card));
    counters.count(-1, { publishedAt, tags: carried, speakers, quotes: quotes.length });
    similar.remove(publishedAt, key);
    rows.remove(stored);
    carriedTags.remove(key);
    deleteArticle.run({ key });
  };

  return {
    put(given, placement, now) {
      const { id, content, before, revision, storedAt, version, modified, reading = null } = placement;
      const article = renderer.withPresentNames(given);
      const { wordCount, bands } = article;
      const publishedAt = article.publishedAt ?? undatedRank(storedAt);
      const slug = findSlug(id, article.slug, {
        present: before?.slug ?? placement.formerSlug,
        former: article.formerSlug,
        exported: placement.slug,
      });
      if (before) {
        if (before.revision !== revision) former.keepRevision(id, before.revision, rows.readFull(before.key));
        clear(before);
        if (before.slug !== slug) former.keepSlug(id, before.slug);
        if (before.publishedAt !== publishedAt) former.keepKey(id, before.publishedAt, before.key);
      }
      former.freeSlug(slug);
      const key = before?.publishedAt === publishedAt ? before.key : placeArticle(publishedAt);
      similar.place({ key, id, publishedAt, text: article.text, wordCount, bands }, before !== undefined);
      const kind = before ? 'changed' : 'new';
      const change = insertChange.run(id, kind, revision, now).lastInsertRowid;
      const columns = [packBands(bands), article.address, change, version, modified, reading] as const;
      insertArticle.run(key, id, slug, publishedAt, content, revision, ...columns);

      const speakers = article.quotes.map(({ speaker }) => speaker && tags.read(speaker.id).key);
      rows.write(key, cardJson(article.card, { id, slug, revision, storedAt }), article, speakers);

      const carried = carriedTags.write(key, article);
      counters.count(1, {
        publishedAt,
        tags: carried,
        speakers: speakers.filter((speaker) => speaker !== null),
        quotes: speakers.length,
      });
      return { id, slug, outcome: kind, revision };
    },
    remove(row, now) {
      const { id, slug, revision, publishedAt, key } = row;
      former.keepRevision(id, revision, rows.readFull(key));
      clear(row);
      similar.leave(id);
      former.keepSlug(id, slug);
      former.keepKey(id, publishedAt, key);
      insertChange.run(id, 'deleted', revision, now);
    },
    retag(key) {
      const publishedAt = selectPublication.get({ key }) ?? 0;
      const { lost, got } = carriedTags.retag(key, newsroomWords(rows.read(key).card));
      counters.countTags(-1, { publishedAt, tags: lost });
      counters.countTags(1, { publishedAt, tags: got });
    },
    begin() {
      counters.clear();
      rows.begin();
      newsroomTags.begin();
      similar.begin();
    },
    finish() {
      newsroomTags.finish();
      rows.finish();
      counters.flush();
      similar.finish();
    },
  };
}

/** Tags of articles, with their keywords, sections, authors, source, language and features. */
function createCarriedTags(connection: Connection, tags: TagRows, newsroomTags: NewsroomTags) {
  const insert = connection.prepare<[number, number]>(
    'INSERT OR IGNORE INTO article_tags (article, tag) VALUES (?, ?)',
  );
  const select = connection
    .prepare<{ article: number }, number>('SELECT tag FROM article_tags WHERE article = :article')
    .pluck();
  const remove = connection.prepare<{ article: number }>('DELETE FROM article_tags WHERE article = :article');
  const removeOne = connection.prepare<[number, number]>(
    'DELETE FROM article_tags WHERE article = ? AND tag = ?',
  );

  const of = (article: number) => select.all({ article });
  return {
    of,
    remove: (article: number) => remove.run({ article }),
    /** Stores the tags of an article and returns their keys. */
    write(article: number, rendered: RenderedArticle): Set<number> {
      const { tags: named, stated, words, source, language, features } = rendered;
      const keys = named.map(({ id }) => tags.read(id).key);
      for (const id of stated) tags.markStated(tags.read(id).key);
      keys.push(...newsroomTags.add(words));
      if (source) keys.push(tags.putHidden('source', source.slug, source.name));
      keys.push(tags.putHidden('language', language.toLowerCase(), language));
      for (const feature of features) keys.push(tags.putHidden('has', feature, feature));
      for (const tag of keys.sort((a, b) => a - b)) insert.run(article, tag);
      return new Set(keys);
    },
    /** Replaces the newsroom tags of an article. Returns the keys of those that it lost and got. */
    retag(article: number, words: NewsroomWord[]): { lost: number[]; got: number[] } {
      const before = newsroomTags.remove(of(article), words);
      const after = newsroomTags.add(words);
      const lost = before.filter((tag) => !after.includes(tag));
      const got = after.filter((tag) => !before.includes(tag));
      for (const tag of lost) removeOne.run(article, tag);
      for (const tag of got) insert.run(article, tag);
      return { lost, got };
    },
  };
}
