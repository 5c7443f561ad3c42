import { html } from 'htm/preact';
import type { Highlight } from '../../clients/typescript/src/client.ts';
import { annotate } from '../annotate.ts';
import type { View } from '../page.ts';

/** A piece of text in which a search was found, with what matches marked. Between dots, as it stands amid other text. */
export function fragment({ text, start, matches }: Highlight): View {
  const marks = matches.map((match) => ({ start: match.start - start, end: match.end - start, value: true }));
  const pieces = annotate(text, { start: 0, end: text.length }, [], marks);
  return html`${start > 0 && '… '}${pieces.map((piece) => (piece.mention ? html`<mark>${piece.text}</mark>` : piece.text))} …`;
}
