/** How many words a shingle takes: long enough that unrelated articles share next to none. */
const shingleWords = 3;

/**
 * The hashes (unsigned 32-bit) of all runs of three words of a text, case and punctuation left out.
 * Two texts are as alike as the share of these that both have (Broder 1997, "On the resemblance and containment
 * of documents"). A text of fewer than three words has one shingle, an empty one none.
 */
export function shinglesOf(text: string): Set<number> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const hashes = words.map(hashWord);
  const shingles = new Set<number>();
  if (hashes.length === 0) return shingles;
  const last = Math.max(hashes.length - shingleWords, 0);
  for (let at = 0; at <= last; at++) {
    let hash = 0;
    for (const word of hashes.slice(at, at + shingleWords)) hash = mix((Math.imul(hash, 31) + word) | 0);
    shingles.add(hash >>> 0);
  }
  return shingles;
}

/** The Jaccard resemblance of two sets of shingles, 0 (nothing shared) to 1 (the same); 0 when both are empty. */
export function resemblance(one: Set<number>, other: Set<number>): number {
  if (one.size === 0 && other.size === 0) return 0;
  const shared = one.intersection(other).size;
  return shared / (one.size + other.size - shared);
}

/** FNV-1a over UTF-16 code units. */
function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash;
}

/** The finaliser of MurmurHash3: every bit of the input moves every bit of the result. */
function mix(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
