import { shingleHashes } from './shingles.ts';

/** Values of a fingerprint, and how many of them make one band. */
const bins = 16;
const rowsInBand = 2;

/**
 * The bands of a text's MinHash: eight numbers of 16 bits. Two texts that share at least one band at the same place
 * are worth comparing: that happens for 99 % of pairs that are 0.7 alike or more, for 89 % of pairs at 0.5, and by
 * chance for one pair in 8,192 that share no run of words. One-permutation hashing (Li, Owen, Zhang 2012) with
 * rotation for empty bins (Shrivastava, Li 2014). A text without words has no bands.
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
    // The least of many values are small: their low bits are the ones that differ. Migration 0006 has the same sum.
    bands.push(((one & 0xffffff) * 31 + (two & 0xffffff)) & 0xffff);
  }
  return bands;
}

/** The next filled bin's value, made different by how far it was fetched. */
function borrowed(least: number[], bin: number): number {
  for (let distance = 1; distance < bins; distance++) {
    const value = least[(bin + distance) % bins] ?? -1;
    if (value >= 0) return (value + Math.imul(distance, 0x9e3779b1)) >>> 4;
  }
  return 0;
}
