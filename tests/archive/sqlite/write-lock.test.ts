import { chmodSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Archive } from '../../../src/archive/archive.ts';
import { sqliteEngine } from '../../../src/archive/sqlite/engine.ts';
import { openSqliteArchive, type SqliteSettings } from '../../../src/archive/sqlite/open.ts';
import { hashOfKey, newKey } from '../../../src/model/api-key.ts';
import { sampleAppOver } from '../../routes/sample-app.ts';
import { sampleArticle, sampleEntry } from '../sample-articles.ts';

/** An archive as a server has it, and another connection that can hold the write lock. */
async function locked(settings: Partial<SqliteSettings> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-lock-'));
  const path = join(folder, 'archive.db');
  const archive = openSqliteArchive({ path, shareSnapshots: true, ...settings });
  await archive.writes.writeTags([sampleEntry('person/ada-birch')]);
  const [stored] = await archive.writes.writeArticles([sampleArticle({ tags: ['person/ada-birch'] })]);
  const key = newKey();
  await archive.keys.add({ name: 'desk', scope: 'write', hash: hashOfKey(key) });
  const other = new Database(path);
  onTestFinished(async () => {
    if (other.inTransaction) other.exec('ROLLBACK');
    other.close();
    await archive.close();
    rmSync(folder, { recursive: true });
  });
  return {
    archive,
    path,
    key,
    id: stored?.id ?? '',
    lock: () => other.exec('BEGIN IMMEDIATE'),
    unlock: () => other.exec('ROLLBACK'),
  };
}

/** True while a promise is not settled, after some turns of the event loop. */
async function isPending(promise: Promise<unknown>): Promise<boolean> {
  const settled = promise.then(
    () => false,
    () => false,
  );
  return Promise.race([settled, pause(60).then(() => true)]);
}

const writes: Record<string, (archive: Archive, id: string) => Promise<unknown>> = {
  writeTags: ({ writes }) => writes.writeTags([sampleEntry('person/bo-elm')]),
  writeArticles: ({ writes }) => writes.writeArticles([sampleArticle({ headline: 'Two' })]),
  beginBulk: ({ writes }) => writes.beginBulk(),
  endBulk: ({ writes }) => writes.endBulk(),
  withdraw: ({ writes }, id) => writes.withdraw([id]),
  restore: ({ writes }, id) => writes.restore([id]),
  release: ({ writes }, id) => writes.release([id]),
  purge: ({ writes }, id) => writes.purge([id]),
  revert: ({ writes }) => writes.revert([]),
  publishDue: ({ writes }) => writes.publishDue('2024-01-01T00:00:00Z'),
  correct: ({ writes }, id) => writes.correct(id, [{ do: 'set', standfirst: 'x' }], 'desk'),
  withdrawCorrection: ({ writes }, id) => writes.withdrawCorrection(id, 1),
  correctTags: ({ writes }) =>
    writes.correctTags([{ do: 'rename-tag', tag: 'person/ada-birch', name: 'A. Birch' }], 'desk'),
  withdrawTagCorrection: ({ writes }) => writes.withdrawTagCorrection(1),
  rewrite: ({ writes }) => writes.rewrite([]),
  restoreRecords: ({ writes }) => writes.restoreRecords([]),
  'keys.add': ({ keys }) => keys.add({ name: 'x', scope: 'read', hash: 'y' }),
  'keys.revoke': ({ keys }) => keys.revoke('x'),
  'imports.finish': ({ imports }) => imports.finish('x'),
  'imports.writeValidators': ({ imports }) =>
    imports.writeValidators('https://news.example', { etag: null, lastModified: null }),
};

