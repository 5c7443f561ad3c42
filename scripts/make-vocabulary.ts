/**
 * `npm run vocabulary [-- --media-topics FILE]`: writes seeds/vocabulary/ again. Countries come from the packages
 * countries-list (MIT) and country-coder (ISC). Media Topics (CC BY 4.0, IPTC) come from a file of concepts, one JSON
 * object a line; without it, mediatopics.jsonl stays as it is.
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { mediaTopicRows } from './media-topic-rows.ts';
import { placeRows } from './place-rows.ts';

const { values } = parseArgs({ options: { 'media-topics': { type: 'string' } } });

const lines = (rows: object[]): string => `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`;

await writeFile('seeds/vocabulary/places.jsonl', lines(placeRows()));
const file = values['media-topics'];
if (file === undefined) {
  process.stderr.write('seeds/vocabulary/mediatopics.jsonl stays as it is: no --media-topics FILE\n');
} else {
  await writeFile('seeds/vocabulary/mediatopics.jsonl', lines(await mediaTopicRows(file)));
}
