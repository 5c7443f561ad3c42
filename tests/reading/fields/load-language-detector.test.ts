import { eld } from 'eld/small';
import { expect, test } from 'vitest';
import { loadLanguageDetector } from '../../../src/reading/fields/load-language-detector.ts';

const texts = [
  'The council of Harwick voted on Tuesday to reopen the old harbor bridge.',
  'El jefe de la diplomacia europea dijo el domingo que la seguridad es común.',
  "Le conseil municipal a voté mardi la réouverture de l'ancien pont du port.",
  'Der Rat der Stadt hat am Dienstag beschlossen, die alte Brücke zu öffnen.',
  'Совет проголосовал во вторник за открытие старого моста.',
  '한국과 유럽연합은 안보 협력을 강화하기로 했다.',
  'القاهرة تستضيف قمة المناخ في نوفمبر المقبل',
  '東京で地震、けが人なし',
  '议会周二投票决定重新开放旧港口大桥',
  "l'été — ça \\ 'va'",
  '',
  '12345',
];

test.each(texts)('the detector has the scores of the whole tables: %s', (text) => {
  const ours = loadLanguageDetector().detect(text);
  const whole = eld.detect(text);
  expect([ours.language, ours.isReliable(), ours.getScores()]).toEqual([
    whole.language,
    whole.isReliable(),
    whole.getScores(),
  ]);
});
