import type { Article, ArticleCard } from '../../../model/article.ts';
import type { ArticleRest } from '../../core/article-json/article-document.ts';
import { type PackedDocument, unpackDocument } from '../../core/article-json/packed-document.ts';
import type { Connection } from '../connection.ts';

/** What can be searched of an article. */
export interface ArticleTexts extends Pick<Article, 'headline' | 'standfirst' | 'images'> {
  body: Pick<Article['body'], 'text'>;
}

/** Gives the searchable texts of an article by its key. */
export function articleTexts(connection: Connection): (key: number) => ArticleTexts | undefined {
  const select = connection.prepare<{ key: number }, { card: string; rest: PackedDocument }>(
    `SELECT c.json AS card, d.rest
     FROM article_cards c CROSS JOIN article_documents d ON d.article = c.article
     WHERE c.article = :key`,
  );
  return (key) => {
    const row = select.get({ key });
    if (row === undefined) return undefined;
    const { headline, standfirst, images }: ArticleCard = JSON.parse(row.card);
    const text = bodyTextIn(unpackDocument(row.rest, row.card));
    return { headline, standfirst, images, body: { text } };
  };
}

/** What the rest of an article begins with. */
const opening = '{"body":{"text":';

/** The body's text in the rest of an article, without reading the mentions and quotes that are most of it. */
function bodyTextIn(rest: string): string {
  if (rest.startsWith(opening)) {
    for (let end = rest.indexOf('"', opening.length + 1); end > 0; end = rest.indexOf('"', end + 1)) {
      let escapes = 0;
      while (rest[end - 1 - escapes] === '\\') escapes += 1;
      if (escapes % 2 === 0) return JSON.parse(rest.slice(opening.length, end + 1));
    }
  }
  const { body }: Pick<ArticleRest, 'body'> = JSON.parse(rest);
  return body.text;
}
