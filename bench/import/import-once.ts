/**
 * One import in a process of its own, whose memory is then its own too:
 * `import-once.ts DATABASE BATCH-SIZE THREADS EXTRACTION FILE...`. Prints what it took as JSON.
 */
import { enableCompileCache } from 'node:module';
import { limitImportHeaps } from '../../src/cli/heap-flags.ts';
import { importCacheKiB } from '../../src/importing/resource-defaults.ts';

// As the program itself does, in the same order.
enableCompileCache();
await import('../../src/cli/command-line.ts');
limitImportHeaps();
const { openArchive } = await import('../../src/archive/open-archive.ts');
const { findInput } = await import('../../src/importing/find-input.ts');
const { importDocuments } = await import('../../src/importing/import-documents.ts');

const [path = '', batchSize = '500', threads = '2', extraction, ...files] = process.argv.slice(2);
const archive = await openArchive({ engine: 'sqlite', path }, { cacheKiB: importCacheKiB });
const input = await findInput(files, process.stdin, archive);
const before = process.cpuUsage();
const report = await importDocuments(archive, input.files, {
  settings: { source: { slug: 'corpus', name: 'Corpus' }, timeZone: 'UTC', language: 'en', map: {} },
  extraction: extraction === 'true',
  threads: Number(threads),
  batchSize: Number(batchSize),
  signal: new AbortController().signal,
});
const { user, system } = process.cpuUsage(before);
await archive.close();
// Kilobytes on Linux and macOS: process.resourceUsage() converts.
const peakBytes = process.resourceUsage().maxRSS * 1024;
// All threads together.
const cpuMilliseconds = (user + system) / 1000;
console.log(JSON.stringify({ ...report, skips: report.skips.slice(0, 3), peakBytes, cpuMilliseconds }));
