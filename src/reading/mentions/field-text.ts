import type { Draft } from '../../model/draft.ts';
import type { Field } from '../../model/mention.ts';
import { type LetterCase, letterCases } from './letter-case.ts';
import { type Token, tokenize } from './tokenize.ts';

/** A text field of a draft, split into tokens. */
export interface FieldText {
  field: Field;
  /** Index of the image for a caption, else null. */
  image: number | null;
  text: string;
  tokens: Token[];
  /** Letter case of each token's paragraph. */
  cases: LetterCase[];
}

/** Splits a draft into the fields that are searched for names: headline, standfirst, body, captions. */
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
