import { Readability } from '@mozilla/readability';
import { Defuddle } from 'defuddle/node';
import { parseHTML } from 'linkedom';
import { readFragment } from '../../src/reading/formats/html/read-fragment.ts';

/** The fields that another library reads from a page; null if absent. */
export interface PeerPage {
  body: string;
  title: string | null;
  author: string | null;
  /** As printed. */
  date: string | null;
}

const empty: PeerPage = { body: '', title: null, author: null, date: null };

/** Reads a page with `@mozilla/readability` on linkedom; an empty page if the library throws. */
export function readWithReadability(html: string): PeerPage {
  let article: ReturnType<Readability['parse']>;
  try {
    article = new Readability(parseHTML(html).document).parse();
  } catch {
    return empty;
  }
  return {
    body: textOf(article?.content ?? ''),
    title: article?.title ?? null,
    author: article?.byline ?? null,
    date: article?.publishedTime ?? null,
  };
}

/** Reads a page with Defuddle on linkedom; an empty page if the library throws. */
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
  } catch {
    return empty;
  } finally {
    console.error = quiet;
  }
}

function textOf(html: string): string {
  return readFragment(html, null)
    .pieces.map((piece) => piece.text)
    .join('\n\n');
}
