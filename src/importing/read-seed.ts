import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { ImportFault } from './import-fault.ts';
import { systemReason } from './system-reason.ts';

/** Reads a seed file. Throws ImportFault if it is missing, unreadable, empty or not UTF-8. */
export async function readSeedBytes(path: string): Promise<Uint8Array> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new ImportFault(path, systemReason(cause));
  });
  if (bytes.length === 0) throw new ImportFault(path, 'the file is empty');
  const wrong = firstWrongByte(bytes);
  if (wrong !== undefined) {
    const line = bytes.subarray(0, wrong).toString('latin1').split('\n').length;
    throw new ImportFault(`${path}:${line}`, `not UTF-8 (byte ${wrong})`);
  }
  return bytes;
}

/** Reads and validates a JSON seed file. Throws ImportFault that names the invalid property. */
export async function readSeedJson<T>(path: string, schema: z.ZodType<T>): Promise<T> {
  const bytes = await readSeedBytes(path);
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    throw new ImportFault(path, `not JSON (${cause instanceof Error ? cause.message : cause})`);
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new ImportFault(path, `${issue?.path.join('.') || 'the file'}: ${issue?.message ?? 'is invalid'}`);
}

/** Returns the offset of the first byte that is not valid UTF-8, by binary search; undefined if all are valid. */
function firstWrongByte(bytes: Uint8Array): number | undefined {
  // The whole file must not end within a character; a prefix may.
  if (isUtf8(bytes, false)) return undefined;
  let sound = 0;
  let wrong = bytes.length;
  while (sound + 1 < wrong) {
    const middle = (sound + wrong) >> 1;
    if (isUtf8(bytes.subarray(0, middle), true)) sound = middle;
    else wrong = middle;
  }
  // The valid prefix may include up to three bytes of the invalid character.
  while (!isUtf8(bytes.subarray(0, sound), false)) sound--;
  return sound;
}

function isUtf8(bytes: Uint8Array, stream: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream });
    return true;
  } catch {
    return false;
  }
}
