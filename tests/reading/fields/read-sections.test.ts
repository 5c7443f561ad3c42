import { expect, test } from 'vitest';
import { readSections } from '../../../src/reading/fields/read-sections.ts';

test('a section is named once, as first printed', () => {
  expect(readSections([' World ', 'world', 'Arts &  Books', 'WORLD'])).toEqual(['World', 'Arts & Books']);
});

test('placeholders of publishing systems are no sections', () => {
  expect(readSections(['Uncategorized', 'Sin categoría', '未分类', 'null', ''])).toEqual([]);
});

test('addresses and identifiers do not name a section', () => {
  const stated = ['https://a.example/world', '28', '9A43D8FC-F4CF-44D9-9B34-138D30468F8F', 'svc:123'];
  expect(readSections(stated)).toEqual([]);
});
