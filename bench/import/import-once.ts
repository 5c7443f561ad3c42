/**
 * One import in a process of its own, whose memory is then its own too:
 * `import-once.ts DATABASE FILE BATCH-SIZE THREADS [--extraction]`. Prints what it took as JSON.
 */
import { openArchive } from '../../src/archive/open-archive.ts';
import { findInput } from '../../src/importing/find-input.ts';
import { importDocuments } from '../../src/importing/import-documents.ts';

const [path = '', file = '', batchSize = '500', threads = '2', extraction] = process.argv.slice(2);
const archive = await openArchive({ engine: 'sqlite', path });
const input = await findInput([file], process.stdin, archive);
const report = await importDocuments(archive, input.files, {
  settings: { source: { slug: 'corpus', name: 'Corpus' }, timeZone: 'UTC', language: 'en', map: {} },
  extraction: extraction === '--extraction',
  threads: Number(threads),
  batchSize: Number(batchSize),
});
await archive.close();
// Kilobytes on Linux and macOS: process.resourceUsage() converts.
const peakBytes = process.resourceUsage().maxRSS * 1024;
console.log(JSON.stringify({ ...report, skips: report.skips.slice(0, 3), peakBytes }));
