import { expect, test } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import { exportLines } from '../../src/exporting/export-lines.ts';
import { importDocuments } from '../../src/importing/import-documents.ts';
import type { TagId } from '../../src/model/tag.ts';
import type { TagIdentity } from '../../src/model/tag-identity.ts';
import { arriving, killing } from '../archive/arriving.ts';
import { createArchive } from '../archive/engines.ts';
import { sampleArticle, sampleEntry } from '../archive/sample-articles.ts';
import { found } from '../importing/found.ts';

const everything = { filter: {}, metadata: true, history: true, throttled: false };

async function exported(archive: Archive, request = everything): Promise<string[]> {
  let text = '';
  for await (const part of exportLines(archive, request)) text += part;
  return text.split('\n').slice(0, -1);
}

/** Imports lines as `dateline import` does, on no threads. */
async function imported(archive: Archive, lines: string[]) {
  const file = found('export.ndjson', `${lines.join('\n')}\n`);
  const files = (async function* () {
    yield file;
  })();
  const settings = { source: null, timeZone: null, language: null, map: {} };
  return importDocuments(archive, files, { settings, threads: 0, batchSize: 100 });
}

/** An export without what only this archive is: its name and when it was asked, and the numbers of corrections. */
function comparable([, ...lines]: string[]): unknown[] {
  return lines.map((line) => JSON.parse(line.replaceAll(/"number":\d+/g, '"number":0')));
}

/** What a source states about a tag. */
function stated(tag: TagId, name: string): TagIdentity {
  const sourceIds = [{ source: null, scheme: 'https://a.example/', value: name }];
  return { tag, name, wikidata: 'Q1', sourceIds, geo: { latitude: 1.5, longitude: -2.5 } };
}

/** An archive in which everything has happened that an export could lose. */
async function eventfulArchive() {
  const created = await createArchive();
  const { archive } = created;
  await archive.writes.writeTags([
    sampleEntry('person/ada-birch', { titles: ['Mayor of Seahaven'], pronoun: 'she', aliases: ['Birch'] }),
    sampleEntry('topic/harbours', {
      rules: [{ within: 'sentence', all: [['place/seahaven', '~pier']] }],
      keywords: ['ports'],
    }),
  ]);
  const birch = { tags: ['person/ada-birch' as const], inferred: ['topic/harbours' as const] };
  const quotes = [{ exact: 'We will build it', speaker: 'person/ada-birch' as const }];
  await archive.writes.writeArticles([
    sampleArticle({ ...birch, key: 'a', headline: 'Pier opens', quotes }),
    sampleArticle({ ...birch, key: 'b', headline: 'Pier opens', body: 'Another pier.', caption: 'A pier.' }),
    {
      ...sampleArticle({ key: 'c', headline: 'Ferry sinks', tags: ['person/ada-birsh', 'place/seahaven'] }),
      version: 4,
      identities: [stated('place/seahaven', 'Seahaven'), stated('person/ada-birch', 'Mayor Birch')],
    },
    sampleArticle({ key: 'd', headline: 'Taken out' }),
    sampleArticle({ key: 'e', headline: '항구', language: 'ko', source: null }),
  ]);
  // The source corrects an article, in its words and its date.
  await archive.writes.writeArticles([
    sampleArticle({
      ...birch,
      key: 'a',
      headline: 'New pier opens',
      quotes,
      publishedAt: '2024-05-07T00:00:00Z',
    }),
  ]);
  await archive.writes.correct('ferry-sinks', [], 'desk');
  const ferry = await archive.reads.article('ferry-sinks');
  if (ferry.kind !== 'found') throw new Error('it is there');
  await archive.writes.correct(
    JSON.parse(ferry.value).id,
    [
      { do: 'set', headline: 'Ferry runs aground', publishedAt: '2024-05-06T09:00:00Z' },
      { do: 'add-tag', tag: 'topic/harbours' },
    ],
    'desk',
  );
  await archive.writes.correctTags(
    [
      { do: 'merge-tags', tag: 'person/ada-birsh', into: 'person/ada-birch' },
      { do: 'rename-tag', tag: 'person/ada-birch', name: 'Ada Birch-Elm' },
    ],
    'desk',
  );
  const gone = await archive.reads.article('taken-out');
  if (gone.kind === 'found') await archive.writes.withdraw([JSON.parse(gone.value).id], { note: 'Legal' });
  await archive.writes.writeArticles([
    arriving({ key: 'f', headline: 'Embargoed', release: 'hold', dueAt: '2999-01-01T00:00:00Z' }),
    arriving({ key: 'g', headline: 'Killed', version: 1 }),
    killing({ key: 'g' }, { version: 2 }),
  ]);
  return created;
}

