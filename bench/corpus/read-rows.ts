import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { z } from 'zod';

/**
 * Returns the path of a file of a corpus, as it is or compressed (`.gz`), or undefined if there is neither.
 */
export function findFile(corpus: string, name: string): string | undefined {
  const path = join(corpus, name);
  return [path, `${path}.gz`].find((each) => existsSync(each));
}

/** Returns the bytes of a file, decompressed if its name ends in `.gz`. */
export function readBytes(path: string): Buffer {
  const bytes = readFileSync(path);
  return path.endsWith('.gz') ? gunzipSync(bytes) : bytes;
}

/**
 * Returns the rows of a JSON-lines file of a corpus; none if the file is absent. A row of another shape is left out
 * and reported with its line, so that a measurement completes on any set.
 */
export function readRows<Row>(corpus: string, name: string, shape: z.ZodType<Row>): Row[] {
  const path = findFile(corpus, name);
  if (path === undefined) return [];
  return readBytes(path)
    .toString('utf8')
    .split('\n')
    .flatMap((line, index) => {
      if (line.trim() === '') return [];
      const row = shape.safeParse(JSON.parse(line));
      if (row.success) return [row.data];
      const [issue] = row.error.issues;
      process.stderr.write(
        `${path}:${index + 1}: row left out: ${issue?.path.join('.')}: ${issue?.message}\n`,
      );
      return [];
    });
}
