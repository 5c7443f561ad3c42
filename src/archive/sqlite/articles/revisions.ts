import { joinObjects } from '../../core/article-json/article-document.ts';
import { type PackedDocument, unpackDocument } from '../../core/article-json/packed-document.ts';
import type { ArticleRevision, Rendered, RevisionTime } from '../../results.ts';
import type { Connection } from '../connection.ts';

/** Creates the look-up of one revision of an article, by the id of the article and the number of the revision. */
export function createRevisionLookup(
  connection: Connection,
): (id: string, number: number) => ArticleRevision | undefined {
  const present = connection.prepare<
    { id: string },
    { revision: number; card: string; body: PackedDocument }
  >(
    `SELECT a.revision, c.json AS card, d.body
     FROM articles a
     CROSS JOIN article_cards c ON c.article = a.key
     CROSS JOIN article_documents d ON d.article = a.key
     WHERE a.id = :id`,
  );
  const former = connection
    .prepare<{ id: string }, number>(
      'SELECT revision FROM article_revisions WHERE article = :id ORDER BY revision',
    )
    .pluck();
  const document = connection
    .prepare<{ id: string; revision: number }, PackedDocument>(
      'SELECT document FROM article_revisions WHERE article = :id AND revision = :revision',
    )
    .pluck();

  return (id, number) => {
    const current = present.get({ id });
    if (current === undefined) return undefined;
    const numbers = [...former.all({ id }), current.revision];
    const at = numbers.indexOf(number);
    if (at < 0) return undefined;
    const read = (revision: number): Rendered => {
      if (revision === current.revision) {
        return joinObjects(current.card, unpackDocument(current.body, current.card));
      }
      const packed = document.get({ id, revision });
      if (packed === undefined) throw new RangeError(`article ${id} has no revision ${revision}`);
      return unpackDocument(packed);
    };
    const json = read(number);
    const timeOf = (revision: number | undefined): RevisionTime | undefined =>
      revision === undefined
        ? undefined
        : { revision, storedAt: storedAtOf(revision === number ? json : read(revision)) };
    return {
      json,
      self: { revision: number, storedAt: storedAtOf(json) },
      first: timeOf(numbers[0]),
      previous: timeOf(numbers[at - 1]),
      next: timeOf(numbers[at + 1]),
      last: timeOf(numbers.at(-1)),
    };
  };
}

function storedAtOf(json: Rendered): string {
  const { storedAt }: { storedAt: string } = JSON.parse(json);
  return storedAt;
}
