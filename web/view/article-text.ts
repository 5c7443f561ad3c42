import { html } from 'htm/preact';
import type { Article, Mention, Quote } from '../../clients/typescript/src/client.ts';
import { type Annotation, annotate, type Piece } from '../annotate.ts';
import { tagHref } from '../href.ts';
import type { View } from '../page.ts';

/** Quote with its number in the article, from 1. */
type Numbered = Quote & { number: number; opens: boolean };

/** Renders the text of a field with links on its mentions. */
export function fieldText(text: string, mentions: Mention[]): View {
  return annotate(text, { start: 0, end: text.length }, [], mentions.map(asAnnotation)).map(pieceView);
}

/** Renders the body block by block, with the speakers of a block in its margin. */
export function articleBody({
  body: { text, blocks },
  mentions,
  quotes,
}: Pick<Article, 'body' | 'mentions' | 'quotes'>): View {
  const named = mentions.filter(({ field }) => field === 'body').map(asAnnotation);
  const spoken = quotes.flatMap((quote, index) =>
    quote.segments.map(({ start, end }, segment) => ({
      start,
      end,
      value: { ...quote, number: index + 1, opens: segment === 0 },
    })),
  );
  return html`<div class="body">
    ${blocks.map((block) => {
      const quoted = touching(spoken, block);
      const pieces = annotate(text, block, quoted, touching(named, block));
      const content = grouped(pieces, block.start);
      return html`<div class=${`block block-${block.kind}`} dir="auto">
        ${element(block.kind, block.level, content)}
        ${margin(quoted)}
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
function grouped(pieces: Piece<Numbered, Mention>[], start: number): View[] {
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
  pieces: Piece<Numbered, Mention>[],
  blockStart: number,
): View {
  const { number, opens, speaker } = quote.value;
  const id = opens && quote.start >= blockStart ? `quote-${number}` : undefined;
  return html`<q class="quote" id=${id} title=${speaker ? `Said by ${speaker.name}` : undefined}>${pieces.map(pieceView)}</q>`;
}

function pieceView({ text, mention }: Piece<unknown, Mention>): View {
  if (!mention) return text;
  const { tag } = mention.value;
  return html`<a class=${`mention mention-${tag.split('/')[0]}`} href=${tagHref(tag)} data-tag=${tag}>${text}</a>`;
}

function margin(quoted: Annotation<Numbered>[]): View {
  const speakers = new Map(
    quoted.flatMap(({ value: { speaker } }) => (speaker ? [[speaker.name, speaker.tag]] : [])),
  );
  if (speakers.size === 0) return null;
  return html`<p class="speakers" lang="en">
    ${[...speakers].map(([name, tag]) => html`<span>${tag ? html`<a href=${tagHref(tag)}>${name}</a>` : name}</span>`)}
  </p>`;
}

function asAnnotation(mention: Mention): Annotation<Mention> {
  return { start: mention.start, end: mention.end, value: mention };
}

function touching<T extends { start: number; end: number }>(
  all: T[],
  { start, end }: { start: number; end: number },
): T[] {
  return all.filter((each) => each.start < end && each.end > start);
}
