import fc from 'fast-check';
import { expect, it } from 'vitest';
import { detectLanguage } from '../../../src/reading/fields/detect-language.ts';
import { wordCount } from '../../../src/reading/fields/word-count.ts';

it.each([
  ['', 0],
  ["The EU's 3.5 million", 4],
  ['Kim Yong-hyun -- the minister', 4],
  ['서울에서 열린 회담', 3],
])('counts the words of "%s"', (text, count) => {
  expect(wordCount(text)).toBe(count);
});

it('counts words where none are parted by spaces', () => {
  expect(wordCount('欧盟外交政策负责人周日表示')).toBeGreaterThan(3);
});

it('counts as many words in two texts as in both together', () => {
  const texts = fc.string({ unit: fc.constantFrom('a', 'é', '3', ' ', '.', '-', '’') });
  fc.assert(
    fc.property(texts, texts, (one, other) => {
      expect(wordCount(`${one}\n${other}`)).toBe(wordCount(one) + wordCount(other));
    }),
  );
});

it.each([
  ['en', 'The minister said on Sunday that she would discuss ways to advance the cooperation.'],
  ['de', 'Die Ministerin sagte am Sonntag, sie werde über Wege sprechen, die Zusammenarbeit auszubauen.'],
  ['fr', 'La ministre a déclaré dimanche qu’elle discuterait des moyens de faire progresser la coopération.'],
  ['es', 'La ministra dijo el domingo que discutirá formas de avanzar en la cooperación.'],
  ['ko', '장관은 일요일 안보 협력을 논의할 것이라고 밝혔다.'],
  ['und', '12 345 67'],
])('tells the language: %s', (language, text) => {
  expect(detectLanguage(text)).toBe(language);
});
