import type { Token } from './paragraph-tokens.ts';
import { speechVerb } from './speech-verbs.ts';

/** True if a passage is at least a whole sentence, not words within the writer's sentence. */
export function isComplete(tokens: Token[], at: number): boolean {
  const passage = tokens[at];
  if (!passage) return false;
  const text = passage.text;
  const opensLikeSentence = /^[[(…. '‘"“]*[\p{Lu}\p{N}@#$]/u.test(text);
  const closed = /[.,?!…—–-]['’"”)\]]*$/.test(text) || passage.passage?.continues === true;
  const paused = closed || /^(?:,|--+|—|–)$/.test(tokens[at + 1]?.text ?? '') || tokens[at + 1] === undefined;
  const left = tokens[at - 1];
  const opensSentence = left === undefined || left.kind === 'passage';
  if (opensSentence) return paused && (opensLikeSentence || closed) && !isFragment(text);
  if (!opensLikeSentence || !closed || isFragment(text)) return false;
  return left.kind === 'mark' || left.lower === 'that' || speechVerb(left.text) !== undefined;
}

/** True for one or two words without a closing punctuation mark. `"No," he said` is complete. */
function isFragment(text: string): boolean {
  return !/\s\S+\s/.test(text) && !/[.,?!]/.test(text.slice(-2));
}
