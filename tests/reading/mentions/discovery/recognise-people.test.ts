import { describe, expect, test } from 'vitest';
import { readsAsEnglish } from '../../../../src/reading/mentions/discovery/reads-as-english.ts';
import { recognisePeople } from '../../../../src/reading/mentions/discovery/recognise-people.ts';

const namesIn = (text: string, language: string) => recognisePeople(text, language).map(({ exact }) => exact);

const german =
  `Der Deutsche Bundestag hat am Freitag ein Gesetz zum Schutz des Klimas beschlossen. Bundeskanzler Olaf
Scholz sprach von einem wichtigen Schritt. Der Vorsitzende der Opposition, Friedrich Merz, kritisierte das Vorhaben
scharf. Die Europäische Kommission unter Ursula von der Leyen begrüßte den Beschluss. Das Robert Koch-Institut legte
Zahlen vor, und Bayerische Motoren Werke wollte sich am Mittwoch nicht äußern.`.replaceAll('\n', ' ');

describe('people in languages that the model has not learned', () => {
  test('finds names that begin with a given name, but not German nouns', () => {
    expect(namesIn(german, 'de')).toEqual(['Olaf Scholz', 'Friedrich Merz', 'Ursula von der Leyen']);
  });

  test('a German page that declares English is read as German', () => {
    expect(namesIn(german, 'en-US')).toEqual(namesIn(german, 'de'));
  });

  test.each([
    ['es', 'El Congreso oyó a Pedro Sánchez y al Banco de España.', ['Pedro Sánchez']],
    ['es', 'Según Juan Carlos Rodríguez, la norma llega tarde.', ['Juan Carlos Rodríguez']],
    ['fr', 'Le Premier ministre Michel Barnier a vu la Banque de France.', ['Michel Barnier']],
    [
      'it',
      'Sergio Mattarella al Quirinale, la Banca d’Italia a San Giovanni Rotondo.',
      ['Sergio Mattarella'],
    ],
    ['vi', 'Thủ tướng Phạm Minh Chính thăm Bộ Ngoại giao tại Hà Nội.', ['Phạm Minh Chính']],
    ['ru', 'Красная Площадь закрыта.', []],
    ['ja', '首相は日曜日に述べた。', []],
  ])('%s: %s', (language, text, names) => {
    expect(namesIn(text, language)).toEqual(names);
  });

  test('spans match the names', () => {
    for (const { start, end, exact } of recognisePeople(german, 'de'))
      expect(german.slice(start, end)).toBe(exact);
  });
});

describe('readsAsEnglish', () => {
  const english =
    'The council of the town met on Sunday and decided to mend the old bridge over the river, which had been closed since the flood of 2019. It was said that the work will take a year and cost more than planned, for the stone has to come from the north.';

  test('judges by the words, not by the declared language', () => {
    expect(readsAsEnglish(english, 'de')).toBe(true);
    expect(readsAsEnglish(german, 'en')).toBe(false);
  });

  test('trusts the declared language of a short text', () => {
    expect(readsAsEnglish('Bridge mended', 'en-GB')).toBe(true);
    expect(readsAsEnglish('Bridge mended', null)).toBe(true);
    expect(readsAsEnglish('Brücke geflickt', 'de')).toBe(false);
  });
});
