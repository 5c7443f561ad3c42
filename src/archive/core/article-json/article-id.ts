import { hash } from 'node:crypto';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * Returns the id of the article that a source calls `sourceKey`: 80 bits of a SHA-256 in Crockford's base 32, 16
 * characters. The same key of another source has another id.
 */
export function articleIdOf(sourceKey: string, source: string | null): string {
  const digest = hash('sha256', JSON.stringify([source, sourceKey]), 'buffer');
  let id = '';
  let bits = 0;
  let held = 0;
  for (const byte of digest.subarray(0, 10)) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      id += ALPHABET.charAt((held >> bits) & 31);
    }
    held &= (1 << bits) - 1;
  }
  return id;
}
