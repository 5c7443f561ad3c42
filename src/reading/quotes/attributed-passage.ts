import type { Attribution } from './attribution.ts';
import type { Passage } from './quoted-passages.ts';
import type { Sentence } from './sentences.ts';

/** A passage that somebody says, where it stands, and the words that say who. */
export interface AttributedPassage {
  passage: Passage;
  sentence: Sentence;
  /** Token index of the passage in its sentence. */
  at: number;
  complete: boolean;
  attribution: Attribution | undefined;
}
