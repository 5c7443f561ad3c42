/**
 * `npm run bench:extraction [-- --corpus DIR] [--only KIND]`: scores the readers on gold data and prints a table.
 * With `--corpus` it also writes bench/results/extraction.json; figures of the sample are too small to keep.
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { chooseCorpus } from '../corpus/choose-corpus.ts';
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
  options: { corpus: { type: 'string' }, only: { type: 'string' } },
});
const kinds = Object.keys(measures);
if (values.only !== undefined && !kinds.includes(values.only)) {
  throw new Error(`--only ${values.only}: expected one of ${kinds.join(', ')}`);
}
const corpus = chooseCorpus(values.corpus);

const rows: Row[] = [];
for (const [name, measure] of Object.entries(measures)) {
  if (values.only && values.only !== name) continue;
  rows.push(...(await measure(corpus.folder)));
}
console.table(
  rows.map(({ peer, ...row }) => ({
    ...row,
    value: row.value.toFixed(3),
    peer: peer ? `${peer.name} ${peer.value.toFixed(3)}` : '',
  })),
);
if (!corpus.isSample && values.only === undefined) {
  await writeFile('bench/results/extraction.json', `${JSON.stringify(rows, null, 2)}\n`);
}
