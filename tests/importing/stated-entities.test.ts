import { expect, onTestFinished, test } from 'vitest';
import { importDocuments } from '../../src/importing/import-documents.ts';
import { reextract } from '../../src/importing/reextract.ts';
import { createArchive } from '../archive/engines.ts';
import { found } from './found.ts';

const item = {
  uri: 'urn:a',
  standard: { name: 'ninjs', version: '3.1' },
  headlines: [{ value: 'Harbour opens' }],
  bodies: [{ value: 'The Harbour Board met on Monday.', contentType: 'text/plain' }],
  people: [{ name: 'Jane Whitcombe', uri: 'http://www.wikidata.org/entity/Q7' }],
  organisations: [{ name: 'Harbour Board' }],
  firstCreated: '2024-11-03T10:00:00Z',
};

const ninjs = JSON.stringify(item);

async function importItem(archive: Parameters<typeof importDocuments>[0]) {
  async function* files() {
    yield found('a.json', ninjs);
  }
  const settings = { source: null, timeZone: null, language: 'en', map: {} };
  await importDocuments(archive, files(), { settings, threads: 0, batchSize: 10 });
}

test('stated entities are tags with their ids, which importing and extracting again do not change', async () => {
  const { archive, remove } = await createArchive();
  onTestFinished(remove);
  await importItem(archive);
  const person = await archive.reads.tag('person', 'jane-whitcombe');
  expect(person.kind === 'found' && JSON.parse(person.value)).toMatchObject({
    name: 'Jane Whitcombe',
    externalIds: { wikidata: 'Q7' },
  });
  expect((await archive.reads.tag('organization', 'harbour-board')).kind).toBe('found');
  const { revision } = await archive.state();
  await importItem(archive);
  expect(await reextract(archive, { threads: 0, batchSize: 10 })).toMatchObject({ changed: 0, same: 1 });
  expect((await archive.state()).revision).toBe(revision);
});
