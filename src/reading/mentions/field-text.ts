import type { Draft } from '../../model/draft.ts';
import type { Field } from '../../model/mention.ts';
import { type LetterCase, letterCases } from './letter-case.ts';
import { type Token, tokenize } from './tokenize.ts';

/** One text of a draft, split into words, as linking reads it. */
export interface FieldText {
  field: Field;
  /** Which image, for a caption; else null. */
  image: number | null;
  text: string;
  tokens: Token[];
  /** How each token's line uses capitals. */
  cases: LetterCase[];
}

/** The texts of a draft in which names are looked for: headline, standfirst, body, captions. */
export function fieldTextsOf(draft: Draft): FieldText[] {
  return [
    fieldText('headline', draft.headline, null),
    ...(draft.standfirst === null ? [] : [fieldText('standfirst', draft.standfirst, null)]),
    fieldText('body', draft.body.text, null),
    ...draft.images.flatMap(({ caption }, image) =>
      caption === null ? [] : [fieldText('caption', caption, image)],
    ),
  ];
}

function fieldText(field: Field, text: string, image: number | null): FieldText {
  const tokens = tokenize(text);
  return { field, image, text, tokens, cases: letterCases(tokens) };
}
