import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { englishStem } from '../../../../../src/archive/core/words/stems/english.ts';

const stemsOf = (words: string): Set<string> => new Set(words.split(' ').map(englishStem));

describe('English stems', () => {
  it.each([
    'policy policies',
    'plan plans planned planning',
    'visit visits visited visiting',
    'make makes making made',
    'close closes closed closing',
    'change changes changed changing',
    'create creates created creating',
    'use uses used using',
    'control controls controlled controlling',
    'install installs installed installing',
    'agree agrees agreed agreeing',
    'study studies studied studying',
    'die dies died dying',
    'serve serves served serving',
    'increase increases increased increasing',
    'refer refers referred referring',
    'church churches',
    'box boxes',
    'hero heroes',
    'shoe shoes',
    'house houses housed housing',
    'virus viruses',
    'crisis crises',
    'woman women',
    'movie movies',
    'process processes processed processing',
    'write writes writing wrote written',
    'organize organizes organized organizing',
    'open opens opened opening',
    'raise raises raised raising',
    'dance dances danced dancing',
    'call calls called calling',
    'add adds added adding',
    'issue issues issued issuing',
    'tax taxes taxed taxing',
    'apply applies applied applying',
    'car cars',
  ])('joins %s', (words) => {
    expect(stemsOf(words).size, [...stemsOf(words)].join(' ')).toBe(1);
  });

  it.each([
    'news new',
    'university universe universal',
    'organization organic organize organ',
    'general generation generate',
    'accessibility access accessible',
    'policy police',
    'market marketer',
    'community communist communication',
    'past paste',
    'hop hope',
    'car care',
    'plan plane',
    'star stare',
    'bus but',
    'string strange',
    'united units',
    'bring bride',
    'during dure',
    'proceed procee',
    'hundred hundr',
    'king kin',
    'gas ga',
    'this thi',
    'business busy',
  ])('keeps %s apart', (words) => {
    expect(stemsOf(words).size, [...stemsOf(words)].join(' ')).toBe(words.split(' ').length);
  });

  it('is the word itself when the word has other letters, or is short', () => {
    for (const word of ['naïves', 'москвы', 'is', 'a', 'b2bs', '']) expect(englishStem(word)).toBe(word);
  });

  it('begins as the word does, and is never empty', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{3,14}$/), (word) => {
        const stem = englishStem(word);
        expect(stem.length).toBeGreaterThanOrEqual(2);
        expect(stem[0]).toBe(word[0]);
      }),
      { numRuns: 2_000 },
    );
  });
});
