import type { AttributedPassage } from './attributed-passage.ts';
import type { Token } from './paragraph-tokens.ts';
import { speechVerb } from './speech-verbs.ts';

/** The passages of one quote, in reading order. */
export type Segments = [AttributedPassage, ...AttributedPassage[]];

/**
 * Puts together what a speech verb or a paragraph break takes apart: `"…," he said, "…"`, `"…," he said. "…"`,
 * and paragraphs that open with a mark after one that never closed. What merely follows stays its own quote.
 */
export function joinSegments(said: readonly AttributedPassage[]): Segments[] {
  const quotes: Segments[] = [];
  for (const next of said) {
    const quote = quotes.at(-1);
    const last = quote?.at(-1);
    if (quote && last && goesOn(last, next)) quote.push(next);
    else quotes.push([next]);
  }
  return quotes;
}

function goesOn(last: AttributedPassage, next: AttributedPassage): boolean {
  if (last.passage.continues) return next.passage.paragraph === last.passage.paragraph + 1;
  if (next.attribution?.rule === 'running-paragraph' && last.attribution?.rule.startsWith('after-'))
    return nextParagraph(last, next);
  if (!last.attribution?.rule.startsWith('after-')) return false;
  if (last.sentence === next.sentence) return interrupted(last, next);
  return resumed(last, next);
}

/** `"In my view," she continued, "it is …"` */
function interrupted(last: AttributedPassage, next: AttributedPassage): boolean {
  const { tokens } = last.sentence;
  const cue = last.attribution?.cue;
  if (!cue || cue.from <= last.at || cue.from >= next.at) return false;
  if (next.attribution?.cue && next.attribution.tokens === tokens && next.attribution.cue.from > cue.to)
    return false;
  const between = tokens.slice(cue.to, next.at);
  if (hasSpeechVerb(between)) return false;
  return /^(?:,|:|--+|—|–)$/.test(between.at(-1)?.text ?? '') || between.length === 0;
}

/** `"I won," he told CNN. "It is over."` with nothing between but the attribution that ends its sentence. */
function resumed(last: AttributedPassage, next: AttributedPassage): boolean {
  if (last.sentence.paragraph !== next.sentence.paragraph || next.at !== 0) return false;
  if (next.attribution && next.attribution.tokens === next.sentence.tokens) return false;
  return adjacentSentences(last, next);
}

/** A paragraph that is nothing but a quote, after one that ends with the quote's attribution. */
function nextParagraph(last: AttributedPassage, next: AttributedPassage): boolean {
  return next.at === 0 && next.complete && next.passage.paragraph === last.passage.paragraph + 1;
}

function adjacentSentences(last: AttributedPassage, next: AttributedPassage): boolean {
  const end = last.sentence.tokens.at(-1)?.end ?? 0;
  return next.passage.openAt - end <= 3;
}

function hasSpeechVerb(tokens: Token[]): boolean {
  return tokens.some((token) => token.kind === 'word' && speechVerb(token.text)?.form === 'participle');
}
