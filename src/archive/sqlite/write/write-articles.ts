import { createHash } from 'node:crypto';
import type { ReadArticle } from '../../../news/draft.ts';
import { instantOf, secondsOf } from '../../../news/instant.ts';
import type { TagId } from '../../../news/tag.ts';
import type { WriteResult } from '../../archive.ts';
import { articleCard, articleRest } from '../../rendering/article-document.ts';
import { articleIdOf } from '../../rendering/article-id.ts';
import type { Connection } from '../connection.ts';
import { type PackedDocument, packDocument } from '../packed-document.ts';
import { articleRows } from './article-rows.ts';
import { articleSlugs } from './article-slugs.ts';
import { openLedger } from './ledger.ts';
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
}

/** Half a SHA-256 of the content hash: enough to know equal content by, in a quarter of the hexadecimal form. */
function digestOf(contentHash: string): Buffer {
  return createHash('sha256').update(contentHash).digest().subarray(0, 16);
}

/** Gives the writing of articles in one connection. */
export function articleWriting(connection: Connection): ArticleWriting {
  const rows = articleRows(connection);
  const tags = tagRows(connection);
  const ledger = openLedger(connection);
  const findSlug = articleSlugs(connection);
  const placeArticle = articlePlacer(connection, rows.move);

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
  const tagFinder = (article: ReadArticle): ((id: TagId) => TagRow) => {
    const names = new Map(article.mentions.map(({ tag, name }) => [tag, name]));
    for (const { tag, name } of article.inferredTopics) names.set(tag, name);
    return (id) =>
      tags.find(id) ??
      tags.put(article.discovered.find((entry) => entry.id === id) ?? unconfirmedTag(id, names.get(id)));
  };

  /** Takes an article's rows away, its row in `articles` excepted. */
  const clear = ({ key, publishedAt }: ArticleRow): void => {
    const { rest } = rows.read(key);
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
    rows.remove(key);
    deleteTags.run({ article: key });
  };

  const store = (
    article: ReadArticle,
    id: string,
    content: Buffer,
    before: ArticleRow | undefined,
    now: number,
  ): WriteResult => {
    const publishedAt = secondsOf(article.publishedAt);
    const revision = (before?.revision ?? 0) + 1;
    const slug = findSlug(id, article.headline, before?.slug);
    if (before) {
      const document = packDocument(rows.readFull(before.key));
      keepRevision.run({ article: id, revision: before.revision, document });
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
    const placing = { id, slug, revision, storedAt: instantOf(now), label };
    const card = articleCard(article, placing);
    const rest = articleRest(article, placing);
    rows.write({ key, card, rest }, (tag) => label(tag).key);

    const carried = new Set(card.tags.map((tag) => label(tag.id).key));
    if (article.source) carried.add(tags.putHidden('source', article.source.slug, article.source.name));
    carried.add(tags.putHidden('language', article.language.toLowerCase(), article.language));
    for (const tag of [...carried].sort((a, b) => a - b)) insertTag.run({ article: key, tag });
    ledger.count(1, publishedAt, carried, speakerKeys(label, rest.quotes), rest.quotes.length);
    insertChange.run({ article: id, kind: before ? 'changed' : 'new', revision, at: now });
    return { id, slug, outcome: before ? 'changed' : 'new', revision };
  };

  const same = ({ id, slug, revision }: Pick<ArticleRow, 'id' | 'slug' | 'revision'>): WriteResult => ({
    id,
    slug,
    outcome: 'same',
    revision,
  });

  const write = (article: ReadArticle, now: number): WriteResult => {
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

  return {
    write(articles) {
      ledger.clear();
      tags.forget();
      const now = Math.floor(Date.now() / 1000);
      const results: WriteResult[] = [];
      for (const run of publicationRuns(articles)) {
        for (const { article, index } of run) results[index] = write(article, now);
      }
      ledger.settle();
      return results;
    },
    delete(id) {
      ledger.clear();
      tags.forget();
      const row = selectById.get({ id });
      if (row === undefined) return false;
      const { slug, revision, publishedAt, key } = row;
      keepRevision.run({ article: id, revision, document: packDocument(rows.readFull(key)) });
      clear(row);
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
