import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hmacSha256 } from '../../src/model/hmac.ts';

test('the HMAC is that of Node.js, for keys shorter and longer than a block', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.string({ unit: 'grapheme' }),
      (key, message) => {
        expect(hmacSha256(key, message)).toBe(createHmac('sha256', key).update(message).digest('base64url'));
      },
    ),
  );
});
