import { html } from 'htm/preact';
import type { Highlight } from '../../clients/typescript/src/client.ts';
import { annotate } from '../annotate.ts';
import type { View } from '../page.ts';

/** Renders a search match in its context, between ellipses. */
export function fragment({ text, start, matches }: Highlight): View {
  const marks = matches.map((match) => ({ start: match.start - start, end: match.end - start, value: true }));
  const pieces = annotate(text, { start: 0, end: text.length }, [], marks);
  return html`${start > 0 && '… '}${pieces.map((piece) => (piece.mention ? html`<mark>${piece.text}</mark>` : piece.text))} …`;
}
