import { type Instant, instantOf, secondsOf } from '../../../model/instant.ts';
import { addressHash, sourceAddress } from '../../../model/source-address.ts';
import type { ArrivedArticle, ArticleInState, UnpublishedArticle } from '../../state-results.ts';
import type { ArticleStates } from '../../states.ts';
import type { Connection } from '../connection.ts';
import { once } from '../once.ts';
import type { Session } from '../session.ts';
import { type UnpublishedRow, unpackText } from './unpublished-articles.ts';

/** Creates the reads of articles by state in one connection. */
export function createArticleStates({ connection, read }: Session): ArticleStates {
  const statements = once(() => prepare(connection));

  const inState = (row: StateRow): ArticleInState => {
    const { id, state, source, slug, reading, next } = row;
    const name = slug || (reading ? unpackText(reading, id).reading.headline : '');
    return { id, state, source, name, next };
  };
  return {
    unpublished: ({ state, source, limit, after = '' }) =>
      read(() =>
        statements()
          .unpublished.all({ state: state ?? null, source: source ?? null, limit, after })
          .map(unpublishedArticle),
      ),
    nextDue: () =>
      read(() => {
        const due = statements().nextDue.get();
        return due === undefined || due === null ? undefined : instantOf(due);
      }),
    find: (reference) =>
      read(() => {
        const address = sourceAddress(reference);
        const hash = address === undefined ? null : addressHash(address);
        return statements().find.all({ reference, address: hash }).map(inState);
      }),
    ofSource: (source) => read(() => statements().ofSource.all({ source }).map(inState)),
    arrivedSince: (since: Instant) =>
      read(() =>
        statements()
          .arrived.all({ since: secondsOf(since) })
          .map(
            (row): ArrivedArticle => ({
              ...inState(row),
              revision: row.revision,
              waiting: row.waiting === 1,
            }),
          ),
      ),
  };
}

interface StateRow {
  id: string;
  state: ArticleInState['state'];
  source: string | null;
  /** Empty if it was never published. */
  slug: string;
  /** Packed, of unpublished copy. */
  reading: Uint8Array | null;
  next: ArticleInState['next'];
}

function prepare(connection: Connection) {
  // An article whose later version waits is published; one that was withdrawn while it waited is withdrawn.
  const all = `
    SELECT id, 'published' AS state, slug, NULL AS reading, address,
           (SELECT json ->> '$.source.slug' FROM article_cards WHERE article = a.key) AS source,
           (SELECT state FROM unpublished_articles WHERE id = a.id) AS next
    FROM articles a
    UNION ALL
    SELECT id, 'withdrawn', slug, NULL, address, source, NULL FROM withdrawn_articles
    UNION ALL
    SELECT id, state, '', reading, address, source, NULL FROM unpublished_articles u
    WHERE NOT EXISTS (SELECT 1 FROM articles WHERE id = u.id)
      AND NOT EXISTS (SELECT 1 FROM withdrawn_articles WHERE id = u.id)`;
  return {
    unpublished: connection.prepare<
      { state: string | null; source: string | null; limit: number; after: string },
      UnpublishedRow & { reading: Uint8Array; revision: number | null }
    >(
      `SELECT u.id, u.state, u.due_at AS dueAt, u.source, u.address, u.content, u.version, u.modified,
              u.stored_at AS storedAt, u.reading, a.revision
       FROM unpublished_articles u LEFT JOIN articles a ON a.id = u.id
       WHERE u.id > :after AND u.state = coalesce(:state, u.state)
         AND (:source IS NULL OR u.source = :source)
       ORDER BY u.id
       LIMIT :limit`,
    ),
    nextDue: connection
      .prepare<[], number | null>('SELECT min(due_at) FROM unpublished_articles WHERE due_at IS NOT NULL')
      .pluck(),
    find: connection.prepare<{ reference: string; address: number | null }, StateRow>(
      `SELECT id, state, source, slug, reading, next FROM (${all})
       WHERE id = :reference OR slug = :reference OR address = :address
          OR id = (SELECT article FROM former_article_slugs WHERE slug = :reference)
       ORDER BY id`,
    ),
    ofSource: connection.prepare<{ source: string }, StateRow>(
      `WITH sources (key, slug) AS (
         SELECT key, slug FROM tags WHERE type = 'source' AND (slug = :source OR name = :source)
         UNION ALL
         SELECT NULL, :source
       )
       SELECT id, state, source, slug, reading, next FROM (${all})
       WHERE id IN (
         SELECT a.id FROM article_tags t CROSS JOIN articles a ON a.key = t.article
         WHERE t.tag IN (SELECT key FROM sources)
         UNION ALL
         SELECT id FROM withdrawn_articles WHERE source IN (SELECT slug FROM sources)
         UNION ALL
         SELECT id FROM unpublished_articles WHERE source IN (SELECT slug FROM sources)
       )
       ORDER BY id`,
    ),
    arrived: connection.prepare<{ since: number }, StateRow & { revision: number | null; waiting: number }>(
      `WITH
       first (seq) AS (SELECT coalesce(min(seq), 1 + (SELECT max(seq) FROM changes)) FROM changes WHERE at >= :since),
       arrived (id) AS (
         SELECT article FROM changes WHERE seq >= (SELECT seq FROM first)
         UNION
         SELECT id FROM unpublished_articles WHERE stored_at >= :since
         UNION
         SELECT id FROM withdrawn_articles WHERE waiting_stored_at >= :since
       ),
       before (id, seq) AS (
         SELECT article, max(seq) FROM changes
         WHERE seq < (SELECT seq FROM first) AND article IN (SELECT id FROM arrived)
         GROUP BY article
       )
       SELECT s.id, s.state, s.source, s.slug, s.reading, s.next, c.revision,
              EXISTS (SELECT 1 FROM unpublished_articles WHERE id = arrived.id AND stored_at >= :since) AS waiting
       FROM arrived
       CROSS JOIN (${all}) s ON s.id = arrived.id
       LEFT JOIN before b ON b.id = arrived.id
       LEFT JOIN changes c ON c.seq = b.seq
       ORDER BY s.id`,
    ),
  };
}

function unpublishedArticle(
  row: UnpublishedRow & { reading: Uint8Array; revision: number | null },
): UnpublishedArticle {
  const { id, state, dueAt, storedAt, version, revision } = row;
  const { headline, source, publishedAt, updatedAt } = unpackText(row.reading, id).reading;
  return {
    ...{ id, state, dueAt: dueAt === null ? null : instantOf(dueAt), storedAt: instantOf(storedAt) },
    ...{ headline, source, publishedAt, version, updatedAt, revision },
  };
}
