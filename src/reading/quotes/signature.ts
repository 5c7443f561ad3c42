import type { Body } from '../../model/article.ts';
import type { Attribution } from './attribution.ts';
import { nounPhraseAt } from './noun-phrase.ts';
import { type Token, tokensOf } from './paragraph-tokens.ts';
import type { Passage } from './quoted-passages.ts';

const dash = /^(?:--+|—|–|―|-)$/;
/** A signature line is a name and perhaps an office, not a sentence. */
const longestSignature = 16;

/** `"…" — Winston Churchill`: the name that signs a quote, after a dash. */
export function signatureAfter(tokens: Token[], at: number): Attribution | undefined {
  return dash.test(tokens[at + 1]?.text ?? '') ? signature(tokens, at + 2) : undefined;
}

/**
 * The line below a quote that fills its paragraph: `- Ana Ruiz.`, or in a pull quote, whose marks close
 * only after the signature, `Ana Ruiz, Alba Institute."`
 */
export function signatureBelow(body: Body, passage: Passage, sentence: Token[]): Attribution | undefined {
  const block = body.blocks[passage.paragraph];
  const below = body.blocks[passage.paragraph + 1];
  if (!block || !below || below.end - below.start > 160 || sentence.some((token) => token.kind === 'word'))
    return undefined;
  if (passage.openAt - block.start > 1 || block.end - passage.closeAt > 1) return undefined;
  const tokens = tokensOf(body.text, below.start, below.end, []);
  if (tokens.length > longestSignature) return undefined;
  const pulled = passage.closeAt === passage.end && /^["”“]$/.test(tokens.at(-1)?.text ?? '');
  if (dash.test(tokens[0]?.text ?? '')) return signature(tokens, 1);
  return pulled ? signature(tokens, 0) : undefined;
}

function signature(tokens: Token[], at: number): Attribution | undefined {
  const subject = nounPhraseAt(tokens, at);
  if (subject?.kind !== 'name') return undefined;
  const rest = tokens[subject.reach];
  if (rest && !/^[,.("”“]$/.test(rest.text)) return undefined;
  return { rule: 'signature', confidence: 0.85, tight: true, tokens, subject, cue: null };
}
