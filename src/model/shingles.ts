/** Words per shingle: long enough that unrelated articles share almost none. */
const shingleWords = 3;

/**
 * Returns the hashes (unsigned 32-bit) of all runs of three words of a text, ignoring case and punctuation.
 * The resemblance of two texts is the share of hashes they have in common (Broder 1997, "On the resemblance
 * and containment of documents"). A text of fewer than three words has one shingle, an empty one none.
 */
export function shinglesOf(text: string): Set<number> {
  return new Set(shingleHashes(text));
}

/** Returns the same hashes in text order, including repetitions. */
export function shingleHashes(text: string): number[] {
  const words = hashWords(text.toLowerCase());
  if (words.length === 0) return [];
  if (words.length < shingleWords) return [words.reduce(add, 0) >>> 0];
  const shingles: number[] = [];
  let [one = 0, two = 0] = words;
  for (let at = shingleWords - 1; at < words.length; at++) {
    const three = words[at] ?? 0;
    shingles.push(add(add(add(0, one), two), three) >>> 0);
    one = two;
    two = three;
  }
  return shingles;
}

/**
 * Returns the Jaccard resemblance of two sets of shingles, from 0 (nothing shared) to 1 (equal); 0 if both are empty.
 */
export function resemblance(one: Set<number>, other: Set<number>): number {
  if (one.size === 0 && other.size === 0) return 0;
  const shared = one.intersection(other).size;
  return shared / (one.size + other.size - shared);
}

const letterOrDigit = /[\p{L}\p{N}]/u;

/**
 * Hashes each run of letters and digits (FNV-1a over UTF-16 code units). Works on characters, because
 * creating a string for each word takes three times as long.
 */
function hashWords(text: string): number[] {
  const hashes: number[] = [];
  const basis = 0x811c9dc5 | 0;
  let hash = basis;
  let inWord = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const isWord =
      unit < 0x80
        ? (unit > 0x60 && unit < 0x7b) || (unit > 0x2f && unit < 0x3a)
        : letterOrDigit.test(String.fromCodePoint(text.codePointAt(at) ?? unit));
    if (!isWord) {
      if (inWord) hashes.push(hash);
      hash = basis;
    } else {
      hash = Math.imul(hash ^ unit, 0x01000193);
      if (unit >= 0xd800 && unit < 0xdc00) {
        at++;
        hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
      }
    }
    inWord = isWord;
  }
  if (inWord) hashes.push(hash);
  return hashes;
}

function add(shingle: number, word: number): number {
  return mix((Math.imul(shingle, 31) + word) | 0);
}

/** Finaliser of MurmurHash3: each input bit affects every output bit. */
function mix(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
