import { expect, test } from 'vitest';
import { missingAddressWarning } from '../../src/server/listen.ts';

test.each(['0.0.0.0', '::', '192.168.1.5', 'news.example.org', '127.evil.example'])(
  'a server on %s without a public address warns',
  (HOST) => {
    expect(missingAddressWarning({ HOST, PUBLIC_URL: null })).toContain('PUBLIC_URL is not set');
    expect(missingAddressWarning({ HOST, PUBLIC_URL: 'https://news.example.org' })).toBeUndefined();
  },
);

test.each(['localhost', '127.0.0.1', '127.0.1.1', '::1'])('a server on %s does not', (HOST) => {
  expect(missingAddressWarning({ HOST, PUBLIC_URL: null })).toBeUndefined();
});
