import type { NounPhrase } from './noun-phrase.ts';
import type { Token } from './paragraph-tokens.ts';

/** The words that attribute a passage to its speaker. */
export interface Attribution {
  /** Name of the rule: `after-inverted`, `before-verb`, `colon`, … */
  rule: string;
  confidence: number;
  /** True if the cue is next to the passage. */
  tight: boolean;
  /** Sentence of the attribution, into which `subject` and `cue` index. */
  tokens: Token[];
  subject: NounPhrase | undefined;
  /** Tokens of the cue (verb or noun), end exclusive; null if only the layout attributes. */
  cue: { from: number; to: number } | null;
}
