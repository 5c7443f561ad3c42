import { beforeEach, describe, expect, it } from 'vitest';
import type { ArchiveReads } from '../../../src/archive/reads.ts';
import { archiveForEachTest, engines } from '../engines.ts';
import { sampleArticle } from '../sample-articles.ts';

for (const engine of engines) {
  describe(`several reads on one snapshot (${engine.name})`, () => {
    const made = archiveForEachTest(engine);
    let written = 0;
    /** Stores one more article, as another process would. */
    const writeElsewhere = async () => {
      const other = await made.again();
      written += 1;
      await other.writes.writeArticles([sampleArticle({ key: `n${written}`, headline: `Tide ${written}` })]);
    };
    const countArticles = async (reads: ArchiveReads) => (await reads.summary()).articles;
    beforeEach(async () => {
      written = 0;
      await writeElsewhere();
    });

    it('runs the work once when nothing is written meanwhile', async () => {
      let runs = 0;
      const { value, state } = await made.archive.read(async (reads) => {
        runs += 1;
        return [await countArticles(reads), await countArticles(reads)];
      });
      expect(value).toEqual([1, 1]);
      expect(runs).toBe(1);
      expect(state).toEqual(await made.archive.state());
    });

    it('sees one state however often another process commits, and runs the work at most twice', async () => {
      let runs = 0;
      const { value, state } = await made.archive.read(async (reads, { revision }) => {
        runs += 1;
        const first = await countArticles(reads);
        await writeElsewhere();
        const page = await reads.articles({
          ...{ filter: {}, sort: 'newest', form: 'card', limit: 9, count: 'exact' },
        });
        await writeElsewhere();
        return {
          revision,
          counts: [first, page.total?.value, page.items.length, await countArticles(reads)],
        };
      });
      expect(runs).toBe(2);
      // Two were written during the first run.
      expect(value.counts).toEqual([3, 3, 3, 3]);
      expect(state.revision).toBe(value.revision);
      expect((await made.archive.state()).revision).toBeGreaterThan(state.revision);
      expect(await countArticles(made.archive.reads)).toBe(5);
    });

    it('passes on what the work throws', async () => {
      const failing = made.archive.read(() => {
        throw new RangeError('no such page');
      });
      await expect(failing).rejects.toThrow('no such page');
    });

    it('does not pass on what the work throws because it saw two states', async () => {
      const { value } = await made.archive.read(async (reads) => {
        const first = await countArticles(reads);
        await writeElsewhere();
        const second = await countArticles(reads);
        if (first !== second) throw new RangeError('two states');
        return second;
      });
      expect(value).toBe(2);
    });
  });
}
