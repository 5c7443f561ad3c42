import type { Article, ArticleCard } from '../../../news/article.ts';
import type { ArticleRest } from '../../rendering/article-document.ts';
import { type PackedDocument, unpackDocument } from '../../rendering/packed-document.ts';
import type { Connection } from '../connection.ts';

/** What can be searched of an article. */
export type ArticleTexts = Pick<Article, 'headline' | 'standfirst' | 'images' | 'body'>;

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
    const { body }: Pick<ArticleRest, 'body'> = JSON.parse(unpackDocument(row.rest, row.card));
    return { headline, standfirst, images, body };
  };
}