describe('while another process writes', () => {
  test.each(Object.keys(writes))('%s waits its turn, and reads go on', async (name) => {
    const { archive, id, lock, unlock } = await locked();
    lock();
    const written = writes[name]?.(archive, id) ?? Promise.resolve();
    expect(await isPending(written)).toBe(true);
    expect((await archive.reads.summary()).articles).toBe(1);
    unlock();
    await written;
  });

  test('writes keep their order', async () => {
    const { archive, lock, unlock } = await locked();
    lock();
    const done: number[] = [];
    const all = [1, 2, 3].map(async (number) => {
      await archive.writes.writeArticles([sampleArticle({ key: 'one', headline: `Take ${number}` })]);
      done.push(number);
    });
    expect(await isPending(Promise.all(all))).toBe(true);
    unlock();
    await Promise.all(all);
    expect(done).toEqual([1, 2, 3]);
    const [page] = (await archive.changes.since(0, 100)).slice(-1);
    expect(page?.kind).toBe('changed');
  });

  test('a write gives up after its time, and others after it succeed', async () => {
    const { archive, id, lock, unlock } = await locked({ writeWaitMs: 100 });
    lock();
    const write = () => archive.writes.correct(id, [{ do: 'set', standfirst: 'x' }], 'desk');
    await expect(write()).rejects.toMatchObject({ reason: 'busy' });
    expect(archive.faults.counts().get('busy')).toBe(1);
    unlock();
    expect(await write()).toBe(true);
  });

  test('a correction is a 503 that says when to come back, and everything else is answered', async () => {
    const { archive, id, key, lock, unlock } = await locked({ writeWaitMs: 400 });
    const app = sampleAppOver(archive);
    onTestFinished(() => app.close());
    lock();
    const correct = () =>
      app.inject({
        method: 'POST',
        url: `/v1/articles/${id}/corrections`,
        headers: { authorization: `Bearer ${key}`, 'if-match': '*' },
        payload: { corrections: [{ do: 'set', standfirst: 'Corrected.' }] },
      });
    const corrected = correct();
    for (const url of ['/healthz', '/readyz', '/v1/articles', `/v1/articles/${id}`])
      expect((await app.inject(url)).statusCode, url).toBe(200);
    expect(await isPending(corrected.then((response) => response))).toBe(true);
    const refused = await corrected;
    expect(refused.json()).toMatchObject({ status: 503, type: '/problems/archive-unavailable' });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    // A lock is no damage.
    expect((await app.inject('/readyz')).statusCode).toBe(200);
    unlock();
    expect((await correct()).statusCode).toBe(200);
  });

  test('webhooks and leases fail at once, so that their sender can wait', async () => {
    const { archive, lock, unlock } = await locked();
    const lease = { name: 'webhooks', owner: 'this process' } as const;
    lock();
    const held = () => archive.webhooks.hold(lease, Date.now() + 10_000, Date.now());
    await expect(held()).rejects.toMatchObject({ reason: 'busy' });
    await expect(archive.webhooks.remove('x')).rejects.toMatchObject({ reason: 'busy' });
    expect(await archive.webhooks.list()).toEqual([]);
    unlock();
    expect(await held()).toBe(true);
  });

  test('an archive can be closed, which ends the waits', async () => {
    const { archive, path, lock } = await locked();
    const again = openSqliteArchive({ path });
    lock();
    const written = again.writes.writeArticles([sampleArticle({ headline: 'Two' })]);
    const refused = expect(written).rejects.toThrow();
    expect(await isPending(written)).toBe(true);
    await again.close();
    await refused;
    expect((await archive.reads.summary()).articles).toBe(1);
  });
});

const modeOf = (path: string): number => statSync(path).mode & 0o777;

describe('files', () => {
  test('of an archive and a backup can be read by their owner only', async () => {
    const { archive, path } = await locked();
    await archive.writes.writeArticles([sampleArticle({ headline: 'Two' })]);
    for (const suffix of ['', '-wal', '-shm']) expect(modeOf(path + suffix), suffix).toBe(0o600);
    const copy = `${path}.copy`;
    const { bytes } = await sqliteEngine.backUp({ engine: 'sqlite', path }, copy, { check: 'full' });
    expect(bytes).toBe(statSync(copy).size);
    expect(modeOf(copy)).toBe(0o600);
  });

  test('of an archive that exists keep their mode', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dateline-mode-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const path = join(folder, 'archive.db');
    writeFileSync(path, '');
    chmodSync(path, 0o640);
    const archive = openSqliteArchive({ path });
    expect([modeOf(path), modeOf(`${path}-wal`)]).toEqual([0o640, 0o640]);
    await archive.close();
  });

  test('are not created by reading', async () => {
    const path = join(tmpdir(), 'dateline-that-is-not-there.db');
    expect(() => openSqliteArchive({ path, readOnly: true })).toThrow('does not exist');
    expect(existsSync(path)).toBe(false);
  });
});
