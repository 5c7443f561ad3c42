import { expect, test } from 'vitest';
import { addressOfSourceId, parseSourceId } from '../../src/model/source-id.ts';

test.each([
  ['https://www.gov.uk/people/theresa-may', null, 'https://www.gov.uk/people/', 'theresa-may'],
  ['https://www.gov.uk/people/theresa-may/', null, 'https://www.gov.uk/people/', 'theresa-may'],
  ['http://a.example/#ann', null, 'http://a.example/#', 'ann'],
  ['https://a.example/person?id=7', null, 'https://a.example/person?id=', '7'],
  ['urn:newsml:a.example:pers:7', null, 'urn:newsml:a.example:pers:', '7'],
  ['pers:7', 'the-post', 'pers', '7'],
  ['7', 'the-post', null, '7'],
])('%s is an identifier', (id, source, scheme, value) => {
  expect(parseSourceId(id, 'the-post')).toEqual({ source, scheme, value });
});

test.each([
  '#p',
  '_:b0',
  'https://a.example/',
  'https://a.example',
  '/people/7',
  'Ann Lee',
  'person/ann-lee',
  '',
])('%j identifies nothing outside its document', (id) =>
  expect(parseSourceId(id, 'the-post')).toBeUndefined(),
);

test('codes and plain ids of a document without a source identify nothing', () => {
  expect(['pers:7', '7'].map((id) => parseSourceId(id, null))).toEqual([undefined, undefined]);
});

test('an identifier whose scheme is an address has an address', () => {
  const address = (id: string) =>
    addressOfSourceId(parseSourceId(id, 'a') ?? { source: null, scheme: null, value: '' });
  expect(address('https://a.example/people/7')).toBe('https://a.example/people/7');
  expect(address('pers:7')).toBeUndefined();
});
