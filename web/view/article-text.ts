import { html } from 'htm/preact';
import type { Article, Mention, Quote } from '../../clients/typescript/src/client.ts';
import { type Annotation, annotate, type Piece } from '../annotate.ts';
import { tagHref } from '../href.ts';
import type { View } from '../page.ts';

/** Quote with its number in the article, from 1. */
type Numbered = Quote & { number: number; opens: boolean };

/** Maximum number of mentions and quotes that are marked. Thousands of elements are slow to render and to show. */
const maxMarks = 1_000;

/** A mention with the present slug of its tag, if it is known. */
export type LinkedMention = Mention & { slug?: string | undefined };

/** Returns the mentions of an article with the present slugs of its tags. */
export function linkedMentions({ mentions, tags }: Pick<Article, 'mentions' | 'tags'>): LinkedMention[] {
  const slugs = new Map(tags.map(({ id, slug }) => [id, slug]));
  return mentions.map((mention) => ({ ...mention, slug: slugs.get(mention.tag) }));
}

/** Renders the text of a field with links on its mentions. */
export function fieldText(text: string, mentions: LinkedMention[]): View {
  const marked = mentions.slice(0, maxMarks).map(asAnnotation);
  return annotate(text, { start: 0, end: text.length }, [], marked).map(pieceView);
}

/**
 * Renders the body block by block, with the speakers of a block in its margin. Marks the first mentions and quotes, and
 * says so if there are more.
 */
export function articleBody({
  slug,
  body: { text, blocks },
  mentions,
  quotes,
}: Pick<Article, 'slug' | 'body' | 'quotes'> & { mentions: LinkedMention[] }): View {
  const inBody = mentions.filter(({ field }) => field === 'body');
  const named = inBlocks(inBody.slice(0, maxMarks).map(asAnnotation));
  const segments = quotes.slice(0, maxMarks).flatMap((quote, index) =>
    quote.segments.map(({ start, end }, segment) => ({
      start,
      end,
      value: { ...quote, number: index + 1, opens: segment === 0 },
    })),
  );
  const slugs = new Map(mentions.map(({ tag, slug }) => [tag, slug]));
  const spoken = inBlocks(segments.slice(0, maxMarks));
  return html`<div class="body">
    ${inBody.length > maxMarks && tooMany('mentions', inBody.length, slug)}
    ${quotes.length > maxMarks && tooMany('quotes', quotes.length, slug)}
    ${blocks.map((block) => {
      const quoted = spoken(block);
      const pieces = annotate(text, block, quoted, named(block));
      const content = grouped(pieces, block.start);
      return html`<div class=${`block block-${block.kind}`} dir="auto">
        ${element(block.kind, block.level, content)}
        ${margin(quoted, slugs)}
      </div>`;
    })}
  </div>`;
}

function element(kind: Article['body']['blocks'][number]['kind'], level: number | null, content: View): View {
  if (kind === 'heading') return (level ?? 2) > 2 ? html`<h3>${content}</h3>` : html`<h2>${content}</h2>`;
  if (kind === 'block-quote') return html`<blockquote><p>${content}</p></blockquote>`;
  if (kind === 'list-item') return html`<ul><li>${content}</li></ul>`;
  return html`<p>${content}</p>`;
}

/** Groups consecutive pieces of one quote into one element. */
function grouped(pieces: Piece<Numbered, LinkedMention>[], start: number): View[] {
  const views: View[] = [];
  for (let index = 0; index < pieces.length; ) {
    const quote = pieces[index]?.quote;
    const end = pieces.findIndex((piece, other) => other > index && piece.quote !== quote);
    const group = pieces.slice(index, end < 0 ? undefined : end);
    views.push(quote ? quoteView(quote, group, start) : group.map(pieceView));
    index += group.length;
  }
  return views;
}

function quoteView(
  quote: Annotation<Numbered>,
  pieces: Piece<Numbered, LinkedMention>[],
  blockStart: number,
): View {
  const { number, opens, speaker } = quote.value;
  const id = opens && quote.start >= blockStart ? `quote-${number}` : undefined;
  return html`<q class="quote" id=${id} title=${speaker ? `Said by ${speaker.name}` : undefined}>${pieces.map(pieceView)}</q>`;
}

function pieceView({ text, mention }: Piece<unknown, LinkedMention>): View {
  if (!mention) return text;
  const { tag, slug } = mention.value;
  return html`<a class=${`mention mention-${tag.split('/')[0]}`} href=${tagHref(tag, slug)} data-tag=${tag}>${text}</a>`;
}

function margin(quoted: Annotation<Numbered>[], slugs: Map<string, string | undefined>): View {
  const speakers = new Map(
    quoted.flatMap(({ value: { speaker } }) => (speaker ? [[speaker.name, speaker.tag]] : [])),
  );
  if (speakers.size === 0) return null;
  return html`<p class="speakers" lang="en">
    ${[...speakers].map(([name, tag]) => html`<span>${tag ? html`<a href=${tagHref(tag, slugs.get(tag))}>${name}</a>` : name}</span>`)}
  </p>`;
}

function asAnnotation(mention: LinkedMention): Annotation<LinkedMention> {
  return { start: mention.start, end: mention.end, value: mention };
}

/** Returns a function that finds the annotations of a block, by halving: an article may have thousands of both. */
function inBlocks<T>(annotations: Annotation<T>[]) {
  const sorted = annotations.toSorted((a, b) => a.start - b.start);
  const longest = sorted.reduce((most, { start, end }) => Math.max(most, end - start), 0);
  return ({ start, end }: { start: number; end: number }): Annotation<T>[] => {
    const touching: Annotation<T>[] = [];
    for (let at = firstFrom(sorted, start - longest); at < sorted.length; at += 1) {
      const each = sorted[at];
      if (!each || each.start >= end) break;
      if (each.end > start) touching.push(each);
    }
    return touching;
  };
}

function firstFrom(sorted: { start: number }[], start: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.start ?? start) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function tooMany(what: 'mentions' | 'quotes', count: number, slug: string): View {
  const address = `/v1/articles/${encodeURIComponent(slug)}/${what}`;
  return html`<p class="note" lang="en" dir="ltr">Only the first ${maxMarks.toLocaleString('en')} of ${count.toLocaleString('en')} ${what} are marked. <a href=${address}>All ${what} as JSON</a></p>`;
}
