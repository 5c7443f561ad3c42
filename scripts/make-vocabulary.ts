/**
 * `npm run vocabulary`: writes seeds/vocabulary/ anew. Countries come from the packages countries-list (MIT) and
 * country-coder (ISC), Media Topics from ../shared/standards/mediatopics (CC BY 4.0, IPTC), when it is there.
 */
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { mediaTopicRows } from './media-topic-rows.ts';
import { placeRows } from './place-rows.ts';

const lines = (rows: object[]): string => `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`;

await writeFile('seeds/vocabulary/places.jsonl', lines(placeRows()));
const mediaTopics = '../shared/standards/mediatopics/mediatopics.jsonl';
if (existsSync(mediaTopics)) {
  await writeFile('seeds/vocabulary/mediatopics.jsonl', lines(await mediaTopicRows(mediaTopics)));
} else {
  process.stderr.write(`${mediaTopics} is absent; seeds/vocabulary/mediatopics.jsonl stays as it is.\n`);
}