test('an archive that is exported and imported again exports the same', async () => {
  const { archive, remove } = await eventfulArchive();
  const copy = await createArchive();
  const lines = await exported(archive);
  expect(lines.join('\n')).toContain('"history"');
  expect(await imported(copy.archive, lines)).toMatchObject({ ending: 'complete', new: 4, skipped: 0 });
  expect(comparable(await exported(copy.archive))).toEqual(comparable(lines));
  await remove();
  await copy.remove();
});

test('versions, withdrawals and their notes hold in the copy, and held copy is not in it', async () => {
  const { archive, remove } = await eventfulArchive();
  const copy = await createArchive();
  const lines = await exported(archive);
  expect(lines.join('\n')).not.toContain('Embargoed');
  await imported(copy.archive, lines);
  expect(await copy.archive.reads.gone('taken-out')).toEqual(await archive.reads.gone('taken-out'));
  expect(await copy.archive.reads.gone('killed')).toEqual(await archive.reads.gone('killed'));
  const later = await copy.archive.writes.writeArticles([
    arriving({ key: 'c', headline: 'Ferry sinks, again', version: 3 }),
    arriving({ key: 'g', headline: 'Killed', version: 2, statesPublic: true }),
    arriving({ key: 'g', headline: 'Mended', version: 3, statesPublic: true }),
  ]);
  expect(later.map(({ outcome }) => outcome)).toEqual(['older', 'gone', 'new']);
  await remove();
  await copy.remove();
});

test('what led to an article, a person or an earlier revision leads there in the copy', async () => {
  const { archive, remove } = await eventfulArchive();
  const copy = await createArchive();
  await imported(copy.archive, await exported(archive));
  for (const reference of ['new-pier-opens', 'pier-opens', 'pier-opens-2', 'ferry-sinks']) {
    expect(await copy.archive.reads.article(reference)).toEqual(await archive.reads.article(reference));
  }
  for (const slug of ['ada-birch', 'ada-birsh', 'ada-birch-elm']) {
    expect(await copy.archive.reads.tag('person', slug)).toEqual(await archive.reads.tag('person', slug));
  }
  const pier = await archive.reads.article('new-pier-opens');
  const id = pier.kind === 'found' ? JSON.parse(pier.value).id : '';
  const parsed = (items: string[]) => items.map((item) => JSON.parse(item));
  expect(parsed(await copy.archive.reads.revisions(id))).toEqual(parsed(await archive.reads.revisions(id)));
  expect(await archive.reads.revisions(id)).toHaveLength(2);
  expect(await copy.archive.reads.summary()).toEqual(await archive.reads.summary());
  const about = { limit: 10, count: 'exact', sort: 'articles' } as const;
  expect(await copy.archive.reads.tags(about)).toEqual(await archive.reads.tags(about));
  expect(await copy.archive.reads.quotes({ limit: 9, count: 'none' })).toEqual(
    await archive.reads.quotes({ limit: 9, count: 'none' }),
  );
  await remove();
  await copy.remove();
});

test('corrections hold in the copy, and can be taken back there', async () => {
  const { archive, remove } = await eventfulArchive();
  const copy = await createArchive();
  await imported(copy.archive, await exported(archive));
  const found = await copy.archive.reads.corrected('ferry-runs-aground');
  if (found.kind !== 'found') throw new Error('it is there');
  expect(found.value.corrections.map(({ editor, correction }) => [editor, correction.do])).toEqual([
    ['desk', 'set'],
    ['desk', 'add-tag'],
  ]);
  const { id } = JSON.parse(found.value.article);
  await copy.archive.writes.withdrawCorrection(id, found.value.corrections[0]?.number ?? 0);
  expect(await copy.archive.reads.article(id)).toMatchObject({
    value: expect.stringContaining('"Ferry sinks"'),
  });
  // The documents of the source bring neither what was taken out nor what was corrected.
  const again = await copy.archive.writes.writeArticles([
    sampleArticle({ key: 'd', headline: 'Taken out' }),
    {
      ...sampleArticle({ key: 'c', headline: 'Ferry sinks', tags: ['person/ada-birsh', 'place/seahaven'] }),
      version: 4,
    },
  ]);
  expect(again.map(({ outcome }) => outcome)).toEqual(['gone', 'same']);
  await remove();
  await copy.remove();
});

