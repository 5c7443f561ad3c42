import { expect, test } from 'vitest';
import { fullPageBytes } from '../../src/archive/queries.ts';
import { exportCsv } from '../../src/exporting/export-csv.ts';
import { exportLines } from '../../src/exporting/export-lines.ts';
import { createArchive } from '../archive/engines.ts';
import { sampleArticle } from '../archive/sample-articles.ts';

const headlines = ['Ash', 'Birch', 'Cedar', 'Elm', 'Fir', 'Gorse', 'Hazel'];

test('an export never holds more than one page of large articles', async () => {
  const { archive, remove } = await createArchive();
  await archive.writes.writeArticles(
    headlines.map((headline) => sampleArticle({ headline, body: 'The river is high. '.repeat(37_000) })),
  );
  const settings = { filter: {}, metadata: false, history: false, throttled: true };
  const parts = await Array.fromAsync(exportLines(archive, settings));
  for (const part of parts) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(fullPageBytes + 10);
  const lines = parts.join('').trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line).headline).toSorted()).toEqual(headlines);

  const table = await Array.fromAsync(
    exportCsv(archive.reads, {}, { name: 'D', origin: 'http://d.example' }),
  );
  for (const part of table) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(fullPageBytes);
  for (const headline of headlines) expect(table.filter((part) => part.includes(headline))).toHaveLength(1);
  await remove();
});
