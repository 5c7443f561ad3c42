import type { Draft } from '../../model/draft.ts';
import type { Field } from '../../model/mention.ts';
import { type Token, tokenize } from '../mentions/tokenize.ts';
import { stem } from './stem.ts';

/** A text field of an article, split into tokens. */
export interface TokenizedField {
  field: Field;
  image: number | null;
  text: string;
  tokens: Token[];
  /** Stem of each token (see `stem`). */
  stems: string[];
  /** Sentence and paragraph number of each token, unique within the article. */
  sentences: number[];
  paragraphs: number[];
}

/** Splits an article into its fields, in reading order: headline, standfirst, body, captions. */
export function tokenizeFields(draft: Draft): TokenizedField[] {
  const texts: Pick<TokenizedField, 'field' | 'image' | 'text'>[] = [
    { field: 'headline', image: null, text: draft.headline },
    { field: 'standfirst', image: null, text: draft.standfirst ?? '' },
    { field: 'body', image: null, text: draft.body.text },
    ...draft.images.map(
      (image, index) => ({ field: 'caption', image: index, text: image.caption ?? '' }) as const,
    ),
  ];
  const fields: TokenizedField[] = [];
  let sentence = 0;
  let paragraph = 0;
  for (const part of texts) {
    if (part.text === '') continue;
    const tokens = tokenize(part.text);
    const sentences: number[] = [];
    const paragraphs: number[] = [];
    tokens.forEach((token, index) => {
      sentences.push(sentence);
      paragraphs.push(paragraph);
      if (token.key === '¶') paragraph += 1;
      if (endsSentence(tokens, index)) sentence += 1;
    });
    sentence += 1;
    paragraph += 1;
    const stems = tokens.map((token) => stem(token.key));
    fields.push({ ...part, tokens, stems, sentences, paragraphs });
  }
  return fields;
}

/** A full stop ends a sentence unless a lower-case word, number or mark follows, quotation marks aside. */
function endsSentence(tokens: Token[], index: number): boolean {
  const token = tokens[index];
  if (token?.key === '¶') return true;
  const opener = token && /^["”’)\]]$/.test(token.key) ? tokens[index - 1] : token;
  if (!opener || !/^[.!?…。]$/.test(opener.key)) return false;
  let next = index + 1;
  if (/^["”’)\]]$/.test(tokens[next]?.key ?? '') && tokens[next]?.start === token?.end) return false;
  while (/^["“‘'([]$/.test(tokens[next]?.key ?? '')) next += 1;
  const shape = tokens[next]?.shape;
  return shape !== undefined && shape !== 'lower' && shape !== 'number' && shape !== 'mark';
}
