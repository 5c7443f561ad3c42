import type { AttributedPassage } from './attributed-passage.ts';
import type { Token } from './paragraph-tokens.ts';
import { speechVerb } from './speech-verbs.ts';

/** The passages of one quote, in reading order. */
export type Segments = [AttributedPassage, ...AttributedPassage[]];

/**
 * Joins passages that are separated by an attribution (`"…," he said, "…"`, `"…," he said. "…"`) or by a paragraph
 * break without a closing mark. Other passages become quotes of their own.
 */
export function joinSegments(passages: readonly AttributedPassage[]): Segments[] {
  const quotes: Segments[] = [];
  for (const next of passages) {
    const quote = quotes.at(-1);
    const last = quote?.at(-1);
    if (quote && last && isContinued(last, next)) quote.push(next);
    else quotes.push([next]);
  }
  return quotes;
}

function isContinued(last: AttributedPassage, next: AttributedPassage): boolean {
  if (last.passage.continues) return next.passage.paragraph === last.passage.paragraph + 1;
  if (next.attribution?.rule === 'running-paragraph' && last.attribution?.rule.startsWith('after-'))
    return isNextParagraph(last, next);
  if (!last.attribution?.rule.startsWith('after-')) return false;
  if (last.sentence === next.sentence) return isInterrupted(last, next);
  return isResumed(last, next);
}

/** True for `"In my view," she continued, "it is …"` */
function isInterrupted(last: AttributedPassage, next: AttributedPassage): boolean {
  const { tokens } = last.sentence;
  const cue = last.attribution?.cue;
  if (!cue || cue.from <= last.at || cue.from >= next.at) return false;
  if (next.attribution?.cue && next.attribution.tokens === tokens && next.attribution.cue.from > cue.to)
    return false;
  const between = tokens.slice(cue.to, next.at);
  if (hasSpeechVerb(between)) return false;
  return /^(?:,|:|--+|—|–)$/.test(between.at(-1)?.text ?? '') || between.length === 0;
}

/** True for `"I won," he told CNN. "It is over."` */
function isResumed(last: AttributedPassage, next: AttributedPassage): boolean {
  if (last.sentence.paragraph !== next.sentence.paragraph || next.at !== 0) return false;
  if (next.attribution && next.attribution.tokens === next.sentence.tokens) return false;
  return areAdjacent(last, next);
}

/** True for a paragraph that is only a quote, after one that ends with its attribution. */
function isNextParagraph(last: AttributedPassage, next: AttributedPassage): boolean {
  return next.at === 0 && next.complete && next.passage.paragraph === last.passage.paragraph + 1;
}

function areAdjacent(last: AttributedPassage, next: AttributedPassage): boolean {
  const end = last.sentence.tokens.at(-1)?.end ?? 0;
  return next.passage.openAt - end <= 3;
}

function hasSpeechVerb(tokens: Token[]): boolean {
  return tokens.some((token) => token.kind === 'word' && speechVerb(token.text)?.form === 'participle');
}
