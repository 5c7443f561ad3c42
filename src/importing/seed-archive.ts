import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Archive } from '../archive/archive.ts';
import { AuthorityEntry } from '../news/authority.ts';
import { SeedSettings } from '../news/seed-settings.ts';
import { findFiles } from './find-files.ts';
import { importDocuments } from './import-documents.ts';
import { ImportFault } from './import-fault.ts';
import type { ImportReport } from './report.ts';

const ownSeeds = fileURLToPath(new URL('../../seeds', import.meta.url));

/**
 * Puts a folder of seeds into the archive: first the authority files, then the documents, as its `seed.json`
 * says. What is there already stays as it is. Everything is read and checked before anything is written:
 * throws ImportFault that names file and place when a file is missing, unreadable, not UTF-8, empty or wrong.
 */
export async function seedArchive(archive: Archive, folder: string = ownSeeds): Promise<ImportReport> {
  const settings = await readJson(join(folder, 'seed.json'), SeedSettings);
  const entries = await Promise.all(
    settings.authority.map((file) => readJson(join(folder, file), z.array(AuthorityEntry))),
  );
  for (const file of settings.files) await readText(join(folder, file));
  await archive.writeTags(entries.flat());
  return await importDocuments(archive, findSeeds(folder, settings.files), {
    settings: { source: settings.source, timeZone: settings.timeZone, language: settings.language, map: {} },
    threads: 0,
    batchSize: 500,
    onError: 'stop',
  });
}

/** The documents under their paths in the folder, which are their identity wherever the folder lies. */
async function* findSeeds(folder: string, files: string[]) {
  for (const path of files) {
    for await (const file of findFiles([join(folder, path)], empty())) yield { ...file, path };
  }
}

async function readText(path: string): Promise<string> {
  const bytes = await readFile(path).catch((cause: NodeJS.ErrnoException) => {
    throw new ImportFault(
      `${path}: ${cause.code === 'ENOENT' ? 'no such file' : `can't be read (${cause.code})`}`,
    );
  });
  if (bytes.length === 0) throw new ImportFault(`${path}: the file is empty`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ImportFault(`${path}: not UTF-8 (first wrong byte at ${wrongByte(bytes)})`);
  }
}

/** The offset of the first byte that is not UTF-8, by halving. */
function wrongByte(bytes: Uint8Array): number {
  let sound = 0;
  let wrong = bytes.length;
  while (sound + 1 < wrong) {
    const middle = (sound + wrong) >> 1;
    try {
      // Streaming leaves a sequence that is cut at the end alone.
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      sound = middle;
    } catch {
      wrong = middle;
    }
  }
  return sound;
}

async function readJson<T>(path: string, schema: z.ZodType<T>): Promise<T> {
  const text = await readText(path);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new ImportFault(`${path}: not JSON (${cause instanceof Error ? cause.message : cause})`);
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new ImportFault(`${path}: ${issue?.path.join('.') || 'the file'}: ${issue?.message ?? 'is wrong'}`);
}

async function* empty(): AsyncGenerator<Uint8Array> {}
