import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import { openArchive } from '../../src/archive/open-archive.ts';
import { findInput } from '../../src/importing/find-input.ts';
import type { FoundFile } from '../../src/importing/found-file.ts';
import { type ImportOptions, importDocuments } from '../../src/importing/import-documents.ts';
import { nameJob } from '../../src/importing/import-job.ts';
import { allHeadlines } from '../archive/pages.ts';
import { found } from './found.ts';
import { inventedDocument, inventedLines, writeInvented } from './invented-documents.ts';
import { temporaryFolder } from './temporary-folder.ts';

const options: ImportOptions = {
  settings: { source: null, timeZone: null, language: 'en', map: {} },
  extraction: false,
  threads: 0,
  batchSize: 10,
};

async function newArchive(): Promise<{ archive: Archive; path: string; folder: string }> {
  const folder = await temporaryFolder();
  const path = join(folder, 'archive.db');
  const archive = await openArchive({ engine: 'sqlite', path });
  onTestFinished(() => archive.close());
  return { archive, path, folder };
}

async function* files(...list: FoundFile[]): AsyncGenerator<FoundFile> {
  yield* list;
}

const wire = (count: number) => files(found('wire.ndjson', inventedLines(count)));

/** A file that is too large for the thread that writes, where it has others, and one that is not. */
const largeFirst = (count: number) => {
  const large = inventedLines(2_500, 10_000).trimEnd().replaceAll('\n', ',');
  return files(found('large.json', `[${large}]`), found('wire.ndjson', inventedLines(count)));
};

test('documents become articles, and the report counts them', async () => {
  const { archive } = await newArchive();
  const report = await importDocuments(archive, wire(25), options);
  expect(report).toMatchObject({ ending: 'complete', read: 25, new: 25, same: 0, skipped: 0 });
  expect(new Set(await allHeadlines(archive))).toEqual(
    new Set(Array.from({ length: 25 }, (_, index) => inventedDocument(index).headline)),
  );
});

test('the same again changes nothing', async () => {
  const { archive } = await newArchive();
  await importDocuments(archive, wire(25), options);
  const revision = (await archive.state()).revision;
  const report = await importDocuments(archive, wire(25), options);
  expect(report).toMatchObject({ read: 25, new: 0, changed: 0, same: 25 });
  expect((await archive.state()).revision).toBe(revision);
});

test('a corrected document is a new revision of its article', async () => {
  const { archive } = await newArchive();
  await importDocuments(archive, wire(3), options);
  const corrected = inventedLines(3).replace('report 1"', 'report 1, corrected"');
  const report = await importDocuments(archive, files(found('wire.ndjson', corrected)), options);
  expect(report).toMatchObject({ new: 0, changed: 1, same: 2 });
});

test('reading threads give the same archive as reading here', async () => {
  const here = await newArchive();
  const threaded = await newArchive();
  await importDocuments(here.archive, largeFirst(1_000), { ...options, batchSize: 500 });
  await importDocuments(threaded.archive, largeFirst(1_000), { ...options, batchSize: 500, threads: 2 });
  const changes = async (archive: Archive) =>
    (await archive.changes.since(0, 5_000)).map(({ article }) => article);
  expect(await changes(threaded.archive)).toEqual(await changes(here.archive));
});

test.each([0, 2])('a limit is exact, whatever the batch (%i threads)', async (threads) => {
  const { archive } = await newArchive();
  const report = await importDocuments(archive, largeFirst(40), { ...options, threads, limit: 17 });
  expect(report).toMatchObject({ ending: 'limit', read: 17, new: 17 });
  expect((await archive.reads.summary()).articles).toBe(17);
});

test('what is older than --since is left out and does not count towards the limit', async () => {
  const { archive } = await newArchive();
  const since = inventedDocument(10).published;
  const report = await importDocuments(archive, wire(40), { ...options, since, limit: 5 });
  expect(report).toMatchObject({ read: 15, beforeSince: 10, new: 5 });
});

test('a dry run reads everything and writes nothing', async () => {
  const { archive, folder } = await newArchive();
  const revision = (await archive.state()).revision;
  const quarantine = join(folder, 'quarantine.ndjson');
  const broken = files(found('wire.ndjson', `${inventedLines(12)}{"headline":\n`));
  const report = await importDocuments(archive, broken, { ...options, dryRun: true, quarantine });
  expect(report).toMatchObject({ dryRun: true, read: 12, new: 12, skipped: 1 });
  expect((await archive.reads.summary()).articles).toBe(0);
  expect((await archive.state()).revision).toBe(revision);
  await expect(readFile(quarantine)).rejects.toThrow('ENOENT');
});

test('a rejected line is reported with its file and line, and the rest is stored', async () => {
  const { archive } = await newArchive();
  const lines = inventedLines(4).split('\n');
  lines[2] = '{"headline": unquoted}';
  const report = await importDocuments(archive, files(found('wire.ndjson', lines.join('\n'))), options);
  expect(report).toMatchObject({ ending: 'complete', read: 3, new: 3, skipped: 1 });
  expect(report.skips).toEqual([{ path: 'wire.ndjson', line: 3, reason: expect.any(String) }]);
});

test('with onError stop, what came before the rejected document is stored and what follows is not', async () => {
  const { archive } = await newArchive();
  const broken = `${inventedLines(14)}{"headline":\n${inventedLines(5, 14)}`;
  const report = await importDocuments(archive, files(found('wire.ndjson', broken)), {
    ...options,
    onError: 'stop',
  });
  expect(report).toMatchObject({ ending: 'rejected', read: 14, new: 14, skipped: 1 });
  expect((await archive.reads.summary()).articles).toBe(14);
});

