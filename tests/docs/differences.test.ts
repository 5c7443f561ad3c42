import { describe, expect, test } from 'vitest';
import { differences, missingLines } from './differences.ts';

describe('a JSON answer on a page', () => {
  test('may leave members out', () => {
    expect(differences({ a: 1 }, { a: 1, b: 2 })).toEqual([]);
  });

  test('must have the values that it shows', () => {
    expect(differences({ a: { b: 1 } }, { a: { b: 2 } })).toEqual(['$.a.b is 2, but the page shows 1']);
  });

  test('may show … for a value, but the value must be there', () => {
    expect(differences({ a: '…' }, { a: 'any' })).toEqual([]);
    expect(differences({ a: '…' }, {})).toEqual(['$.a is missing']);
  });

  test('may show the beginning of a text', () => {
    expect(differences('My visit…', 'My visit today')).toEqual([]);
    expect(differences('My visit…', 'Her visit today')).toHaveLength(1);
  });

  test('shows a list whole unless it ends in …', () => {
    expect(differences([1], [1, 2])).toEqual(['$ has 2 items, not 1']);
    expect(differences([1, '…'], [1, 2])).toEqual([]);
    expect(differences([2, '…'], [1, 2])).toHaveLength(1);
  });
});

describe('a text answer on a page', () => {
  test('has the shown lines in their order', () => {
    expect(missingLines('id: 1\nevent: new', 'retry: 2\nid: 1\n: x\nevent: new\n')).toEqual([]);
    expect(missingLines('event: new\nid: 1', 'id: 1\nevent: new')).toEqual(['id: 1']);
  });

  test('may show … within a line', () => {
    expect(missingLines('data: {"id":"…","a":1…', 'data: {"id":"x","a":1,"b":2}')).toEqual([]);
    expect(missingLines('data: {"id":"…","a":2…', 'data: {"id":"x","a":1}')).toHaveLength(1);
  });
});
