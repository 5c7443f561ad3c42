import type { Attribution } from './attribution.ts';
import type { Passage } from './find-passages.ts';
import type { Sentence } from './sentences.ts';

export interface AttributedPassage {
  passage: Passage;
  sentence: Sentence;
  /** Index of the passage among the tokens of the sentence. */
  at: number;
  /** True for at least a whole sentence (see `isComplete`). */
  complete: boolean;
  attribution: Attribution | undefined;
}
