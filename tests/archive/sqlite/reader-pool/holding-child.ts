import { z } from 'zod';
import { openReaderPool } from '../../../../src/archive/sqlite/reader-pool/open-reader-pool.ts';
import { startReader } from '../../../../src/archive/sqlite/reader-pool/start-reader.ts';

/** A process that keeps a reading process, says which, and lives on until it is killed. */
const [path = ''] = process.argv.slice(2);
const module = new URL('./endless-child.ts', import.meta.url);
const readers = openReaderPool(() => startReader({ module, args: [path] }, 60_000), {
  processes: 1,
  queue: 1,
  waitMs: 60_000,
  idleMs: 60_000,
  kept: 0,
  aheadMs: 60_000,
});
const { value } = await readers.read('suggest', [{ kind: 'words', words: [], match: 'forms', field: null }]);
const [{ suggestion }] = z.tuple([z.object({ suggestion: z.string() })]).parse(value);
process.stdout.write(`${suggestion}\n`);
setInterval(() => undefined, 60_000);
