/** `npm run bench:extraction -- --corpus DIR`: how well the readers read, on gold data that others made. */
import { mkdir, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { measureFeeds } from './feeds.ts';
import { measurePages } from './html.ts';
import { measurePeople } from './people.ts';
import { measureQuotes } from './quotes.ts';
import type { Measure, Row } from './row.ts';
import { measureText } from './text.ts';

const measures: Record<string, Measure> = {
  people: measurePeople,
  quotes: measureQuotes,
  html: measurePages,
  feeds: measureFeeds,
  text: measureText,
};

const { values } = parseArgs({
  options: { corpus: { type: 'string', default: '../shared/corpus' }, only: { type: 'string' } },
});

const rows: Row[] = [];
for (const [name, measure] of Object.entries(measures)) {
  if (values.only && values.only !== name) continue;
  rows.push(...(await measure(values.corpus)));
}
console.table(
  rows.map(({ peer, ...row }) => ({
    ...row,
    value: row.value.toFixed(3),
    peer: peer ? `${peer.name} ${peer.value.toFixed(3)}` : '',
  })),
);
await mkdir('bench/results', { recursive: true });
await writeFile('bench/results/extraction.json', `${JSON.stringify(rows, null, 2)}\n`);
