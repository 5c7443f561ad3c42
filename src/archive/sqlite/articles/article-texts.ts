import type { Article, ArticleCard } from '../../../model/article.ts';
import type { ArticleBody } from '../../core/article-json/article-document.ts';
import { type PackedDocument, unpackBeginning } from '../../core/article-json/packed-document.ts';
import type { Connection } from '../connection.ts';

export interface ArticleTexts extends Pick<Article, 'headline' | 'standfirst' | 'images'> {
  body: Pick<Article['body'], 'text'>;
}

/** Maximum number of characters of a body that are read, about 30,000 words. */
export const maxBodyText = 200_000;

/** Maximum number of bytes of a stored body that are unpacked: a character takes up to three bytes, or six escaped. */
const bytesFor = (characters: number): number => 64 * 1024 + 3 * characters;

/**
 * Creates a function that reads the searchable texts of the article with a key; of the body the first characters, so
 * that an article of a whole book takes no longer than a long one.
 */
export function createArticleTexts(
  connection: Connection,
): (key: number, maxLength?: number) => ArticleTexts | undefined {
  const select = connection.prepare<[number], { card: Buffer; body: PackedDocument }>(
    `SELECT CAST(c.json AS BLOB) AS card, d.body
     FROM article_cards c CROSS JOIN article_documents d ON d.article = c.article
     WHERE c.article = ?`,
  );
  return (key, maxLength = maxBodyText) => {
    const row = select.get(key);
    if (row === undefined) return undefined;
    const { headline, standfirst, images }: ArticleCard = JSON.parse(row.card.toString());
    const body = unpackBeginning(row.body, row.card, bytesFor(maxLength)).toString();
    return { headline, standfirst, images, body: { text: bodyTextIn(body).slice(0, maxLength) } };
  };
}

const opening = '{"body":{"text":';

/** Returns the text of a body without parsing its mentions and quotes, which are most of it. The JSON may be cut. */
function bodyTextIn(json: string): string {
  if (!json.startsWith(opening)) {
    const { body }: Pick<ArticleBody, 'body'> = JSON.parse(json);
    return body.text;
  }
  for (let end = json.indexOf('"', opening.length + 1); end > 0; end = json.indexOf('"', end + 1)) {
    let escapes = 0;
    while (json[end - 1 - escapes] === '\\') escapes += 1;
    if (escapes % 2 === 0) return JSON.parse(json.slice(opening.length, end + 1));
  }
  return parseCutString(json.slice(opening.length));
}

/** Parses a JSON string without its end, and without the escape sequence (six characters) that may be cut. */
function parseCutString(json: string): string {
  for (let left = 6; ; left -= 1) {
    try {
      return JSON.parse(`${json.slice(0, json.length - 6 + left)}"`);
    } catch (error) {
      if (left === 0) throw error;
    }
  }
}
