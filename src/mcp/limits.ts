/**
 * Maximum number of bytes of a result, of its text and of its JSON: about 5,000 tokens of English. Some clients pass
 * one of them to the model, some the other.
 */
export const maxBytes = 20_000;

/** Returns the beginning of a text that takes at most so many bytes of UTF-8. Keeps surrogate pairs together. */
export function beginning(text: string, bytes: number): string {
  const { read } = new TextEncoder().encodeInto(text.slice(0, bytes), new Uint8Array(bytes));
  return text.slice(0, read);
}

/** Shortens a text to so many bytes, with an ellipsis where it is cut. */
export function shortField(text: string, bytes = 600): string {
  const kept = beginning(text, bytes);
  return kept.length < text.length ? `${kept} …` : text;
}

/** Returns the number of bytes of a result: those of its text or of its JSON, whichever are more. */
export function bytesOf({ text, data }: { text: string; data: unknown }): number {
  return Math.max(Buffer.byteLength(text), Buffer.byteLength(JSON.stringify(data)));
}
