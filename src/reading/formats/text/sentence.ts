const sentenceEnd = /[.!?…。！？:;][)\]]*["'”’»)\]]*$/u;

/** Whether a text ends as sentences do. */
export function endsSentence(text: string): boolean {
  return sentenceEnd.test(text);
}

/** The longest text that still reads as a headline, in characters. */
const headlineLimit = 220;

/** Whether a text may be a headline: short, with letters, and no two sentences unless they are short too. */
// "EU's Borrell vows to advance security" → true
export function canBeHeadline(text: string): boolean {
  if (text.length > headlineLimit || !/\p{L}{2}/u.test(text)) return false;
  return text.length <= 120 || !(endsSentence(text) && /\p{L}{3}[.!?]["”’)]?\s+\p{Lu}/u.test(text));
}
