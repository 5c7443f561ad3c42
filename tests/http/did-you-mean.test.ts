import { expect, test } from 'vitest';
import { nearest } from '../../src/http/request/did-you-mean.ts';

const parameters = ['q', 'tag', 'person', 'topic', 'language', 'date', 'from', 'to', 'limit', 'include'];

test.each([
  ['tga', 'tag'],
  ['persn', 'person'],
  ['Topic', 'topic'],
  ['limt', 'limit'],
  ['lang', 'language'],
  ['dat', 'date'],
])('%s is probably meant as %s', (given, meant) => {
  expect(nearest(given, parameters)).toBe(meant);
});

test.each(['xyzzy', 'offset', ''.padEnd(200, 'tag')])('nothing is near %s', (given) => {
  expect(nearest(given, parameters)).toBeUndefined();
});
