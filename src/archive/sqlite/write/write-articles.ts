import { applyCorrections } from '../../../news/apply-corrections.ts';
import type { KeptReading, ReadArticle, StoredIdentity } from '../../../news/draft.ts';
import { instantOf, secondsOf } from '../../../news/instant.ts';
import type { TagId } from '../../../news/tag.ts';
import type { RewriteResult, WriteResult } from '../../archive.ts';
import { articleRest, articleSaying, cardJson } from '../../rendering/article-document.ts';
import type { TagLabel } from '../../rendering/article-tags.ts';
import { keptOf, readingOf } from '../../rendering/kept-reading.ts';
import { likelyLabels } from '../../rendering/likely-labels.ts';
import { type PackedDocument, packDocument, sayingOf } from '../../rendering/packed-document.ts';
import {
  contentDigest,
  idOf,
  type PreparedArticle,
  type RenderedArticle,
  readingOfRendered,
  renderArticle,
} from '../../rendering/prepared-article.ts';
import type { Connection } from '../connection.ts';
import { articleHistories } from './article-histories.ts';
import { articleRows, type StoredArticle } from './article-rows.ts';
import { articleSlugs } from './article-slugs.ts';
import { correctionRows } from './correction-rows.ts';
import { openLedger } from './ledger.ts';
import { nearDuplicates } from './near-duplicates.ts';
import { articlePlacer } from './place-article.ts';
import { publicationRuns } from './publication-runs.ts';
import { rarePresence } from './rare-presence.ts';
import { type TagRow, tagRows } from './tag-rows.ts';
import { unconfirmedTag } from './unconfirmed-tag.ts';
import { packBands } from './week-bands.ts';

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
  write(articles: (ReadArticle | PreparedArticle)[]): WriteResult[];
  /** Whether there was such an article. */
  delete(id: string): boolean;
  /**
   * Writes articles again from a new reading of the same content, or from the one that they have, with the
   * corrections as they are now. The revision grows only where what the article says of itself changed.
   */
  rewrite(articles: { id: string; reading?: KeptReading }[]): RewriteResult[];
}

/** Where an article is put. */
interface Placement {
  id: string;
  content: Buffer;
  before: ArticleRow | undefined;
  revision: number;
  storedAt: string;
  /** The slug that it had in another archive. */
  slug?: string;
}

/** An article that is to be written, rendered already or not. */
interface Incoming {
  id: string;
  content: string;
  publishedAt: number;
  /** What another archive made of it. */
  stored?: StoredIdentity | undefined;
  rendered?: RenderedArticle;
  reading: () => KeptReading;
}

