import { splitTerms } from '../words/split-terms.ts';
import type { SearchableText } from './searchable-text.ts';

/** Terms of an article in the search index, by field, with a blank between two. */
export interface SearchTerms {
  headline: string;
  standfirst: string;
  body: string;
  caption: string;
  /** Words of the article for the vocabulary, each once, with a blank between two. */
  vocabulary: string;
}

/** Term between two captions, so that no phrase reaches from one to the next. No text has it. */
const boundary = ' | ';

/** Words of the vocabulary: letters, with marks on them. Nobody looks for other forms of numbers. */
const word = /^[\p{L}\p{M}]{2,64}$/u;

/** Returns the terms of a quote, with a blank between two. */
export function quoteTerms(quote: string): string {
  return splitTerms(quote)
    .map(({ form }) => form)
    .join(' ');
}

/** Returns the terms of the texts of an article. */
export function searchTerms({ headline, standfirst, body, captions }: SearchableText): SearchTerms {
  const words = new Set<string>();
  const termsOf = (text: string): string => {
    const terms = splitTerms(text);
    for (const { form, kind } of terms) if (kind === 'word') words.add(form);
    return terms.map(({ form }) => form).join(' ');
  };
  return {
    headline: termsOf(headline),
    standfirst: termsOf(standfirst),
    body: termsOf(body),
    caption: captions.map(termsOf).join(boundary),
    vocabulary: [...words].filter((form) => word.test(form)).join(' '),
  };
}
