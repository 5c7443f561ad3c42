import { expect, test } from 'vitest';
import { stem } from '../../../src/reading/topics/stem.ts';

const same = [
  ['defence', 'defense'],
  ['defences', 'defense'],
  ['demilitarised', 'demilitarized'],
  ['organisations', 'organization'],
  ['labour', 'labor'],
  ['programmes', 'program'],
  ['theatre', 'theater'],
  ['centres', 'center'],
  ['troops', 'troop'],
  ['policies', 'policy'],
  ['ties', 'tie'],
  ['taxes', 'tax'],
  ['crashes', 'crash'],
  ['servicemen', 'serviceman'],
  ['modelling', 'modeling'],
];
const different = [
  ['new', 'news'],
  ['politic', 'politics'],
  ['tour', 'tor'],
  ['analysis', 'analysi'],
  ['congress', 'congres'],
  ['virus', 'viru'],
];

test.each(same)('%s and %s meet', (one, other) => {
  expect(stem(one)).toBe(stem(other));
});

test.each(different)('%s and %s stay apart', (one, other) => {
  expect(stem(one)).not.toBe(stem(other));
});

test('words of other scripts and short words stay as they are', () => {
  expect(['us', 'gas', '외교부', 'сша'].map(stem)).toEqual(['us', 'gas', '외교부', 'сша']);
});
