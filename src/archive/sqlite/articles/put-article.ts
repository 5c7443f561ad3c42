import type { WriteResult } from '../../answers.ts';
import { cardJson } from '../../core/article-json/article-document.ts';
import type { TagLabel } from '../../core/article-json/article-tags.ts';
import { type PackedDocument, packDocument } from '../../core/article-json/packed-document.ts';
import type { RenderedArticle } from '../../core/article-json/prepared-article.ts';
import type { Connection } from '../connection.ts';
import { rarePresence } from '../presence-bitmap.ts';
import { nearDuplicates } from '../stories/near-duplicates.ts';
import { packBands } from '../stories/week-bands.ts';
import { openLedger } from '../tags/counters.ts';
import type { TagRows } from '../tags/tag-rows.ts';
import type { ArticleRows } from './article-rows.ts';
import { articleSlugs } from './article-slugs.ts';
import type { ArticleRow } from './known-articles.ts';
import { articlePlacer } from './place-article.ts';
import type { TaggedRendering } from './tagged-rendering.ts';

/** Where an article is put. */
export interface Placement {
  id: string;
  content: Buffer;
  /** The row that it replaces. */
  before: ArticleRow | undefined;
  revision: number;
  storedAt: string;
  /** The slug that it had in another archive. */
  slug?: string;
}

/** What the rows of an article are made with. */
export interface PuttingParts {
  rows: ArticleRows;
  tags: TagRows;
  rendering: TaggedRendering;
}

/** Putting the rows of one article into all tables and taking them out, with counts, stories and the change log. */
export interface ArticlePutting {
  /** `now` in seconds since 1970. What an earlier revision said is kept. */
  put(article: RenderedArticle, placement: Placement, now: number): WriteResult;
  takeAway(row: ArticleRow, now: number): void;
  /** Former slugs were put in by another. */
  noteFormerSlugs(): void;
  /** To be called when a transaction begins: forgets what an earlier one knew or, having failed, has left. */
  begin(): void;
  /** To be called when a transaction ends: writes what was counted. */
  settle(): void;
}

/** Gives the putting of articles in one connection. */
export function articlePutting(
  connection: Connection,
  { rows, tags, rendering }: PuttingParts,
): ArticlePutting {
  const ledger = openLedger(connection);
  const findSlug = articleSlugs(connection);
  const similar = nearDuplicates(connection, rows.find);
  const placeArticle = articlePlacer(connection, (from, to) => {
    rows.move(from, to);
    similar.move(selectPublication.get({ key: to }) ?? 0, from, to);
  });

  const selectPublication = connection
    .prepare<{ key: number }, number>('SELECT published_at FROM articles WHERE key = :key')
    .pluck();
  // Asked for once a transaction, not once an article: few archives have any.
  const haveFormerSlugs = rarePresence(connection, 'former_article_slugs');
  const insertArticle = connection.prepare<[number, string, string, number, Buffer, number, Buffer]>(
    `INSERT INTO articles (key, id, slug, published_at, content, revision, bands)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const deleteArticle = connection.prepare<{ key: number }>('DELETE FROM articles WHERE key = :key');
  const insertTag = connection.prepare<[number, number]>(
    'INSERT OR IGNORE INTO article_tags (article, tag) VALUES (?, ?)',
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
  const insertChange = connection.prepare<[string, 'new' | 'changed' | 'deleted', number, number]>(
    'INSERT INTO changes (article, kind, revision, at) VALUES (?, ?, ?, ?)',
  );

  /** Takes an article's rows away, its row in `articles` excepted. */
  const clear = ({ key, publishedAt }: ArticleRow): void => {
    const { rest } = rows.read(key);
    const speakers = rest.quotes.flatMap(({ speaker }) => {
      if (!speaker?.tag) return [];
      const row = tags.find(speaker.tag);
      if (row === undefined) throw new Error(`article ${key} names the unknown tag ${speaker.tag}`);
      return [row.key];
    });
    ledger.count(-1, publishedAt, selectTags.all({ article: key }), speakers, rest.quotes.length);
    similar.remove(publishedAt, key);
    rows.remove(key);
    deleteTags.run({ article: key });
  };

  return {
    put(given, placement, now) {
      const { id, content, before, revision, storedAt } = placement;
      const article = rendering.underPresentNames(given);
      const { publishedAt, wordCount, bands, source, language } = article;
      const slug = findSlug(id, article.slug, before?.slug, placement.slug);
      if (before) {
        if (before.revision !== revision) {
          const document = packDocument(rows.readFull(before.key));
          keepRevision.run({ article: id, revision: before.revision, document });
        }
        clear(before);
        deleteArticle.run({ key: before.key });
        if (before.slug !== slug) {
          keepSlug.run({ slug: before.slug, article: id });
          haveFormerSlugs.note();
        }
        if (before.publishedAt !== publishedAt) {
          keepKey.run({ article: id, publishedAt: before.publishedAt, key: before.key });
        }
      }
      if (haveFormerSlugs.any()) freeSlug.run({ slug });
      const key = before?.publishedAt === publishedAt ? before.key : placeArticle(publishedAt);
      similar.place(
        { key, id, publishedAt, text: article.text.body, wordCount, bands },
        before !== undefined,
      );
      insertArticle.run(key, id, slug, publishedAt, content, revision, packBands(bands));

      const keyOf = ({ id }: TagLabel) => tags.find(id)?.key ?? 0;
      const speakers = article.quotes.map(({ speaker }) => speaker && keyOf(speaker));
      rows.write(key, cardJson(article.saying, { id, slug, revision, storedAt }), article, speakers);

      const carried = article.tags.map(keyOf);
      if (source) carried.push(tags.putHidden('source', source.slug, source.name));
      carried.push(tags.putHidden('language', language.toLowerCase(), language));
      for (const tag of carried.sort((a, b) => a - b)) insertTag.run(key, tag);
      const speaking = speakers.filter((speaker) => speaker !== null);
      ledger.count(1, publishedAt, new Set(carried), speaking, speakers.length);
      const kind = before ? 'changed' : 'new';
      insertChange.run(id, kind, revision, now);
      return { id, slug, outcome: kind, revision };
    },
    takeAway(row, now) {
      const { id, slug, revision, publishedAt, key } = row;
      keepRevision.run({ article: id, revision, document: packDocument(rows.readFull(key)) });
      clear(row);
      similar.leave(id);
      deleteArticle.run({ key });
      keepSlug.run({ slug, article: id });
      keepKey.run({ article: id, publishedAt, key });
      insertChange.run(id, 'deleted', revision, now);
    },
    noteFormerSlugs: haveFormerSlugs.note,
    begin() {
      ledger.clear();
      similar.begin();
      haveFormerSlugs.forget();
    },
    settle() {
      ledger.settle();
      similar.settle();
    },
  };
}
