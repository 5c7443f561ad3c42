/**
 * A set of words in about ten bits each (Bloom 1970): `has` never misses a member and takes about one stranger in
 * a hundred for one, which a feature that is only weighed can bear.
 */
export interface WordFilter {
  bits: Uint8Array;
}

/** Number of bits set per word. */
export const probes = 7;

/** FNV-1a over UTF-16 code units: an unsigned 32-bit number, the same on every machine. */
export function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** Spreads a hash so that all its bits depend on all of the input's (MurmurHash3 finaliser). */
export function spread(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Whether the word with this hash is (very likely) in the set. */
export function filterHas(filter: WordFilter, hash: number): boolean {
  const { bits } = filter;
  const size = bits.length * 8;
  const step = spread(hash) | 1;
  let at = hash;
  for (let i = 0; i < probes; i++) {
    const bit = at % size;
    if (((bits[bit >>> 3] ?? 0) & (1 << (bit & 7))) === 0) return false;
    at = (at + step) >>> 0;
  }
  return true;
}
