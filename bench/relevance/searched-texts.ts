import { decodeHTML } from 'entities';
import { z } from 'zod';
import { readRows } from '../corpus/read-rows.ts';

/** An article with the four texts that every system searches. All are plain text. */
export interface SearchedText {
  id: string;
  published: string | null;
  headline: string;
  standfirst: string;
  body: string;
  captions: string[];
}

/** The names of the searched texts. */
export const fields = ['headline', 'standfirst', 'body', 'captions'] as const;

const files = ['18f.jsonl', 'digitalgov.jsonl', 'govuk.jsonl'];

const ArticleRow = z.object({
  id: z.string(),
  headline: z.string(),
  published: z.string().nullish(),
  standfirst: z.string().nullish(),
  body: z.string().nullish(),
  captions: z.array(z.string()).nullish(),
  caption: z.string().nullish(),
});

/** Returns the articles of public-domain-news in a corpus folder. Throws an Error if it has none. */
export function readSearchedTexts(corpus: string): SearchedText[] {
  const rows = files.flatMap((file) => readRows(corpus, `public-domain-news/${file}`, ArticleRow));
  if (rows.length === 0) throw new Error(`no articles in ${corpus}/public-domain-news`);
  return rows.map(({ id, published, headline, standfirst, body, captions, caption }) => ({
    id,
    published: published || null,
    headline: plainText(headline),
    standfirst: plainText(standfirst ?? ''),
    body: body ?? '',
    captions: [...(captions ?? []), ...(caption ? [caption] : [])].map(plainText),
  }));
}

/** Returns the text of a fragment of HTML or Markdown on one line. */
function plainText(markup: string): string {
  return decodeHTML(markup.replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();
}
