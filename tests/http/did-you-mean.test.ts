import { expect, test } from 'vitest';
import { nearestParameter } from '../../src/http/request/did-you-mean.ts';
import { nearest } from '../../src/model/nearest.ts';

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

test.each(['_', 'x', 'ab', '__', 'page'])('no short word is near %s', (given) => {
  expect(nearest(given, parameters)).toBeUndefined();
});

test.each([
  ['page', 'cursor'],
  ['Page', 'cursor'],
  ['offset', 'cursor'],
  ['per_page', 'limit'],
  ['pageSize', 'limit'],
  ['query', 'q'],
  ['since', 'from'],
  ['order-by', 'sort'],
  ['fields[]', 'fields'],
  ['persn', 'person'],
  ['toString', undefined],
  ['constructor', undefined],
])('the parameter %s is probably meant as %s', (given, meant) => {
  expect(nearestParameter(given, [...parameters, 'cursor', 'sort', 'fields'])).toBe(meant);
});
