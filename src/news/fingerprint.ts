import { shinglesOf } from './shingles.ts';

/** Values of a fingerprint, and how many of them make one band. */
const bins = 16;
const rowsInBand = 2;

/**
 * The bands of a text's MinHash: eight numbers (whole, below 2^52). Two texts that share at least one band are
 * worth comparing: that happens for 99 % of pairs that are 0.7 alike or more, for 89 % of pairs at 0.5, and for
 * hardly any that share no run of words. One-permutation hashing (Li, Owen, Zhang 2012) with rotation for empty
 * bins (Shrivastava, Li 2014). A text without words has no bands.
 */
export function bandsOf(text: string): number[] {
  const shingles = shinglesOf(text);
  if (shingles.size === 0) return [];
  const least = new Array<number>(bins).fill(-1);
  for (const shingle of shingles) {
    const bin = shingle >>> 28;
    const value = shingle & 0x0fffffff;
    const known = least[bin] ?? -1;
    if (known < 0 || value < known) least[bin] = value;
  }
  const filled = least.map((value, bin) => (value >= 0 ? value : borrowed(least, bin)));
  const bands: number[] = [];
  for (let band = 0; band < bins / rowsInBand; band++) {
    const [one = 0, two = 0] = filled.slice(band * rowsInBand);
    // Both values are below 2^28 + borrowed distance; folded to 24 bits each, with the band's own number on top.
    bands.push((band * 2 ** 24 + (one & 0xffffff)) * 2 ** 24 + (two & 0xffffff));
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
