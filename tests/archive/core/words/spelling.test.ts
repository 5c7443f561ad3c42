import { describe, expect, it } from 'vitest';
import { spellings } from '../../../../src/archive/core/words/spelling.ts';

const pairs = [
  ['demilitarised', 'demilitarized'],
  ['organisations', 'organizations'],
  ['analyse', 'analyze'],
  ['paralysed', 'paralyzed'],
  ['colourful', 'colorful'],
  ['dishonourable', 'dishonorable'],
  ['neighbours', 'neighbors'],
  ['centre', 'center'],
  ['centred', 'centered'],
  ['kilometres', 'kilometers'],
  ['defence', 'defense'],
  ['licences', 'licenses'],
  ['practice', 'practise'],
  ['catalogue', 'catalog'],
  ['dialogues', 'dialogs'],
  ['travelled', 'traveled'],
  ['counsellors', 'counselors'],
  ['haemorrhage', 'hemorrhage'],
  ['grey', 'gray'],
  ['programme', 'program'],
];

describe('spellings', () => {
  it.each(pairs)('of %s include %s, and the other way round', (british, american) => {
    expect(spellings([british])[0]).toEqual([british]);
    expect(spellings([british])).toContainEqual([american]);
    expect(spellings([american])).toContainEqual([british]);
  });

  it('leave other words alone', () => {
    for (const word of [
      'prize',
      'size',
      'later',
      'rise',
      'four',
      'doctor',
      'water',
      'Seoul',
      '2024',
      'Borrell',
    ]) {
      expect(spellings([word])).toEqual([[word]]);
    }
  });

  it('combine in a phrase, to 16 at most', () => {
    expect(spellings(['defence', 'organisation'])).toHaveLength(4);
    expect(spellings(Array.from({ length: 12 }, () => 'colour'))).toHaveLength(16);
  });
});
