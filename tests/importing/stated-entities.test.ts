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
  organisations: [{ name: 'Harbour Board', uri: 'https://a.example/organisations/harbour-board' }],
  places: [{ name: 'Oxbridge', geoJSON: { type: 'Point', coordinates: [-1.25, 51.75] } }],
  firstCreated: '2024-11-03T10:00:00Z',
};

async function importItem(archive: Parameters<typeof importDocuments>[0], changes: object = {}) {
  async function* files() {
    yield found('a.json', JSON.stringify({ ...item, ...changes }));
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
  const board = await archive.reads.tag('organization', 'harbour-board');
  expect(board.kind === 'found' && JSON.parse(board.value)).toMatchObject({
    sourceIds: [{ source: null, scheme: 'https://a.example/organisations/', value: 'harbour-board' }],
  });
  const place = await archive.reads.tag('place', 'oxbridge');
  expect(place.kind === 'found' && JSON.parse(place.value)).toMatchObject({
    geo: { latitude: 51.75, longitude: -1.25 },
  });
  const { revision } = await archive.state();
  await importItem(archive);
  expect(await reextract(archive, { threads: 0, batchSize: 10 })).toMatchObject({ changed: 0, same: 1 });
  expect((await archive.state()).revision).toBe(revision);
});

test('another spelling of a stated name is the same tag, and extracting again keeps its mentions', async () => {
  const { archive, remove } = await createArchive();
  onTestFinished(remove);
  await importItem(archive);
  await importItem(archive, {
    uri: 'urn:b',
    bodies: [{ value: 'Dr Janet Whitcombe met the Port Board.', contentType: 'text/plain' }],
    people: [{ name: 'Janet Whitcombe', uri: 'http://www.wikidata.org/entity/Q7' }],
    organisations: [{ name: 'Port Board', uri: 'https://a.example/organisations/harbour-board' }],
  });
  const read = async () => {
    const { items } = await archive.reads.articles({
      filter: { tags: { kind: 'tag', tag: { type: 'person', slug: 'jane-whitcombe' } } },
      ...{ sort: 'updated', form: 'full', limit: 10, count: 'none' },
    });
    return items.map((text) => JSON.parse(text));
  };
  const [newest, ...others] = await read();
  expect(others).toHaveLength(1);
  expect(newest.mentions.map(({ tag, exact }: { tag: string; exact: string }) => [tag, exact])).toEqual([
    ['person/jane-whitcombe', 'Janet Whitcombe'],
    ['organization/harbour-board', 'Port Board'],
  ]);
  expect(await reextract(archive, { threads: 0, batchSize: 10 })).toMatchObject({ changed: 0, same: 2 });
});