test('a signal ends the import after what is read, which is stored', async () => {
  const { archive } = await newArchive();
  const stop = new AbortController();
  const report = await importDocuments(archive, wire(3_000), {
    ...options,
    signal: stop.signal,
    onStored: () => stop.abort(),
  });
  expect(report.ending).toBe('interrupted');
  expect(report.new).toBe(report.read);
  expect((await archive.reads.summary()).articles).toBe(report.read);
});

test('a signal ends an import that waits for input', async () => {
  const { archive } = await newArchive();
  async function* never(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(inventedLines(1));
    await new Promise(() => undefined);
  }
  const waiting = files({ path: 'standard-input', size: null, open: never });
  const signal = AbortSignal.timeout(50);
  expect((await importDocuments(archive, waiting, { ...options, signal })).ending).toBe('interrupted');
});

test('an import that was cut off goes on where it was, without reading again what is stored', async () => {
  const { archive, folder } = await newArchive();
  const path = join(folder, 'wire.ndjson');
  await writeInvented(path, 3_000);
  const again = async (more: Partial<ImportOptions>) => {
    const input = await findInput([path], process.stdin, archive);
    const job = nameJob(input.fingerprint, options);
    return await importDocuments(archive, input.files, { ...options, job, ...more });
  };
  const first = await again({ limit: 2_000 });
  expect(first).toMatchObject({ ending: 'limit', resumed: 0, new: 2_000 });
  const second = await again({ resume: true });
  expect(second).toMatchObject({ ending: 'complete', new: 1_000 });
  expect(second.resumed).toBeGreaterThan(0);
  expect(second.read).toBeLessThan(3_000);
  expect((await archive.reads.summary()).articles).toBe(3_000);
  expect(await again({ resume: true })).toMatchObject({ resumed: 0, read: 3_000, same: 3_000 });
});

test('a file that was changed meanwhile is read from its beginning', async () => {
  const { archive, folder } = await newArchive();
  const path = join(folder, 'wire.ndjson');
  await writeInvented(path, 10);
  const before = nameJob((await findInput([path], process.stdin, archive)).fingerprint, options);
  await writeInvented(path, 11);
  const after = nameJob((await findInput([path], process.stdin, archive)).fingerprint, options);
  expect(after).not.toBe(before);
  expect(nameJob((await findInput(['-'], process.stdin, archive)).fingerprint, options)).toBeNull();
});

test('what is stored is seen by another process while the import goes on', async () => {
  const { archive, path } = await newArchive();
  const reader = await openArchive({ engine: 'sqlite', path }, { readOnly: true });
  onTestFinished(() => reader.close());
  const seen: number[] = [];
  await importDocuments(archive, wire(30), {
    ...options,
    onStored: async () => seen.push((await reader.reads.summary()).articles),
  });
  expect(seen).toEqual([10, 20, 30]);
});

test('an import waits for another writer until it is done', async () => {
  const { archive, path } = await newArchive();
  const { default: Database } = await import('better-sqlite3');
  const other = new Database(path);
  onTestFinished(() => {
    other.close();
  });
  other.exec('BEGIN IMMEDIATE');
  const imported = importDocuments(archive, wire(3), options);
  await expect.poll(() => archive.reads.summary()).toMatchObject({ articles: 0 });
  other.exec('ROLLBACK');
  expect(await imported).toMatchObject({ ending: 'complete', new: 3 });
});

test('an archive that can only be read says so', async () => {
  const { path } = await newArchive();
  const reader = await openArchive({ engine: 'sqlite', path }, { readOnly: true });
  onTestFinished(() => reader.close());
  await expect(importDocuments(reader, wire(3), options)).rejects.toThrow('was opened for reading only');
});

test('all pieces of a file are read in the format of the file', async () => {
  const { archive } = await newArchive();
  // A last piece of one record could be taken for a json file that goes wrong at its second line.
  const long = JSON.stringify({ ...inventedDocument(2_000), body: 'Long words. '.repeat(30_000) });
  const lines = `${inventedLines(1_000)}${long}\n${inventedLines(1, 3_000)}`;
  const report = await importDocuments(archive, files(found('wire.ndjson', lines)), options);
  expect(report).toMatchObject({ new: 1_002, skips: [] });
});

test('topics and places of the built-in vocabulary that articles name are described in the archive', async () => {
  const { archive } = await newArchive();
  const line = {
    headline: 'Talks held in Norway',
    published: '2024-05-06T07:08:09Z',
    body: 'Talks were held in Norway.',
  };
  const talks = files(found('talks.ndjson', `${JSON.stringify(line)}\n`));
  await importDocuments(archive, talks, { ...options, extraction: true });
  const place = await archive.reads.tag('place', 'norway');
  expect(place.kind === 'found' && JSON.parse(place.value)).toMatchObject({
    discovered: false,
    country: 'NO',
  });
});

test('a file of records is known for one however long its first line is', async () => {
  const { archive } = await newArchive();
  const long = JSON.stringify({ ...inventedDocument(2_000), body: 'Long words. '.repeat(5_000) });
  const report = await importDocuments(
    archive,
    files(found('w.jsonl', `${long}\n${inventedLines(3)}`)),
    options,
  );
  expect(report).toMatchObject({ new: 4, skips: [] });
});