test('importing an export again, or into the archive it comes from, changes nothing', async () => {
  const { archive, remove } = await eventfulArchive();
  const lines = await exported(archive);
  const revision = (await archive.state()).revision;
  expect(await imported(archive, lines)).toMatchObject({ new: 0, changed: 0, same: 4 });
  expect((await archive.state()).revision).toBe(revision);
  expect(comparable(await exported(archive))).toEqual(comparable(lines));
  await remove();
});

test('an older export does not undo what has changed since', async () => {
  const { archive, remove } = await eventfulArchive();
  const lines = await exported(archive);
  await archive.writes.writeArticles([
    sampleArticle({ key: 'b', headline: 'Pier closes', body: 'Another pier.' }),
  ]);
  await imported(archive, lines);
  expect(await archive.reads.article('pier-closes')).toMatchObject({ kind: 'found' });
  await remove();
});

test('articles alone come back as they were, without what was kept beside them', async () => {
  const { archive, remove } = await eventfulArchive();
  const copy = await createArchive();
  const articles = { filter: {}, metadata: false, history: false, throttled: false };
  const lines = await exported(archive, articles);
  expect(lines.map((line) => 'headline' in JSON.parse(line))).toEqual([true, true, true, true]);
  await imported(copy.archive, lines);
  const page = { filter: {}, sort: 'newest', form: 'full', limit: 9, count: 'none' } as const;
  const facts = async ({ items }: Awaited<ReturnType<Archive['reads']['articles']>>) =>
    items.map((item) => {
      const { tags, ...rest } = JSON.parse(item);
      // A slug that another article had is free in an archive that never knew it, and so are slugs of tags.
      return { ...rest, tags: tags.map(({ slug: _, ...tag }: { slug: string }) => tag) };
    });
  expect(await facts(await copy.archive.reads.articles(page))).toEqual(
    await facts(await archive.reads.articles(page)),
  );
  await remove();
  await copy.remove();
});

test('the export and the changes after its number make an exact copy, whatever is written meanwhile', async () => {
  const { archive, remove } = await eventfulArchive();
  const copy = await createArchive();
  for (let batch = 0; batch < 10; batch++) {
    await archive.writes.writeArticles(
      Array.from({ length: 20 }, (_, number) =>
        sampleArticle({
          key: `n${batch}-${number}`,
          headline: `Report ${batch} ${number}`,
          publishedAt: `2024-0${1 + (number % 9)}-0${1 + (batch % 9)}T00:00:00Z`,
        }),
      ),
    );
  }
  let text = '';
  let step = 0;
  for await (const part of exportLines(archive, everything)) {
    text += part;
    // New ones before and behind where the export is, others re-dated across it, one taken out.
    step += 1;
    await archive.writes.writeArticles([
      sampleArticle({ key: `old${step}`, headline: `Old ${step}`, publishedAt: '2000-01-01T00:00:00Z' }),
      sampleArticle({
        key: `same${step}`,
        headline: `Same second ${step}`,
        publishedAt: '2024-05-01T00:00:00Z',
      }),
      sampleArticle({ key: `n1-${step}`, headline: `Moved ${step}`, publishedAt: '2025-01-01T00:00:00Z' }),
      sampleArticle({
        key: `n2-${step}`,
        headline: `Moved back ${step}`,
        publishedAt: '1999-01-01T00:00:00Z',
      }),
    ]);
    const report = await archive.reads.article(`report-3-${step}`);
    if (report.kind === 'found') await archive.writes.withdraw([JSON.parse(report.value).id]);
  }
  expect(step).toBeGreaterThan(5);
  const lines = text.split('\n').slice(0, -1);
  const { seq } = JSON.parse(lines[0] ?? '').dateline;
  await imported(copy.archive, lines);
  const changes = await archive.changes.since(seq, 10_000);
  expect(changes.length).toBeGreaterThan(20);
  for (const { article } of changes) {
    const now = await archive.reads.article(article);
    if (now.kind === 'found') await imported(copy.archive, [now.value]);
    else await copy.archive.writes.withdraw([article]);
  }
  const ids = async (of: Archive) => {
    const articles = (await exported(of, { ...everything, metadata: false, history: false })).map((line) =>
      JSON.parse(line),
    );
    return articles.map(({ id, slug, headline, publishedAt }) => [id, slug, headline, publishedAt]).sort();
  };
  expect(await ids(copy.archive)).toEqual(await ids(archive));
  await remove();
  await copy.remove();
});
