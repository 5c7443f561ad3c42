import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { openArchive } from '../../src/archive/open-archive.ts';
import { inventedLines } from '../importing/invented-documents.ts';
import { killAtEnd } from './kill-at-end.ts';

/** A database, migrated or not, whose write lock another process holds. */
async function lockedDatabase({ migrated }: { migrated: boolean }) {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-locked-'));
  const path = join(folder, 'archive.db');
  if (migrated) await (await openArchive({ engine: 'sqlite', path })).close();
  const other = new Database(path);
  other.pragma('journal_mode = WAL');
  other.exec('BEGIN IMMEDIATE');
  onTestFinished(() => {
    other.close();
    rmSync(folder, { recursive: true });
  });
  return { path, unlock: () => other.exec('ROLLBACK') };
}

test.each([
  ['import', ['import', '-'], true],
  ['import into a new archive', ['import', '-'], false],
  ['key create', ['key', 'create', 'desk'], true],
  ['webhook add', ['webhook', 'add', 'https://news.example/hook'], true],
  ['migrate', ['migrate'], false],
])('%s waits for another process that writes, and says so', async (_name, args, migrated) => {
  const { path, unlock } = await lockedDatabase({ migrated });
  const child = killAtEnd(
    spawn(process.execPath, ['src/main.js', ...args], {
      env: { ...process.env, DATABASE_URL: `sqlite:${path}` },
    }),
  );
  child.stdin.end(inventedLines(3));
  const ended = once(child, 'close');
  child.stdout.resume();
  let hasWaited = false;
  for await (const part of child.stderr) {
    if (!String(part).includes('Another process is writing to the archive')) continue;
    hasWaited = true;
    unlock();
  }
  expect([await ended, hasWaited]).toEqual([[0, null], true]);
});
