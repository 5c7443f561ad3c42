import { shingleHashes } from './shingles.ts';

/** Number of values in a fingerprint, and in each band. */
const bins = 16;
const rowsInBand = 2;

/**
 * Returns the bands of a text's MinHash: eight 16-bit numbers. Two texts are worth comparing if they have the
 * same band at the same position. That is true of 99 % of pairs with resemblance 0.7 or more, 89 % at 0.5,
 * and one in 8,192 unrelated pairs. One-permutation hashing (Li, Owen, Zhang 2012) with rotation for empty
 * bins (Shrivastava, Li 2014). A text without words has no bands.
 */
export function bandsOf(text: string): number[] {
  const shingles = shingleHashes(text);
  if (shingles.length === 0) return [];
  const least = new Array<number>(bins).fill(-1);
  for (const shingle of shingles) {
    const bin = shingle >>> 28;
    const value = shingle & 0x0fffffff;
    const known = least[bin] ?? -1;
    if (known < 0 || value < known) least[bin] = value;
  }
  const filled = least.map((value, bin) => (value >= 0 ? value : borrowed(least, bin)));
  const bands: number[] = [];
  for (let bin = 0; bin < bins; bin += rowsInBand) {
    const [one = 0, two = 0] = filled.slice(bin, bin + rowsInBand);
    // The least of many values are small: their low bits are the ones that differ.
    bands.push(((one & 0xffffff) * 31 + (two & 0xffffff)) & 0xffff);
  }
  return bands;
}

/** Value for an empty bin: the next filled bin's, mixed with the distance to it. */
function borrowed(least: number[], bin: number): number {
  for (let distance = 1; distance < bins; distance++) {
    const value = least[(bin + distance) % bins] ?? -1;
    if (value >= 0) return (value + Math.imul(distance, 0x9e3779b1)) >>> 4;
  }
  return 0;
}
