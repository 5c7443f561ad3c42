import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { z } from 'zod';
import { readRows } from '../corpus/read-rows.ts';

const files = [
  'reuters-21578/articles.jsonl',
  'public-domain-news/digitalgov.jsonl',
  'public-domain-news/18f.jsonl',
];

const CorpusArticle = z.object({
  id: z.union([z.string(), z.number()]),
  headline: z.string().nullish(),
  published: z.string().nullish(),
  body: z.string().nullish(),
  topics: z.array(z.string()).nullish(),
});
type CorpusArticle = z.infer<typeof CorpusArticle>;

/** Returns the articles of a corpus that have a headline and a body. Throws an Error if it has none. */
export function readCorpus(corpus: string): CorpusArticle[] {
  const articles = files
    .flatMap((file) => readRows(corpus, file, CorpusArticle))
    .filter(({ headline, body }) => headline && body);
  if (articles.length === 0) throw new Error(`no articles in ${corpus}: expected one of ${files.join(', ')}`);
  return articles;
}

/** Days between an article and its copy: copies of the same week would be joined to one story. */
const copyDays = 40;

/**
 * Writes `count` articles to an NDJSON file. Past the end of the corpus it begins again, with each article as another
 * one that was published earlier.
 */
export async function writeArticles(path: string, articles: CorpusArticle[], count: number): Promise<void> {
  const out = createWriteStream(path);
  for (let index = 0; index < count; index++) {
    const article = articles[index % articles.length];
    if (!article) throw new Error('the corpus is empty');
    const copy = Math.floor(index / articles.length);
    if (!out.write(`${JSON.stringify(copyOf(article, copy))}\n`))
      await new Promise<void>((resolve) => out.once('drain', resolve));
  }
  await finished(out.end());
}

function copyOf({ id, headline, body, topics, published }: CorpusArticle, copy: number): object {
  const again = copy === 0 ? '' : ` (${copy + 1})`;
  const at = published ? new Date(published) : undefined;
  if (copy > 0) at?.setUTCDate(at.getUTCDate() - copyDays * copy);
  const valid = at !== undefined && !Number.isNaN(at.getTime());
  return {
    id: `${id}${again}`,
    headline: `${headline}${again}`,
    published: copy > 0 && valid ? at.toISOString() : published,
    body,
    keywords: topics,
  };
}
