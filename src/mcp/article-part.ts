import type { Article } from '../model/article.ts';
import type { Mention } from '../model/mention.ts';
import type { Quote } from '../model/quote.ts';

/** Limits of one answer: about 10,000 tokens of text, and 200 kB of JSON. */
const limits = { text: 30_000, mentions: 200, quotes: 100, tags: 100, images: 50 };
/** Maximum length of a headline, standfirst, caption or quote in the text for the assistant. */
const maxField = 2_000;

/** Part of an article that one answer can hold. Offsets are those of the part. */
export interface ArticlePart {
  article: Article;
  /** Sentences about what was left out, and how to get it. */
  notes: string[];
}

/**
 * Returns the part of an article whose body begins at an offset, in UTF-16 code units. It ends between two blocks, if it
 * can. Mentions and quotes are those in the part. A short article is returned as it is.
 */
export function articlePart(article: Article, from: number): ArticlePart {
  const { body, mentions, quotes, tags, images } = article;
  const { start, end } = partOf(body, from);
  const isWhole = start === 0 && end === body.text.length;
  const named = isWhole ? mentions : mentions.flatMap((each) => mentionWithin(each, start, end));
  const said = isWhole ? quotes : quotes.flatMap((each) => quoteWithin(each, start, end));
  const notes = [
    start > 0 && `This part begins at character ${start} of the text.`,
    end < body.text.length &&
      `The text has ${body.text.length} characters; this part ends at ${end}. For the rest call get_article again with from ${end}.`,
    more('mentions', named.length, limits.mentions, `/v1/articles/${article.slug}/mentions`),
    more('quotes', said.length, limits.quotes, `/v1/articles/${article.slug}/quotes`),
    more('tags', tags.length, limits.tags, `/v1/articles/${article.slug}`),
    more('images', images.length, limits.images, `/v1/articles/${article.slug}`),
  ].filter((note) => note !== false);
  if (isWhole && notes.length === 0) return { article, notes };
  return {
    article: {
      ...article,
      tags: tags.slice(0, limits.tags),
      images: images.slice(0, limits.images),
      body: isWhole ? body : bodyWithin(body, start, end),
      mentions: named.slice(0, limits.mentions),
      quotes: said.slice(0, limits.quotes),
    },
    notes,
  };
}

/** Shortens a text for the assistant. */
export function shortField(text: string): string {
  return text.length > maxField ? `${text.slice(0, maxField).toWellFormed()} …` : text;
}

function more(what: string, count: number, limit: number, path: string): string | false {
  return (
    count > limit && `Only the first ${limit} of ${count} ${what} are included; the API has all at ${path}.`
  );
}

function partOf({ text, blocks }: Article['body'], from: number): { start: number; end: number } {
  const start = Math.min(from, text.length);
  const most = start + limits.text;
  if (most >= text.length) return { start, end: text.length };
  const block = blocks.findLast(({ end }) => end <= most);
  return { start, end: block && block.end > start ? block.end : most };
}

function bodyWithin({ text, blocks }: Article['body'], start: number, end: number): Article['body'] {
  return {
    text: text.slice(start, end),
    blocks: blocks.flatMap((block) =>
      block.start < end && block.end > start
        ? [{ ...block, start: Math.max(0, block.start - start), end: Math.min(block.end, end) - start }]
        : [],
    ),
  };
}

function mentionWithin(mention: Mention, start: number, end: number): Mention[] {
  if (mention.field !== 'body') return start === 0 ? [mention] : [];
  return mention.start >= start && mention.end <= end ? [shifted(mention, start)] : [];
}

function quoteWithin(quote: Quote, start: number, end: number): Quote[] {
  if (quote.start < start || quote.end > end) return [];
  const { speaker } = quote;
  const isSpeakerHere =
    speaker !== null &&
    speaker.start !== null &&
    speaker.end !== null &&
    speaker.start >= start &&
    speaker.end <= end;
  return [
    {
      ...shifted(quote, start),
      segments: quote.segments.map((segment) => shifted(segment, start)),
      speaker: speaker && {
        ...speaker,
        start: isSpeakerHere ? Number(speaker.start) - start : null,
        end: isSpeakerHere ? Number(speaker.end) - start : null,
      },
    },
  ];
}

function shifted<T extends { start: number; end: number }>(span: T, by: number): T {
  return { ...span, start: span.start - by, end: span.end - by };
}
