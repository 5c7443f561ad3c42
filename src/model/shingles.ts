/** How many words a shingle takes: long enough that unrelated articles share next to none. */
const shingleWords = 3;

/**
 * The hashes (unsigned 32-bit) of all runs of three words of a text, case and punctuation left out.
 * Two texts are as alike as the share of these that both have (Broder 1997, "On the resemblance and containment
 * of documents"). A text of fewer than three words has one shingle, an empty one none.
 */
export function shinglesOf(text: string): Set<number> {
  return new Set(shingleHashes(text));
}

/** The same in the order of the text, repeated where it repeats itself. */
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

/** The Jaccard resemblance of two sets of shingles, 0 (nothing shared) to 1 (the same); 0 when both are empty. */
export function resemblance(one: Set<number>, other: Set<number>): number {
  if (one.size === 0 && other.size === 0) return 0;
  const shared = one.intersection(other).size;
  return shared / (one.size + other.size - shared);
}

const letterOrDigit = /[\p{L}\p{N}]/u;

/**
 * FNV-1a over the UTF-16 code units of each run of letters and digits. Character by character, because making a
 * string of each word takes three times as long.
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

/** The finaliser of MurmurHash3: every bit of the input moves every bit of the result. */
function mix(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
