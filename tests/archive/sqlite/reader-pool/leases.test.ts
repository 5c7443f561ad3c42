import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openArchive } from '../../../../src/archive/open-archive.ts';
import { writeInOtherProcess } from '../../../routes/write-in-other-process.ts';
import { searchFor } from '../../search-for.ts';

/** An archive as a server opens it, and a process that writes into it. */
async function openServed() {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-leases-'));
  const path = join(folder, 'archive.db');
  const other = await writeInOtherProcess(path);
  await other.write('Tide');
  const archive = await openArchive({ engine: 'sqlite', path }, { queryTimeoutMs: 20_000 });
  onTestFinished(async () => {
    await archive.close();
    await other.end();
    rmSync(folder, { recursive: true });
  });
  return { archive, other };
}

const tide = { search: searchFor('tide') };

test('a slow read and quick ones see one state while another process commits between them', async () => {
  const { archive, other } = await openServed();
  let runs = 0;
  const { value, state } = await archive.read(async (reads, { revision }) => {
    runs += 1;
    const { articles } = await reads.summary();
    await other.write(`Tide ${runs}a`);
    // Counted in a reader process.
    const { facets } = await reads.facets(tide, ['source'], 3);
    await other.write(`Tide ${runs}b`);
    const [page, summary] = await Promise.all([
      reads.joinedCards({ filter: tide, sort: 'relevance', limit: 9, count: 'exact' }),
      reads.summary(),
    ]);
    return { revision, counts: [articles, facets.source?.articles.value, page.count, summary.articles] };
  });
  expect(runs).toBe(2);
  expect(new Set(value.counts).size).toBe(1);
  expect(state.revision).toBe(value.revision);
  expect((await archive.state()).revision).toBeGreaterThan(state.revision);
}, 60_000);

test('a slow read alone does not make the work run again', async () => {
  const { archive } = await openServed();
  let runs = 0;
  const { value } = await archive.read(async (reads) => {
    runs += 1;
    const { facets } = await reads.facets(tide, ['source'], 3);
    return [facets.source?.articles.value, (await reads.summary()).articles];
  });
  expect(value).toEqual([1, 1]);
  expect(runs).toBe(1);
}, 60_000);

test('a process is free for other reads when the work has ended, whether it failed or not', async () => {
  const { archive, other } = await openServed();
  const failing = archive.read(async (reads) => {
    await reads.summary();
    await other.write('Tide again');
    await reads.related('none', 3);
    throw new RangeError('no such page');
  });
  await expect(failing).rejects.toThrow('no such page');
  await other.write('Tide once more');
  const { facets } = await archive.reads.facets(tide, ['source'], 3);
  expect(facets.source?.articles.value).toBe((await archive.reads.summary()).articles);
}, 60_000);
