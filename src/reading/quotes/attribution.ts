import type { NounPhrase } from './noun-phrase.ts';
import type { Token } from './paragraph-tokens.ts';

/** The words that give a passage to its speaker. */
export interface Attribution {
  /** Rule that found it: `after-inverted`, `before-verb`, `colon`, … */
  rule: string;
  confidence: number;
  /** Verb stands right at the passage, with no more than a comma, colon or `that` between. */
  tight: boolean;
  /** The sentence that `subject` indexes into. */
  tokens: Token[];
  subject: NounPhrase | undefined;
  /** Tokens of the cue, end exclusive; null when the layout alone attributes. */
  cue: { from: number; to: number } | null;
}
