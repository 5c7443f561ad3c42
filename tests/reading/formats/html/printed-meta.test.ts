import { describe, expect, test } from 'vitest';
import { readPrintedMeta } from '../../../../src/reading/formats/html/printed-meta.ts';

describe('a line of bylines and dates', () => {
  test.each([
    [
      'By Jane Okafor and Tom Reilly | Published 12 May 2023, 14:05 BST | Updated 13 May 2023',
      {
        bylines: ['By Jane Okafor and Tom Reilly'],
        published: ['12 May 2023, 14:05 BST'],
        updated: ['13 May 2023'],
      },
    ],
    [
      'By Ann Lee, Published 12 May 2023',
      { bylines: ['By Ann Lee'], published: ['12 May 2023'], updated: [] },
    ],
    [
      'Von Eva Groß · Aktualisiert am 3. Mai 2024',
      { bylines: ['Von Eva Groß'], published: [], updated: ['3. Mai 2024'] },
    ],
    [
      '27/03/2019 01:57 | Actualizado a 27/03/2019 19:20',
      { bylines: [], published: ['27/03/2019 01:57'], updated: ['27/03/2019 19:20'] },
    ],
    [
      'Publié le 3 mars 2024 à 10:15 - Mis à jour le 4 mars 2024',
      { bylines: [], published: ['3 mars 2024 à 10:15'], updated: ['4 mars 2024'] },
    ],
    [
      'Опубликовано 3 марта 2024 · Обновлено 4 марта 2024',
      { bylines: [], published: ['3 марта 2024'], updated: ['4 марта 2024'] },
    ],
    ['14 de marzo de 2024', { bylines: [], published: ['14 de marzo de 2024'], updated: [] }],
    ['By Ann Lee | 5 min read', { bylines: ['By Ann Lee'], published: [], updated: [] }],
  ])('%s', (line, found) => {
    expect(readPrintedMeta(line)).toEqual(found);
  });

  test.each([
    'On 28 August 2013, the old bridge fell.',
    'By the river stands a mill that nobody has used since 3 May 1924, they say.',
    'The bridge was closed to cars and bicycles on 3 May 2024 | and nobody knew',
    'By 2019 it was gone.',
    'Read more | Share',
  ])('is not %s', (line) => {
    expect(readPrintedMeta(line)).toBeUndefined();
  });
});
