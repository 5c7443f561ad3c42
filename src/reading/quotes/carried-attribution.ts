import type { AttributedPassage } from './attributed-passage.ts';
import type { Attribution } from './attribution.ts';
import { attributionBefore } from './attribution-before.ts';
import { clauseSubject } from './clause-subject.ts';
import type { Sentence } from './sentences.ts';

/**
 * Who says a passage that stands as a sentence of its own: whom the sentence before announces with a colon,
 * who spoke last in this paragraph, the subject of the sentence before, or who spoke at the end of the last paragraph.
 */
export function carriedAttribution(
  sentence: Sentence,
  at: number,
  previous: Sentence | undefined,
  lastSaid: AttributedPassage | undefined,
): Attribution | undefined {
  if (!standsAlone(sentence, at) || !previous)
    return sentence.tokens[at - 1]?.text === ':' ? undefined : sameSentence(sentence, at, lastSaid);
  if (previous.tokens.at(-1)?.text === ':') {
    const announced = attributionBefore(previous.tokens, previous.tokens.length);
    if (announced) return { ...announced, rule: 'announced', confidence: 0.8, tight: true };
  }
  const here = lastSaid?.sentence.paragraph === sentence.paragraph;
  if (lastSaid?.attribution && here) return carry(lastSaid.attribution, 'running-quote', 0.75);
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
  if (lastSaid?.attribution && sentence.paragraph - lastSaid.sentence.paragraph <= 1) {
    return carry(lastSaid.attribution, 'running-paragraph', 0.5);
  }
  return undefined;
}

/** `"…" and "…"`: the second passage of one sentence shares the cue of the first. */
function sameSentence(
  sentence: Sentence,
  at: number,
  lastSaid: AttributedPassage | undefined,
): Attribution | undefined {
  if (lastSaid?.sentence !== sentence || !lastSaid.attribution || at <= lastSaid.at) return undefined;
  return carry(lastSaid.attribution, 'same-sentence', 0.6);
}

function carry(from: Attribution, rule: string, confidence: number): Attribution {
  return { ...from, rule, confidence: Math.min(confidence, from.confidence), tight: false };
}

function standsAlone(sentence: Sentence, at: number): boolean {
  return (
    sentence.tokens.every((token, index) => index === at || token.kind !== 'word' || index > at + 60) &&
    at <= 1
  );
}
