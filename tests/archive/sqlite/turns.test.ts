import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { openSqliteArchive } from '../../../src/archive/sqlite/open.ts';
import { sampleArticle } from '../sample-articles.ts';

/** An archive that joins the reads of a turn, and what another process would have open. */
async function shared() {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-turns-'));
  const path = join(folder, 'archive.db');
  const writer = openSqliteArchive({ path });
  await writer.writes.writeArticles([sampleArticle({ headline: 'Birch promises a new pier' })]);
  const reader = openSqliteArchive({ path, shareSnapshots: true });
  onTestFinished(async () => {
    await reader.close();
    await writer.close();
    rmSync(folder, { recursive: true });
  });
  return { reader, writer, path };
}

const second = sampleArticle({ headline: 'The pier is put off again' });

test('all reads of one turn of the event loop see the state that the first saw', async () => {
  const { reader, writer } = await shared();
  const before = (await reader.state()).revision;
  await writer.writes.writeArticles([second]);
  expect((await reader.reads.summary()).articles).toBe(1);
  expect((await reader.state()).revision).toBe(before);
});

test('the next turn sees what others have written', async () => {
  const { reader, writer } = await shared();
  const before = (await reader.state()).revision;
  await writer.writes.writeArticles([second]);
  await nextTurn();
  expect((await reader.reads.summary()).articles).toBe(2);
  expect((await reader.state()).revision).toBeGreaterThan(before);
  const { total } = await reader.reads.joinedCards({ filter: {}, sort: 'newest', limit: 1, count: 'exact' });
  expect(total?.value).toBe(2);
});

test('what an archive writes itself it sees in the same turn', async () => {
  const { reader } = await shared();
  const query = { filter: {}, sort: 'newest', limit: 1, count: 'exact' } as const;
  expect((await reader.reads.joinedCards(query)).total?.value).toBe(1);
  await reader.writes.writeArticles([second]);
  expect((await reader.reads.joinedCards(query)).total?.value).toBe(2);
});

test('an archive can be closed in the turn in which it was read', async () => {
  const { path } = await shared();
  const archive = openSqliteArchive({ path, shareSnapshots: true });
  expect((await archive.reads.summary()).articles).toBe(1);
  await archive.close();
  await nextTurn();
});

test('a state is held for its turn and no longer, so that the log of writes can be given back', async () => {
  const { reader, writer, path } = await shared();
  const other = new Database(path, { timeout: 0 });
  onTestFinished(() => {
    other.close();
  });
  const isHeld = () => Number(other.pragma('wal_checkpoint(TRUNCATE)', { simple: true })) === 1;
  await reader.reads.summary();
  await writer.writes.writeArticles([second]);
  expect(isHeld()).toBe(true);
  await nextTurn();
  expect(isHeld()).toBe(false);
});
