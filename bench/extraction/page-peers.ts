import { Readability } from '@mozilla/readability';
import { Defuddle } from 'defuddle/node';
import { parseHTML } from 'linkedom';
import { readFragment } from '../../src/reading/formats/html/read-fragment.ts';

/** What an existing library reads from a page; absent is null. */
export interface PeerPage {
  body: string;
  title: string | null;
  author: string | null;
  /** As printed. */
  date: string | null;
}

/** `@mozilla/readability` on linkedom, as its documentation shows it, its HTML as text. */
export function readWithReadability(html: string): PeerPage {
  const article = new Readability(parseHTML(html).document).parse();
  return {
    body: textOf(article?.content ?? ''),
    title: article?.title ?? null,
    author: article?.byline ?? null,
    date: article?.publishedTime ?? null,
  };
}

/** Defuddle, on linkedom. */
export async function readWithDefuddle(html: string, url: string): Promise<PeerPage> {
  const quiet = console.error;
  console.error = () => {};
  try {
    const article = await Defuddle(parseHTML(html).document, url);
    return {
      body: textOf(article.content),
      title: article.title || null,
      author: article.author || null,
      date: article.published || null,
    };
  } finally {
    console.error = quiet;
  }
}

function textOf(html: string): string {
  return readFragment(html, null)
    .pieces.map((piece) => piece.text)
    .join('\n\n');
}
