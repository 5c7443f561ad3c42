import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { gunzipSync } from 'node:zlib';

/** Real articles below the corpus folder, as NDJSON with `id`, `headline`, `published` and `body`. */
const files = ['reuters-21578/articles.jsonl.gz', 'public-domain-news/digitalgov.jsonl.gz'];

interface CorpusArticle {
  id: string | number;
  headline?: string;
  published?: string;
  body?: string;
  topics?: string[];
}

/** The corpus's articles that have a headline and a body. Throws the system's error when a file is absent. */
export async function readCorpus(corpus: string): Promise<CorpusArticle[]> {
  const articles: CorpusArticle[] = [];
  for (const file of files) {
    const text = gunzipSync(await readFile(`${corpus}/${file}`)).toString('utf8');
    for (const line of text.split('\n')) if (line !== '') articles.push(JSON.parse(line));
  }
  return articles.filter(({ headline, body }) => headline && body);
}

/**
 * Writes `count` articles to an NDJSON file. Past the end of the corpus it begins again, as other articles of four
 * years earlier: copies of the same week would be joined to one story, which a real archive has few of.
 */
export async function writeArticles(path: string, articles: CorpusArticle[], count: number): Promise<void> {
  const out = createWriteStream(path);
  for (let index = 0; index < count; index++) {
    const article = articles[index % articles.length];
    const round = Math.floor(index / articles.length);
    if (!article) throw new Error('the corpus is empty');
    const { id, headline, body, topics } = article;
    const published = article.published?.replace(/^\d{4}/, (year) => String(Number(year) - 4 * round));
    const again = round === 0 ? '' : ` (${round + 1})`;
    const line = { id: `${id}${again}`, headline: `${headline}${again}`, published, body, keywords: topics };
    if (!out.write(`${JSON.stringify(line)}\n`))
      await new Promise<void>((resolve) => out.once('drain', resolve));
  }
  await finished(out.end());
}
