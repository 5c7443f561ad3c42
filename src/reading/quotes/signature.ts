import type { Body } from '../../model/article.ts';
import type { Attribution } from './attribution.ts';
import type { Passage } from './find-passages.ts';
import { nounPhraseAt } from './noun-phrase.ts';
import { type Token, tokenizeParagraph } from './paragraph-tokens.ts';

const dash = /^(?:--+|—|–|―|-)$/;
/** Maximum number of tokens of a signature line: a name and perhaps an office. */
const maxSignatureLength = 16;

/** Finds the name after a quote and a dash: `"…" — Winston Churchill`. */
export function signatureAfter(tokens: Token[], at: number): Attribution | undefined {
  return dash.test(tokens[at + 1]?.text ?? '') ? signature(tokens, at + 2) : undefined;
}

/**
 * Finds the name on the line below a quote that fills its paragraph: `- Ana Ruiz.` A pull quote may close its marks
 * after the name: `Ana Ruiz, Alba Institute."`
 */
export function signatureBelow(body: Body, passage: Passage, sentence: Token[]): Attribution | undefined {
  const block = body.blocks[passage.paragraph];
  const below = body.blocks[passage.paragraph + 1];
  if (!block || !below || below.end - below.start > 160 || sentence.some((token) => token.kind === 'word'))
    return undefined;
  if (passage.openAt - block.start > 1 || block.end - passage.closeAt > 1) return undefined;
  const tokens = tokenizeParagraph(body.text, below.start, below.end, []);
  if (tokens.length > maxSignatureLength) return undefined;
  const pulled = passage.closeAt === passage.end && /^["”“]$/.test(tokens.at(-1)?.text ?? '');
  if (dash.test(tokens[0]?.text ?? '')) return signature(tokens, 1);
  return pulled ? signature(tokens, 0) : undefined;
}

function signature(tokens: Token[], at: number): Attribution | undefined {
  const subject = nounPhraseAt(tokens, at);
  if (subject?.kind !== 'name') return undefined;
  const rest = tokens[subject.to];
  if (rest && !/^[,.("”“]$/.test(rest.text)) return undefined;
  return { rule: 'signature', confidence: 0.85, tight: true, tokens, subject, cue: null };
}
