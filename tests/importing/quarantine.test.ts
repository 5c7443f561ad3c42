import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importDocuments } from '../../src/importing/import-documents.ts';
import { reportLines } from '../../src/importing/report-lines.ts';
import { createArchive } from '../archive/engines.ts';
import { found } from './found.ts';
import { inventedLines } from './invented-documents.ts';
import { temporaryFolder } from './temporary-folder.ts';

const settings = { source: null, timeZone: null, language: null, map: {} };
const faulty = `${inventedLines(1)}{"headline":\n{"headline":"cut\n`;

async function newImport() {
  const quarantine = join(await temporaryFolder(), 'kept', 'quarantine.ndjson');
  const { archive, remove } = await createArchive();
  const run = (
    text: string,
    { path = 'wire.ndjson', ...options }: { path?: string; dryRun?: boolean } = {},
  ) => {
    const files = (async function* () {
      yield found(path, text);
    })();
    return importDocuments(archive, files, { settings, threads: 0, batchSize: 10, quarantine, ...options });
  };
  const entries = async () => (await readFile(quarantine, 'utf8')).split('\n').slice(0, -1);
  return { quarantine, run, entries, remove };
}

test('a faulty document that is imported twice is in the quarantine file once', async () => {
  const { run, entries, remove } = await newImport();
  expect(await run(faulty)).toMatchObject({ skipped: 2 });
  const first = await entries();
  expect(first).toHaveLength(2);
  expect(await run(faulty)).toMatchObject({ skipped: 2 });
  expect(await entries()).toEqual(first);
  await remove();
});

test('another file, or another fault in the same place, is added', async () => {
  const { run, entries, remove } = await newImport();
  await run(faulty);
  await run(faulty, { path: 'other.ndjson' });
  expect(await entries()).toHaveLength(4);
  await run(faulty.replace('"cut', '"cut off'));
  expect(await entries()).toHaveLength(5);
  await remove();
});

test('a whole document with 200 faulty entries is kept once, and the report names each fault', async () => {
  const text = JSON.stringify([{ headline: 'Pier opens', body: 'It is open.' }, ...Array(200).keys()]);
  const { run, entries, quarantine, remove } = await newImport();
  const path = 'wire.json';
  const report = await run(text, { path });
  expect(report.skipped).toBe(200);
  expect(new Set(report.skips.map(({ reason }) => reason)).size).toBe(report.skips.length);
  await run(text, { path });
  expect(await entries()).toHaveLength(1);
  const [entry = ''] = await entries();
  expect(JSON.parse(entry).content).toBe(text);
  expect((await stat(quarantine)).size).toBeLessThan(2 * text.length);
  await remove();
});

test('a record is kept once, whatever was wrong with it', async () => {
  const { run, entries, quarantine, remove } = await newImport();
  await run(faulty);
  const kept = await entries();
  const otherReasons = kept.map((line) => {
    const entry = JSON.parse(line);
    return JSON.stringify({ ...entry, quarantined: { ...entry.quarantined, reason: 'said otherwise' } });
  });
  await writeFile(quarantine, `${otherReasons.join('\n')}\n`);
  await run(faulty);
  expect(await entries()).toEqual(otherReasons);
  await remove();
});

test('what somebody wrote into the file stays', async () => {
  const { run, entries, quarantine, remove } = await newImport();
  await run(faulty);
  const [first = ''] = await entries();
  await writeFile(quarantine, `a note\n${first}\n`);
  await run(faulty);
  expect((await entries()).slice(0, 2)).toEqual(['a note', first]);
  expect(await entries()).toHaveLength(3);
  await remove();
});

test('the report names the quarantine file if anything is in it', async () => {
  const { run, quarantine, remove } = await newImport();
  const whole = await run(inventedLines(1));
  expect(whole.quarantine).toBeNull();
  expect(reportLines(whole).join('\n')).not.toContain('quarantine');
  const partly = await run(faulty);
  expect(partly.quarantine).toBe(quarantine);
  expect(reportLines(partly)).toContain(
    `Skipped documents are in ${quarantine}; to repair them see docs/importing.md.`,
  );
  expect((await run(faulty, { dryRun: true })).quarantine).toBeNull();
  await remove();
});

test('only its owner can read the quarantine file, because it may have embargoed copy', async () => {
  const { run, quarantine, remove } = await newImport();
  await run(faulty);
  expect((await stat(quarantine)).mode & 0o777).toBe(0o600);
  await remove();
});
