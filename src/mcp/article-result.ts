import type { Article } from '../model/article.ts';
import { rightsLines } from '../model/rights.ts';
import { headOf, headText } from './article-item.ts';
import { beginning, bytesOf, maxBytes, shortField } from './limits.ts';
import { quoteWords } from './quote-item.ts';
import type { ToolResult } from './tool.ts';

/** Bytes of a result that the body leaves to notes and quotes. */
const reserve = 1_500;
/** Maximum number of bytes of the tags, and of the captions. */
const maxTags = 1_500;
const maxCaptions = 1_000;

/** Item of a result, as text and as JSON. */
type Line = ReturnType<typeof quoteWords>;

/** What an answer about an article consists of. */
interface Parts {
  article: Article;
  start: number;
  end: number;
  notes: string[];
  quotes: Line[];
}

/**
 * Returns the part of an article whose body begins at an offset, in UTF-16 code units, in at most so many bytes. It
 * ends between two blocks, if it can. Quotes are those that begin in the part. Notes say what was left out, and how to
 * get it.
 */
export function articleResult(article: Article, from: number, bytes = maxBytes): ToolResult {
  const { text, blocks } = article.body;
  const start = Math.min(from, text.length);
  const empty = resultOf({ article, start, end: start, notes: [], quotes: [] });
  const reach = start + fittingText(text.slice(start), bytes - bytesOf(empty) - reserve).length;
  const block = blocks.findLast((each) => each.end <= reach);
  const end = reach === text.length || !block || block.end <= start ? reach : block.end;
  const parts = { article, start, end, notes: notesOf(article, start, end), quotes: [] };
  const said = article.quotes.filter((quote) => quote.start >= start && quote.start < end).map(quoteWords);
  const quotes = fitting(said, bytes - bytesOf(resultOf(parts)) - 200);
  const left = leftOut('quotes', said.length, quotes.length, `/v1/articles/${article.slug}/quotes`);
  return resultOf({ ...parts, quotes, notes: [...parts.notes, ...left] });
}

/** Returns the beginning of a text that takes at most so many bytes in JSON. */
function fittingText(text: string, bytes: number): string {
  let kept = beginning(text, bytes);
  for (;;) {
    const size = Buffer.byteLength(JSON.stringify(kept));
    if (size <= bytes) return kept;
    kept = beginning(kept, Math.floor((Buffer.byteLength(kept) * bytes) / size));
  }
}

/** Returns the first lines that together take at most so many bytes. */
function fitting(lines: Line[], bytes: number): Line[] {
  let left = bytes;
  const over = lines.findIndex((line) => {
    left -= bytesOf(line) + '\n- '.length;
    return left < 0;
  });
  return over < 0 ? lines : lines.slice(0, over);
}

function notesOf({ body, tags, images, slug }: Article, start: number, end: number): string[] {
  const { length } = body.text;
  const captions = captionsOf(images);
  return [
    ...(start > 0 ? [`This part begins at character ${start} of the text.`] : []),
    ...(end < length
      ? [
          `The text has ${length} characters; this part ends at ${end}. For the rest call get_article again with from ${end}.`,
        ]
      : []),
    ...(start === 0
      ? [
          ...leftOut('tags', tags.length, tagsOf(tags).length, `/v1/articles/${slug}`),
          ...leftOut(
            'captions',
            captions.length,
            fitting(captions, maxCaptions).length,
            `/v1/articles/${slug}`,
          ),
        ]
      : []),
  ];
}

function leftOut(what: string, count: number, included: number, path: string): string[] {
  if (included === count) return [];
  return [`Only the first ${included} of ${count} ${what} are included; the API has all at ${path}.`];
}

function tagsOf(tags: Article['tags']): Line[] {
  const lines = tags.map(({ id, name, role }) => {
    const data = { id, name: shortField(name, 100), role: role && shortField(role, 200) };
    return { data, text: `${data.name} (${id})${data.role ? `: ${data.role}` : ''}` };
  });
  return fitting(lines, maxTags);
}

function captionsOf(images: Article['images']): Line[] {
  return images.flatMap(({ caption, alt }) => {
    const text = caption ?? alt;
    return text ? [{ data: { caption: shortField(text) }, text: `Picture: ${shortField(text)}` }] : [];
  });
}

/** Formats a part of an article. What belongs to the whole article is in the first part. */
function resultOf({ article, start, end, notes, quotes }: Parts): ToolResult {
  const { standfirst, ...head } = headOf(article);
  const url = article.url && shortField(article.url, 300);
  const text = article.body.text.slice(start, end);
  const isFirst = start === 0;
  const tags = isFirst ? tagsOf(article.tags) : [];
  const captions = isFirst ? fitting(captionsOf(article.images), maxCaptions) : [];
  const stated = isFirst ? statedLines(article) : [];
  return {
    data: {
      data: {
        ...head,
        url,
        ...(isFirst && { standfirst, tags: dataOf(tags), images: dataOf(captions), stated }),
        body: { text },
        quoteCount: article.quoteCount,
        quotes: dataOf(quotes),
      },
      page: { from: start, next: end < article.body.text.length ? end : null },
      meta: { notes },
    },
    text: [
      [headText(head), ...(url ? [url] : [])].join('\n'),
      ...notes.map((note) => `Note: ${note}`),
      ...(isFirst && standfirst ? [standfirst] : []),
      text,
      ...captions.map((line) => line.text),
      ...stated,
      ...listed('In this article:', tags),
      ...listed('Quotes:', quotes),
    ].join('\n\n'),
  };
}

/** Returns what the source states about the article besides its text. */
function statedLines({ location, editorsNote, rights }: Article): string[] {
  return [
    ...(location ? [`Location: ${location}`] : []),
    ...(editorsNote ? [`Note to editors: ${editorsNote}`] : []),
    ...rightsLines(rights).map((line) => `Rights: ${line}`),
  ].map((line) => shortField(line));
}

function dataOf(lines: Line[]): unknown[] {
  return lines.map(({ data }) => data);
}

function listed(title: string, lines: Line[]): string[] {
  return lines.length > 0 ? [[title, ...lines.map(({ text }) => `- ${text}`)].join('\n')] : [];
}