function incoming(article: ReadArticle | PreparedArticle): Incoming {
  if ('saying' in article) {
    return { ...article, rendered: article, reading: () => readingOfRendered(article) };
  }
  return {
    id: idOf(article),
    content: contentDigest(article.contentHash),
    publishedAt: secondsOf(article.publishedAt),
    stored: article.stored,
    reading: () => keptOf(article),
  };
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
  const similar = nearDuplicates(connection, rows.find);
  const placeArticle = articlePlacer(connection, (from, to) => {
    rows.move(from, to);
    similar.move(selectPublication.get({ key: to }) ?? 0, from, to);
  });

  const columns = 'key, id, slug, published_at AS publishedAt, content, revision';
  const selectPublication = connection
    .prepare<{ key: number }, number>('SELECT published_at FROM articles WHERE key = :key')
    .pluck();
  const selectById = connection.prepare<{ id: string }, ArticleRow>(
    `SELECT ${columns} FROM articles WHERE id = :id`,
  );
  const selectByContent = connection.prepare<{ content: Buffer }, ArticleRow>(
    `SELECT ${columns} FROM articles WHERE content = :content LIMIT 1`,
  );
  // What imports seldom meet is asked for once a transaction, not once an article.
  const haveDeleted = rarePresence(connection, 'deleted_articles');
  const haveAliases = rarePresence(connection, 'article_aliases');
  const haveFormerSlugs = rarePresence(connection, 'former_article_slugs');
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

  /** Finds or makes the tags of one article. */
  const tagFinder = (
    article: Pick<KeptReading, 'discovered'>,
    likely: (id: TagId) => TagLabel,
  ): ((id: TagId) => TagRow) => {
    return (id) =>
      tags.find(id) ??
      tags.put(article.discovered.find((entry) => entry.id === id) ?? unconfirmedTag(id, likely(id).name));
  };
  /** A reading rendered with what its tags are called now; those that are new are made. */
  const render = (reading: KeptReading): RenderedArticle =>
    renderArticle(reading, tagFinder(reading, likelyLabels(new Map(), reading)));

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

  /** The reading as editors want it; what they corrected is kept as it was read. */
  const corrected = (id: string, reading: KeptReading): KeptReading => {
    const own = corrections.of(id);
    const all = [...own, ...corrections.forAll()].map(({ correction }) => correction);
    const result = applyCorrections(reading, all);
    // A rule that changes an article can be taken back only while it is known what it was.
    if (own.length > 0 || result !== reading) corrections.keepUncorrected(id, reading);
    else corrections.dropUncorrected(id);
    return result;
  };

  const place = (given: RenderedArticle, placement: Placement, now: number): WriteResult => {
    const { id, content, before, revision, storedAt } = placement;
    const article = underPresentNames(given);
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
    similar.place({ key, id, publishedAt, text: article.text.body, wordCount, bands }, before !== undefined);
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
  };

  /** The article rendered with what its tags are called now; those that are new are made. */
  const underPresentNames = (article: RenderedArticle): RenderedArticle => {
    const speakers = article.quotes.flatMap(({ speaker }) => (speaker ? [speaker] : []));
    const labels = new Map([...article.tags, ...speakers].map((label) => [label.id, label]));
    const find = tagFinder(article, (id) => labels.get(id) ?? unconfirmedTag(id, undefined));
    let holds = true;
    for (const { id, slug, name } of labels.values()) {
      const present = find(id);
      if (present.name !== name || present.slug !== slug) holds = false;
    }
    return holds ? article : render(readingOfRendered(article));
  };

  const store = (
    { id, content, rendered, reading }: Incoming,
    before: ArticleRow | undefined,
    now: number,
  ): WriteResult => {
    const placement = {
      id,
      content: Buffer.from(content, 'hex'),
      before,
      revision: (before?.revision ?? 0) + 1,
      storedAt: instantOf(now),
    };
    if (rendered && !corrections.concern(id)) return place(rendered, placement, now);
    return place(render(corrected(id, reading())), placement, now);
  };

  /** Whether a reading would be stored as it is already. */
  const isAsStored = (reading: KeptReading, { json, rest }: StoredArticle): boolean => {
    const label = tagFinder(reading, likelyLabels(new Map(), reading));
    const written = JSON.stringify([articleSaying(reading, label), articleRest(reading, label)]);
    return written === `[{${sayingOf(json)}},${JSON.stringify(rest)}]`;
  };

  const rewrite = (id: string, reading: KeptReading | undefined, now: number): RewriteResult => {
    const before = selectById.get({ id });
    if (before === undefined) return { id, outcome: 'absent' };
    const stored = rows.read(before.key);
    const { card, rest } = stored;
    // The source has corrected it meanwhile, and with that it was read again.
    if (reading && reading.contentHash !== card.contentHash) return { id, outcome: 'same' };
    const article = corrected(id, reading ?? corrections.uncorrected(id) ?? readingOf(card, rest));
    const { revision, storedAt } = card;
    if (isAsStored(article, stored)) return { id, outcome: 'same' };
    const saysTheSame = JSON.stringify(saidBy(article)) === JSON.stringify(saidBy(readingOf(card, rest)));
    const placement = {
      ...{ id, content: before.content, before },
      revision: saysTheSame ? revision : revision + 1,
      storedAt: saysTheSame ? storedAt : instantOf(now),
    };
    place(render(article), placement, now);
    return { id, outcome: 'changed' };
  };

  const same = ({ id, slug, revision }: Pick<ArticleRow, 'id' | 'slug' | 'revision'>): WriteResult => ({
    id,
    slug,
    outcome: 'same',
    revision,
  });

  /** Makes an article what it was in the archive that exported it. */
  const restore = (article: Incoming, stored: StoredIdentity, now: number): WriteResult => {
    const { id, slug, revision, storedAt, history } = stored;
    const deleted = selectDeleted.get({ id });
    if (deleted) return same({ id, ...deleted });
    const content = Buffer.from(article.content, 'hex');
    const own = selectById.get({ id });
    const equal = own ? undefined : selectByContent.get({ content });
    if (equal) {
      putAlias.run({ id, article: equal.id, content });
      haveAliases.note();
      return same(equal);
    }
    if (own && own.revision > revision) return same(own);
    if (history) {
      histories.restoreCorrections(id, history);
      corrections.forget();
    }
    const reading = corrected(id, history?.uncorrected ?? article.reading());
    if (own) {
      const present = rows.read(own.key);
      const equal = present.card.revision === revision && present.card.storedAt === storedAt;
      if (equal && isAsStored(reading, present)) return same(own);
    }
    const result = place(render(reading), { id, content, before: own, revision, storedAt, slug }, now);
    if (history) {
      histories.restorePast(id, history);
      haveFormerSlugs.note();
    }
    return result;
  };

  const write = (article: Incoming, now: number): WriteResult => {
    if (article.stored) return restore(article, article.stored, now);
    const { id } = article;
    const content = Buffer.from(article.content, 'hex');
    const own = selectById.get({ id });
    if (own) return own.content.equals(content) ? same(own) : store(article, own, now);
    // What was deleted stays deleted, however often a feed brings it again.
    const deleted = haveDeleted.any() ? selectDeleted.get({ id }) : undefined;
    if (deleted) return same({ id, ...deleted });
    const alias = haveAliases.any() ? selectAlias.get({ id }) : undefined;
    const original = alias?.content.equals(content) ? selectById.get({ id: alias.article }) : undefined;
    if (original) return same(original);
    const equal = selectByContent.get({ content });
    if (equal) {
      putAlias.run({ id, article: equal.id, content });
      haveAliases.note();
      return same(equal);
    }
    if (alias) deleteAlias.run({ id });
    return store(article, undefined, now);
  };

  /** Forgets what an earlier transaction knew or, having failed, has left. */
  const begin = (): void => {
    ledger.clear();
    tags.forget();
    corrections.forget();
    similar.begin();
    for (const rare of [haveDeleted, haveAliases, haveFormerSlugs]) rare.forget();
  };
  const settle = (): void => {
    ledger.settle();
    similar.settle();
  };

  return {
    write(articles) {
      begin();
      const now = Math.floor(Date.now() / 1000);
      const results: WriteResult[] = [];
      for (const run of publicationRuns(articles.map(incoming))) {
        for (const { article, index } of run) results[index] = write(article, now);
      }
      settle();
      return results;
    },
    rewrite(articles) {
      begin();
      const now = Math.floor(Date.now() / 1000);
      const results = articles.map(({ id, reading }) => rewrite(id, reading, now));
      settle();
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
      insertChange.run(id, 'deleted', revision, Math.floor(Date.now() / 1000));
      settle();
      return true;
    },
  };
}
