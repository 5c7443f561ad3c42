import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openArchive } from '../../src/archive/open-archive.ts';
import { writeInvented } from '../importing/invented-documents.ts';
import { temporaryFolder } from '../importing/temporary-folder.ts';
import { killAtEnd } from './kill-at-end.ts';

const kills = 20;
const documents = 2_000;

/** When to kill an import: after it has printed so many lines, and then so many milliseconds. */
interface Moment {
  lines: number;
  ms: number;
}

/** A line is the start or an article; a batch has 50. So kills hit the opening of the archive and the first batches. */
const moment = fc.record({ lines: fc.constantFrom(1, 2, 60, 110), ms: fc.integer({ min: 0, max: 60 }) });

/** Runs the import until it ends or is killed. Returns the complete lines that it printed. */
async function runImport(database: string, file: string, kill?: Moment) {
  const child = killAtEnd(
    spawn(process.execPath, ['tests/process/import-child.ts', database, file], {
      stdio: ['ignore', 'pipe', 'inherit'],
    }),
  );
  const lines: string[] = [];
  // The last line may have been cut off by the kill.
  let output = '';
  child.stdout.on('data', (part) => {
    output += part;
  });
  createInterface({ input: child.stdout }).on('line', async (line) => {
    lines.push(line);
    if (lines.length !== kill?.lines) return;
    await pause(kill.ms);
    child.kill('SIGKILL');
  });
  await once(child, 'close');
  const [, ...printed] = output.split('\n').slice(0, -1);
  const complete = printed.at(-1) === 'complete';
  return { complete, ids: complete ? printed.slice(0, -1) : printed };
}

/** Ids in the change log of the archive, each as often as it was stored. */
async function storedIds(database: string): Promise<string[]> {
  const archive = await openArchive({ engine: 'sqlite', path: database });
  try {
    const ids: string[] = [];
    for (let since = 0; ; ) {
      const changes = await archive.changes.since(since, 1_000);
      const last = changes.at(-1);
      if (!last) break;
      ids.push(...changes.map(({ article }) => article));
      since = last.seq;
    }
    expect((await archive.reads.summary()).articles).toBe(ids.length);
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

test(`an import that is killed ${kills} times loses nothing that it reported and stores nothing twice`, async () => {
  const folder = await temporaryFolder();
  const file = join(folder, 'wire.ndjson');
  const database = join(folder, 'archive.db');
  await writeInvented(file, documents);
  let reported = new Set<string>();

  /** Runs the import once, checks the archive, and returns true if the import is complete. */
  const step = async (kill?: Moment) => {
    const { complete, ids } = await runImport(database, file, kill);
    for (const id of ids) reported.add(id);
    const stored = await storedIds(database);
    const distinct = new Set(stored);
    expect(distinct.size, 'an article was stored twice').toBe(stored.length);
    expect([...reported].filter((id) => !distinct.has(id))).toEqual([]);
    checkIntegrity(database);
    if (complete) expect(distinct.size).toBe(documents);
    return complete;
  };

  // fast-check prints the moments of a failure, and the seed that makes them again.
  await fc.assert(
    fc.asyncProperty(fc.array(moment, { minLength: kills, maxLength: kills }), async (moments) => {
      for (const each of moments) {
        if (!(await step(each))) continue;
        // Nothing is left to interrupt: begin again with an empty archive.
        for (const suffix of ['', '-wal', '-shm']) await rm(`${database}${suffix}`, { force: true });
        reported = new Set();
      }
      expect(await step()).toBe(true);
    }),
    { numRuns: 1, endOnFailure: true },
  );
}, 600_000);
