import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import { exportLines } from '../../src/exporting/export-lines.ts';
import { importDocuments } from '../../src/importing/import-documents.ts';
import { createArchive } from '../archive/engines.ts';
import { sampleArticle } from '../archive/sample-articles.ts';
import { found } from '../importing/found.ts';

const word = fc.constantFrom('Open Data', 'open-data', 'Grants', 'Grant', 'Städte', 'C++', '開放');
const author = fc.record({
  name: fc.constantFrom('Ann Lee', 'ANN LEE', 'Ursula von der Leyen', 'Yonhap', 'melody'),
  kind: fc.constantFrom('person' as const, 'agency' as const),
});
const articles = fc.array(
  fc.record({
    keywords: fc.uniqueArray(word, { maxLength: 3 }),
    sections: fc.uniqueArray(word, { maxLength: 2 }),
    authors: fc.uniqueArray(author, { maxLength: 2, selector: ({ name }) => name }),
  }),
  { minLength: 1, maxLength: 5 },
);

/** Returns all keywords, sections and authors of an archive, with their counts, names and kinds. */
async function newsroomTags(archive: Archive): Promise<unknown[]> {
  const list = { sort: 'name', limit: 100, count: 'none' } as const;
  const pages = ['keyword', 'section', 'author'] as const;
  const found = await Promise.all(pages.map((type) => archive.reads.tags({ ...list, type })));
  return found.flatMap(({ items }) => items.map((item) => JSON.parse(item)));
}

test('an export keeps keywords, sections and authors with their kinds', async () => {
  await fc.assert(
    fc.asyncProperty(articles, async (given) => {
      const [first, second] = [await createArchive(), await createArchive()];
      await first.archive.writes.writeArticles(
        given.map(({ authors, ...words }, index) => ({
          ...sampleArticle({ headline: `Pier ${index}`, ...words }),
          authors: authors.map((each) => ({ ...each, role: null, email: null })),
        })),
      );
      let text = '';
      const request = { filter: {}, metadata: true, history: true, throttled: false };
      for await (const part of exportLines(first.archive, request)) text += part;
      async function* files() {
        yield found('export.ndjson', text);
      }
      const settings = { source: null, timeZone: null, language: null, map: {} };
      await importDocuments(second.archive, files(), { settings, threads: 0, batchSize: 100 });
      expect(await newsroomTags(second.archive)).toEqual(await newsroomTags(first.archive));
      await first.remove();
      await second.remove();
    }),
    { numRuns: 15 },
  );
}, 120_000);
