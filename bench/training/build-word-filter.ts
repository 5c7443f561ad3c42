import {
  hashWord,
  probes,
  spread,
  type WordFilter,
} from '../../src/reading/mentions/discovery/word-filter.ts';

/** Builds a filter of the words, at ten bits per word. */
export function buildWordFilter(words: ReadonlySet<string>): WordFilter {
  const bits = new Uint8Array(Math.max(8, Math.ceil((words.size * 10) / 8)));
  for (const word of words) for (const bit of bitsOf(hashWord(word), bits.length * 8)) set(bits, bit);
  return { bits };
}

function bitsOf(hash: number, size: number): number[] {
  const step = spread(hash) | 1;
  return Array.from({ length: probes }, (_, i) => ((hash + Math.imul(i, step)) >>> 0) % size);
}

function set(bits: Uint8Array, bit: number): void {
  const byte = bit >>> 3;
  bits[byte] = (bits[byte] ?? 0) | (1 << (bit & 7));
}
