import { expect, onTestFinished, test } from 'vitest';
import { openSqliteArchive } from '../../../src/archive/sqlite/open.ts';
import { sampleArticle } from '../sample-articles.ts';

test('a work on an archive in memory does not see what is written between its reads', async () => {
  const archive = openSqliteArchive({ path: ':memory:' });
  onTestFinished(() => archive.close());
  await archive.writes.writeArticles([sampleArticle({ headline: 'Tide' })]);
  let runs = 0;
  const { value, state } = await archive.read(async (reads, { revision }) => {
    runs += 1;
    const before = (await reads.summary()).articles;
    await archive.writes.writeArticles([sampleArticle({ headline: `Tide ${runs}` })]);
    return { revision, counts: [before, (await reads.summary()).articles] };
  });
  // The first run saw two states, so it does not count.
  expect(runs).toBe(2);
  expect(value.counts).toEqual([2, 2]);
  expect(state.revision).toBe(value.revision);
  expect((await archive.state()).revision).toBe(state.revision + 1);
  expect((await archive.reads.summary()).articles).toBe(3);
});
