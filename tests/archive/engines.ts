import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import { openSqliteArchive } from '../../src/archive/sqlite/open.ts';

/** An archive that one test has to itself. */
export interface TestArchive {
  archive: Archive;
  /** Opens the same archive a second time, as another process would. */
  again(settings?: { readOnly?: boolean }): Promise<Archive>;
  /** Closes the archive wherever it is open, and deletes it. */
  remove(): Promise<void>;
}

/** An engine that the contract is tested on. */
export interface Engine {
  name: string;
  /** Creates an empty archive. */
  create(): Promise<TestArchive>;
}

async function createSqlite(): Promise<TestArchive> {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-archive-'));
  const path = join(folder, 'archive.db');
  const opened: Archive[] = [];
  const open = async (settings: { readOnly?: boolean } = {}): Promise<Archive> => {
    const archive = openSqliteArchive({ path, ...settings });
    opened.push(archive);
    return archive;
  };
  return {
    archive: await open(),
    again: open,
    async remove() {
      for (const archive of opened) await archive.close();
      rmSync(folder, { recursive: true });
    },
  };
}

const known: Engine[] = [{ name: 'sqlite', create: createSqlite }];

/** Returns the engines that a list names, separated by commas. Throws if it names none, or one that is not known. */
export function enginesNamed(list: string): Engine[] {
  const names = list.split(',').map((name) => name.trim());
  return names.map((name) => {
    const engine = known.find((each) => each.name === name);
    if (engine) return engine;
    const all = known.map((each) => each.name).join(', ');
    throw new Error(
      `ENGINES names '${name}', which is no engine. Name some of: ${all}; separated by commas.`,
    );
  });
}

/** Engines that the environment variable ENGINES names; SQLite if it is not set. */
export const engines = enginesNamed(process.env.ENGINES ?? 'sqlite');

/** Creates an empty archive of the first engine, for tests whose subject is not the archive. */
export async function createArchive(): Promise<TestArchive> {
  const [first] = engines;
  if (!first) throw new Error('ENGINES names no engine.');
  return first.create();
}

/** Creates an archive before each test of a suite and removes it afterwards. Returns that of the running test. */
export function archiveForEachTest(engine: Engine): Omit<TestArchive, 'remove'> {
  let made: TestArchive | undefined;
  const current = (): TestArchive => {
    if (!made) throw new Error('An archive is there only while a test runs.');
    return made;
  };
  beforeEach(async () => {
    made = await engine.create();
  });
  afterEach(async () => {
    await made?.remove();
    made = undefined;
  });
  return {
    get archive() {
      return current().archive;
    },
    again: (settings) => current().again(settings),
  };
}
