import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openArchive } from '../../src/archive/open-archive.ts';
import { writeInvented } from '../importing/invented-documents.ts';
import { temporaryFolder } from '../importing/temporary-folder.ts';

const kills = 100;
const documents = 4_000;

/** Starts the import; `lines` grows with what it prints. */
function startImport(database: string, file: string): { child: ChildProcess; lines: () => string[] } {
  const child = spawn(process.execPath, ['tests/process/import-child.ts', database, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (part) => {
    output += part;
  });
  // A last line without its end was cut off while it was printed.
  return { child, lines: () => output.split('\n').slice(0, -1) };
}

/** Ids that the archive says were stored, in order, each as often as it was stored. */
async function storedIds(database: string): Promise<string[]> {
  const archive = await openArchive({ engine: 'sqlite', path: database });
  try {
    const ids: string[] = [];
    for (let since = 0; ; ) {
      const changes = await archive.changes(since, 1_000);
      const last = changes.at(-1);
      if (!last) break;
      ids.push(...changes.map(({ article }) => article));
      since = last.seq;
    }
    expect((await archive.summary()).articles).toBe(ids.length);
    return ids;
  } finally {
    await archive.close();
  }
}

function checkIntegrity(database: string): void {
  const connection = new Database(database);
  expect(connection.pragma('integrity_check', { simple: true })).toBe('ok');
  connection.exec("INSERT INTO article_search (article_search) VALUES ('integrity-check')");
  connection.close();
}

test(`killed ${kills} times at any moment, an import loses nothing that it reported and stores nothing twice`, async () => {
  const folder = await temporaryFolder();
  const file = join(folder, 'wire.ndjson');
  const database = join(folder, 'archive.db');
  await writeInvented(file, documents);

  let killed = 0;
  let completed = 0;
  let reported = new Set<string>();
  while (killed < kills || completed === 0) {
    const { child, lines } = startImport(database, file);
    const ended = once(child, 'exit');
    if (killed < kills) {
      // From before the database is opened to well into the writing.
      const moment = setTimeout(() => child.kill('SIGKILL'), 100 + Math.random() * 500);
      await ended;
      clearTimeout(moment);
    } else await ended;
    if (child.signalCode === 'SIGKILL') killed++;
    for (const line of lines()) if (line !== 'complete') reported.add(line);

    const stored = await storedIds(database);
    const distinct = new Set(stored);
    expect(distinct.size, 'an article was stored twice').toBe(stored.length);
    expect(
      [...reported].filter((id) => !distinct.has(id)),
      'reported but not stored',
    ).toEqual([]);
    if (killed % 10 === 0) checkIntegrity(database);

    if (lines().at(-1) === 'complete') {
      completed++;
      expect(distinct.size).toBe(documents);
      checkIntegrity(database);
      if (killed < kills) {
        // There is nothing left to interrupt: begin again with an empty archive.
        for (const suffix of ['', '-wal', '-shm']) await rm(`${database}${suffix}`, { force: true });
        reported = new Set();
        completed = 0;
      }
    }
  }
}, 240_000);
