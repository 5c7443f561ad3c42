import { readFileSync } from 'node:fs';
import { Article } from '../../src/model/article.ts';

/** Articles that were really published, with headings, lists, quotations and several authors. */
export const realArticles = readFileSync(
  new URL('../fixtures/articles/public-domain.ndjson', import.meta.url),
  'utf8',
)
  .trim()
  .split('\n')
  .map((line) => Article.parse(JSON.parse(line)));
