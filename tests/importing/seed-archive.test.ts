import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import { openArchive } from '../../src/archive/open-archive.ts';
import { seedArchive } from '../../src/importing/seed-archive.ts';
import type { AuthorityEntry } from '../../src/model/authority.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A copy of the seeds, and an empty archive. */
async function seeds(): Promise<{ folder: string; archive: Archive; article: string }> {
  const folder = join(await temporaryFolder(), 'seeds');
  await cp('seeds', folder, { recursive: true });
  const archive = await openArchive({ engine: 'sqlite', path: join(folder, 'archive.db') });
  onTestFinished(() => archive.close());
  const settings: { files: string[] } = JSON.parse(await readFile(join(folder, 'seed.json'), 'utf8'));
  return { folder, archive, article: settings.files[0] ?? '' };
}

async function expectNothing(archive: Archive): Promise<void> {
  expect((await archive.state()).revision).toBe(1);
  expect(await archive.reads.authority()).toEqual([]);
}

test('the seeds put their authority and their articles into an empty archive', async () => {
  const { folder, archive } = await seeds();
  const report = await seedArchive(archive, folder);
  expect(report).toMatchObject({ ending: 'complete', read: 1, new: 1, skipped: 0 });
  expect((await archive.reads.summary()).articles).toBe(1);
  const ids = new Set((await archive.reads.authority()).map(({ id }) => id));
  const missing = (await archive.reads.authority()).flatMap(({ broader }) =>
    broader.filter((id) => !ids.has(id)),
  );
  expect(missing).toEqual([]);
});

test('seeding twice changes nothing', async () => {
  const { folder, archive } = await seeds();
  await seedArchive(archive, folder);
  const revision = (await archive.state()).revision;
  expect(await seedArchive(archive, folder)).toMatchObject({ new: 0, changed: 0, same: 1 });
  expect((await archive.state()).revision).toBe(revision);
});

test('what an editor changed in the archive stays as it is', async () => {
  const { folder, archive } = await seeds();
  await seedArchive(archive, folder);
  const [entry] = await archive.reads.authority();
  if (!entry) throw new Error('the seeds hold no authority');
  const edited: AuthorityEntry = { ...entry, description: 'As an editor describes it.' };
  await archive.writes.writeTags([edited]);
  await seedArchive(archive, folder);
  expect((await archive.reads.authority()).find(({ id }) => id === entry.id)).toEqual(edited);
});

test('a missing article names the file, and nothing is written', async () => {
  const { folder, archive, article } = await seeds();
  await rm(join(folder, article));
  await expect(seedArchive(archive, folder)).rejects.toThrow(
    `${join(folder, article)}: no such file or folder`,
  );
  await expectNothing(archive);
});

test('an empty article names the file, and nothing is written', async () => {
  const { folder, archive, article } = await seeds();
  await writeFile(join(folder, article), '');
  await expect(seedArchive(archive, folder)).rejects.toThrow(`${join(folder, article)}: the file is empty`);
  await expectNothing(archive);
});

test('an article that is not UTF-8 names the line and the byte, and nothing is written', async () => {
  const { folder, archive, article } = await seeds();
  await writeFile(join(folder, article), Buffer.from('Caf\xe9 opens\n', 'latin1'));
  await expect(seedArchive(archive, folder)).rejects.toThrow(
    `${join(folder, article)}:1: not UTF-8 (byte 3)`,
  );
  await writeFile(join(folder, article), Buffer.from('A headline\n\nCut off: \xe2\x82', 'latin1'));
  await expect(seedArchive(archive, folder)).rejects.toThrow(
    `${join(folder, article)}:3: not UTF-8 (byte 21)`,
  );
  await expectNothing(archive);
});

test('an authority file that is wrong names the place in it, and nothing is written', async () => {
  const { folder, archive } = await seeds();
  const people = join(folder, 'people.json');
  const entries = JSON.parse(await readFile(people, 'utf8'));
  entries[1].pronoun = 'it';
  await writeFile(people, JSON.stringify(entries));
  await expect(seedArchive(archive, folder)).rejects.toThrow(`${people}: 1.pronoun: `);
  await writeFile(people, '[{]');
  await expect(seedArchive(archive, folder)).rejects.toThrow(`${people}: not JSON (`);
  await expectNothing(archive);
});

test('a folder without seed.json is named', async () => {
  const { archive } = await seeds();
  const folder = await temporaryFolder();
  await expect(seedArchive(archive, folder)).rejects.toThrow(
    `${join(folder, 'seed.json')}: no such file or folder`,
  );
});

test('the mappings of the seeds apply once, and do not undo those of editors', async () => {
  const { folder, archive } = await seeds();
  await writeFile(join(folder, 'keywords.csv'), 'keyword,action,target\nTax,rename,Levy\nBus,hide,\n');
  await archive.writes.correctTags([{ do: 'rename-tag', tag: 'keyword/tax', name: 'Duty' }], 'ann');
  await seedArchive(archive, folder);
  await seedArchive(archive, folder);
  expect(await archive.reads.tagCorrections()).toMatchObject([
    { editor: 'ann', correction: { name: 'Duty' } },
    { editor: 'seeds', correction: { do: 'drop-tag', tag: 'keyword/bus' } },
  ]);
});

test('an invalid mapping names file and line, and nothing is written', async () => {
  const { folder, archive } = await seeds();
  await writeFile(join(folder, 'keywords.csv'), 'keyword,action,target\nTax,hid,\n');
  await expect(seedArchive(archive, folder)).rejects.toThrow(
    `${join(folder, 'keywords.csv')}:2: unknown action "hid"`,
  );
  await expectNothing(archive);
});
