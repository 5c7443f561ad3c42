import type { AttributedPassage } from './attributed-passage.ts';
import type { Attribution } from './attribution.ts';
import { attributionBefore } from './attribution-before.ts';
import { clauseSubject } from './clause-subject.ts';
import type { Sentence } from './sentences.ts';

/**
 * Finds the attribution of a passage without its own. In this order: the sentence before if it ends in a colon, the
 * last speaker of the paragraph, the subject of the sentence before, the last speaker of the paragraph before.
 */
export function inheritedAttribution(
  sentence: Sentence,
  at: number,
  previous: Sentence | undefined,
  last: AttributedPassage | undefined,
): Attribution | undefined {
  if (!isOwnSentence(sentence, at) || !previous)
    return sentence.tokens[at - 1]?.text === ':' ? undefined : sameSentence(sentence, at, last);
  if (previous.tokens.at(-1)?.text === ':') {
    const announced = attributionBefore(previous.tokens, previous.tokens.length);
    if (announced) return { ...announced, rule: 'announced', confidence: 0.8, tight: true };
  }
  const here = last?.sentence.paragraph === sentence.paragraph;
  if (last?.attribution && here) return inherit(last.attribution, 'running-quote', 0.75);
  if (previous.paragraph === sentence.paragraph) {
    const subject = clauseSubject(previous.tokens, 0, previous.tokens.length);
    if (subject && subject.kind !== 'description') {
      return {
        rule: 'previous-subject',
        confidence: 0.5,
        tight: false,
        tokens: previous.tokens,
        subject,
        cue: null,
      };
    }
  }
  if (last?.attribution && sentence.paragraph - last.sentence.paragraph <= 1) {
    return inherit(last.attribution, 'running-paragraph', 0.5);
  }
  return undefined;
}

/** `"…" and "…"`: the second passage of a sentence shares the attribution of the first. */
function sameSentence(
  sentence: Sentence,
  at: number,
  last: AttributedPassage | undefined,
): Attribution | undefined {
  if (last?.sentence !== sentence || !last.attribution || at <= last.at) return undefined;
  return inherit(last.attribution, 'same-sentence', 0.6);
}

function inherit(from: Attribution, rule: string, confidence: number): Attribution {
  return { ...from, rule, confidence: Math.min(confidence, from.confidence), tight: false };
}

function isOwnSentence(sentence: Sentence, at: number): boolean {
  return (
    sentence.tokens.every((token, index) => index === at || token.kind !== 'word' || index > at + 60) &&
    at <= 1
  );
}
