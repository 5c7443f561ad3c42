import type { Body } from '../../model/article.ts';
import type { AttributedPassage } from './attributed-passage.ts';
import type { Attribution } from './attribution.ts';
import { attributionAfter } from './attribution-after.ts';
import { attributionBefore } from './attribution-before.ts';
import { carriedAttribution } from './carried-attribution.ts';
import { isComplete } from './completeness.ts';
import { type Token, tokensOf } from './paragraph-tokens.ts';
import type { Passage } from './quoted-passages.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { signatureBelow } from './signature.ts';
import { isUnspoken } from './unspoken.ts';

/** Gives each passage its attribution and drops those that nobody says; in reading order. */
export function attributePassages(body: Body, passages: Passage[]): AttributedPassage[] {
  const said: AttributedPassage[] = [];
  const byParagraph = Map.groupBy(passages, (passage) => passage.paragraph);
  let previous: Sentence | undefined;
  body.blocks.forEach((block, paragraph) => {
    const within = byParagraph.get(paragraph) ?? [];
    // Only a paragraph that quotes, or comes right before one, has anything to tell.
    if (within.length === 0 && !byParagraph.has(paragraph + 1)) {
      previous = undefined;
      return;
    }
    const tokens = tokensOf(body.text, block.start, block.end, within);
    for (const sentence of sentencesOf(tokens, paragraph)) {
      for (const found of attributeSentence(body, sentence, previous, said)) said.push(found);
      previous = sentence;
    }
  });
  return said;
}

function attributeSentence(
  body: Body,
  sentence: Sentence,
  previous: Sentence | undefined,
  said: readonly AttributedPassage[],
): AttributedPassage[] {
  const { tokens } = sentence;
  const found: AttributedPassage[] = [];
  tokens.forEach((token, at) => {
    if (!token.passage) return;
    const complete = isComplete(tokens, at);
    const attribution =
      cueOf(tokens, at) ??
      signatureBelow(body, token.passage, tokens) ??
      carriedAttribution(sentence, at, previous, found.at(-1) ?? said.at(-1));
    if (!token.passage.marked && !isAnnounced(attribution, said.at(-1))) return;
    if (isUnspoken(tokens, at, complete, attribution)) return;
    found.push({ passage: token.passage, sentence, at, complete, attribution });
  });
  return found;
}

/** A block quote without marks is speech only when the text announces it, or it goes on from one that was. */
function isAnnounced(attribution: Attribution | undefined, last: AttributedPassage | undefined): boolean {
  if (attribution?.rule === 'announced' || attribution?.rule === 'signature') return true;
  return last?.passage.continues === true && !last.passage.marked;
}

/** The attribution in the sentence itself; a cue right at the passage beats one farther off. */
function cueOf(tokens: Token[], at: number): Attribution | undefined {
  const before = attributionBefore(tokens, at);
  const after = attributionAfter(tokens, at);
  // `For example: "…," he told CNN`: a comma inside the marks hands on to what follows.
  if (after?.tight && /,['’]?$/.test(tokens[at]?.text ?? '') && tokens[at - 1]?.text !== ',') return after;
  if (before?.tight && tokens[at - 1]?.text !== ',') return before;
  if (!before) return after;
  if (!after) return before;
  if (before.tight && !after.tight) return before;
  if (before.tight && tokens[at - 1]?.text === ',') {
    return before.cue && at - before.cue.to <= 3 && !isInterrupting(tokens, before.cue.from) ? before : after;
  }
  return after.tight ? after : before;
}

/** The cue belongs to the passage before: `"In my view," he said, "it …," she said`. */
function isInterrupting(tokens: Token[], cue: number): boolean {
  for (let index = cue; index >= Math.max(0, cue - 4); index -= 1) {
    if (tokens[index]?.kind === 'passage') return true;
  }
  return false;
}
