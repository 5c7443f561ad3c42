import type { Body } from '../../../src/model/article.ts';
import type { Mention } from '../../../src/model/mention.ts';
import type { Quote } from '../../../src/model/quote.ts';

/** A body of paragraphs, joined by a blank line as readers join them. */
export function bodyOf(...paragraphs: string[]): Body {
  let start = 0;
  const blocks = paragraphs.map((paragraph) => {
    const block = { kind: 'paragraph' as const, level: null, start, end: start + paragraph.length };
    start = block.end + 2;
    return block;
  });
  return { text: paragraphs.join('\n\n'), blocks };
}

/** Mentions of every occurrence of the names in the body: `{ Borrell: 'person/josep-borrell' }`. */
export function mentionsOf(
  body: Body,
  tags: Record<string, string>,
  names: Record<string, string> = {},
): Mention[] {
  return Object.entries(tags)
    .flatMap(([exact, tag]) =>
      [...body.text.matchAll(new RegExp(`\\b${exact}\\b`, 'g'))].map(({ index }) => ({
        tag,
        name: names[tag] ?? exact,
        field: 'body' as const,
        image: null,
        start: index,
        end: index + exact.length,
        exact,
        role: null,
        method: 'authority-name',
        confidence: 1,
      })),
    )
    .sort((one, other) => one.start - other.start);
}

/** What matters of a quote in a line: `Borrell / wrote / complete: words | words`. */
export function inShort(quote: Quote): string {
  const who = quote.speaker?.exact ?? '?';
  const words = quote.segments.map((segment) => segment.exact).join(' | ');
  return `${who} / ${quote.verb ?? '-'} / ${quote.complete ? 'complete' : 'partial'}: ${words}`;
}
