import { joinObjects } from '../../core/article-json/article-document.ts';
import { type PackedDocument, unpackDocument } from '../../core/article-json/packed-document.ts';
import type { Rendered, Story } from '../../results.ts';
import type { Connection } from '../connection.ts';

/** Maximum number of articles of a story. Those nearest to the requested one in order of publication are returned. */
const maxTakes = 50;

interface Documents {
  card: string;
  body: PackedDocument;
}

export interface Versions {
  /** Returns the revisions of an article in full form, oldest first, ending with the present one. */
  revisions(id: string): Rendered[];
  story(id: string): Story | undefined;
}

/** Creates the reads of a connection. */
export function createArticleVersions(connection: Connection): Versions {
  const selectRevisions = connection
    .prepare<{ id: string }, PackedDocument>(
      'SELECT document FROM article_revisions WHERE article = :id ORDER BY revision',
    )
    .pluck();
  const selectPresent = connection.prepare<{ id: string }, Documents>(
    `SELECT c.json AS card, d.body
     FROM articles a
     CROSS JOIN article_cards c ON c.article = a.key
     CROSS JOIN article_documents d ON d.article = a.key
     WHERE a.id = :id`,
  );
  const selectStory = connection
    .prepare<{ id: string }, string>('SELECT story FROM article_stories WHERE article = :id')
    .pluck();
  const selectTakes = connection.prepare<{ story: string; id: string }, Documents>(
    `SELECT c.json AS card, d.body
     FROM (
       SELECT a.key
       FROM article_stories s CROSS JOIN articles a ON a.id = s.article
       WHERE s.story = :story
       ORDER BY abs(a.key - (SELECT key FROM articles WHERE id = :id))
       LIMIT ${maxTakes}
     ) a
     CROSS JOIN article_cards c ON c.article = a.key
     CROSS JOIN article_documents d ON d.article = a.key
     ORDER BY a.key`,
  );
  const whole = ({ card, body }: Documents) => joinObjects(card, unpackDocument(body, card));

  return {
    revisions(id) {
      const present = selectPresent.get({ id });
      if (present === undefined) return [];
      return [...selectRevisions.all({ id }).map((document) => unpackDocument(document)), whole(present)];
    },
    story(id) {
      const story = selectStory.get({ id });
      return story === undefined
        ? undefined
        : { id: story, articles: selectTakes.all({ story, id }).map(whole) };
    },
  };
}
