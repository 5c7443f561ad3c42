/**
 * An import in a process of its own: `import-child.ts DATABASE FILE`, with `-` for standard input. It prints `started`,
 * then the id of each article as soon as its batch is committed, and how the import ended. It resumes an import of
 * the same file that was killed.
 */
import { writeSync } from 'node:fs';
import { openArchive } from '../../src/archive/open-archive.ts';
import { findInput } from '../../src/importing/find-input.ts';
import { importDocuments } from '../../src/importing/import-documents.ts';
import { nameJob } from '../../src/importing/import-job.ts';

const [path = '', file = ''] = process.argv.slice(2);
writeSync(1, 'started\n');
const archive = await openArchive({ engine: 'sqlite', path });
const input = await findInput([file], process.stdin, archive);
const options = {
  settings: { source: null, timeZone: null, language: 'en', map: {} },
  extraction: false,
  threads: 1,
  batchSize: 50,
  resume: true,
};
const report = await importDocuments(archive, input.files, {
  ...options,
  job: nameJob(input.fingerprint, options),
  // Not through a stream, whose buffer would be lost when the process is killed.
  onStored: (results) => writeSync(1, results.map(({ id }) => `${id}\n`).join('')),
});
writeSync(1, `${report.ending}\n`);
await archive.close();
