const sentenceEnd = /[.!?…。！？:;][)\]]*["'”’»)\]]*$/u;

/** Whether a text ends as sentences do. */
export function endsSentence(text: string): boolean {
  return sentenceEnd.test(text);
}

/** The longest text that still reads as a headline, in characters. */
export const headlineLimit = 220;

/** Whether a text may be a headline: short, with letters, and not two sentences. */
// "EU's Borrell vows to advance security" → true
export function mayBeHeadline(text: string): boolean {
  return text.length <= headlineLimit && /\p{L}{2}/u.test(text) && !/[.!?]["”’)]?\s+\p{Lu}.{60}/u.test(text);
}
