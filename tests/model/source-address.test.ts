import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sourceAddress } from '../../src/model/source-address.ts';

describe('one address is written', () => {
  const same: [string, string][] = [
    ['https://post.example/a', 'http://www.post.example:80/a/'],
    ['https://post.example', 'https://POST.example/#top'],
    ['https://post.example/a?b=1&c=2', 'https://post.example/a/?utm_medium=x&c=2&fbclid=y&b=1'],
    ['https://post.example/~ann', 'https://post.example/%7Eann'],
    ['https://post.example/caf%C3%A9', 'https://post.example/café'],
  ];
  for (const [one, other] of same) {
    test(`${one} or ${other}`, () => expect(sourceAddress(other)).toBe(sourceAddress(one)));
  }
});

describe('two articles have', () => {
  const different: [string, string][] = [
    ['https://post.example/a', 'https://post.example/A'],
    ['https://post.example/a?id=1', 'https://post.example/a?id=2'],
    ['https://post.example/a?ref=1', 'https://post.example/a'],
    ['https://post.example/a', 'https://post.example:8080/a'],
    ['https://www.example', 'https://example'],
  ];
  for (const [one, other] of different) {
    test(`${one} and ${other}`, () => expect(sourceAddress(other)).not.toBe(sourceAddress(one)));
  }
});

test('what is not an http or https address has none', () => {
  for (const text of ['', 'post.example/a', 'ftp://post.example/a', 'mailto:ann@post.example', 'http://']) {
    expect(sourceAddress(text)).toBeUndefined();
  }
});

test('an address in its compared form is compared like itself', () => {
  fc.assert(
    fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (url) => {
      const address = sourceAddress(url);
      expect(address).toBeDefined();
      expect(sourceAddress(`https://${address}`)).toBe(address);
    }),
  );
});
