import type { Body } from '../../model/article.ts';
import type { AttributedPassage } from './attributed-passage.ts';
import type { Attribution } from './attribution.ts';
import { attributionAfter } from './attribution-after.ts';
import { attributionBefore } from './attribution-before.ts';
import type { Passage } from './find-passages.ts';
import { inheritedAttribution } from './inherited-attribution.ts';
import { isComplete } from './is-complete.ts';
import { isNotSpeech } from './is-not-speech.ts';
import { type Token, tokenizeParagraph } from './paragraph-tokens.ts';
import { type Sentence, splitSentences } from './sentences.ts';
import { signatureBelow } from './signature.ts';

/** Finds the attribution of each passage, in reading order. Drops passages that are not speech. */
export function attributePassages(body: Body, passages: Passage[]): AttributedPassage[] {
  const attributed: AttributedPassage[] = [];
  const byParagraph = Map.groupBy(passages, (passage) => passage.paragraph);
  let previous: Sentence | undefined;
  body.blocks.forEach((block, paragraph) => {
    const within = byParagraph.get(paragraph) ?? [];
    // Attributions are in the paragraph of the quote or in the one before. Skip all others.
    if (within.length === 0 && !byParagraph.has(paragraph + 1)) {
      previous = undefined;
      return;
    }
    const tokens = tokenizeParagraph(body.text, block.start, block.end, within);
    for (const sentence of splitSentences(tokens, paragraph)) {
      for (const found of attributeSentence(body, sentence, previous, attributed)) attributed.push(found);
      previous = sentence;
    }
  });
  return attributed;
}

function attributeSentence(
  body: Body,
  sentence: Sentence,
  previous: Sentence | undefined,
  attributed: readonly AttributedPassage[],
): AttributedPassage[] {
  const { tokens } = sentence;
  const found: AttributedPassage[] = [];
  tokens.forEach((token, at) => {
    if (!token.passage) return;
    const complete = isComplete(tokens, at);
    const attribution =
      ownAttribution(tokens, at) ??
      signatureBelow(body, token.passage, tokens) ??
      inheritedAttribution(sentence, at, previous, found.at(-1) ?? attributed.at(-1));
    if (!token.passage.marked && !isAnnounced(attribution, attributed.at(-1))) return;
    if (isNotSpeech(tokens, at, complete, attribution)) return;
    found.push({ passage: token.passage, sentence, at, complete, attribution });
  });
  return found;
}

/** True if a block quote without marks is speech: the text announces it, or it continues one that was announced. */
function isAnnounced(attribution: Attribution | undefined, last: AttributedPassage | undefined): boolean {
  if (attribution?.rule === 'announced' || attribution?.rule === 'signature') return true;
  return last?.passage.continues === true && !last.passage.marked;
}

/** Finds the attribution in the same sentence. A cue next to the passage wins over a distant one. */
function ownAttribution(tokens: Token[], at: number): Attribution | undefined {
  const before = attributionBefore(tokens, at);
  const after = attributionAfter(tokens, at);
  // `For example: "…," he told CNN`: after a comma inside the marks, the attribution follows.
  if (after?.tight && /,['’]?$/.test(tokens[at]?.text ?? '') && tokens[at - 1]?.text !== ',') return after;
  if (before?.tight && tokens[at - 1]?.text !== ',') return before;
  if (!before) return after;
  if (!after) return before;
  if (before.tight && !after.tight) return before;
  if (before.tight && tokens[at - 1]?.text === ',') {
    return before.cue && at - before.cue.to <= 3 && !followsPassage(tokens, before.cue.from) ? before : after;
  }
  return after.tight ? after : before;
}

/** True if the cue belongs to the previous passage: `"In my view," he said, "it …," she said`. */
function followsPassage(tokens: Token[], cue: number): boolean {
  for (let index = cue; index >= Math.max(0, cue - 4); index -= 1) {
    if (tokens[index]?.kind === 'passage') return true;
  }
  return false;
}
