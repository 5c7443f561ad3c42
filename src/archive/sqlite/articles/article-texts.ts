import type { Article, ArticleCard } from '../../../model/article.ts';
import type { ArticleBody } from '../../core/article-json/article-document.ts';
import type { Connection } from '../connection.ts';
import { createTextReader } from './stored-text.ts';

export interface ArticleTexts extends Pick<Article, 'headline' | 'standfirst' | 'images'> {
  body: Pick<Article['body'], 'text'>;
}

/** Creates a function that reads the searchable texts of the article with a key. */
export function createArticleTexts(connection: Connection): (key: number) => ArticleTexts | undefined {
  const read = createTextReader(connection);
  return (key) => {
    const found = read(key);
    if (found === undefined) return undefined;
    const { headline, standfirst, images }: ArticleCard = JSON.parse(found.card);
    return { headline, standfirst, images, body: { text: bodyTextIn(found.body) } };
  };
}

const opening = '{"body":{"text":';

/** Returns the text of a body without parsing its mentions and quotes, which are most of it. */
function bodyTextIn(json: string): string {
  if (json.startsWith(opening)) {
    for (let end = json.indexOf('"', opening.length + 1); end > 0; end = json.indexOf('"', end + 1)) {
      let escapes = 0;
      while (json[end - 1 - escapes] === '\\') escapes += 1;
      if (escapes % 2 === 0) return JSON.parse(json.slice(opening.length, end + 1));
    }
  }
  const { body }: Pick<ArticleBody, 'body'> = JSON.parse(json);
  return body.text;
}
