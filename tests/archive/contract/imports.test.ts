import { describe, expect, it } from 'vitest';
import { archiveForEachTest, engines } from '../engines.ts';
import { sampleArticle } from '../sample-articles.ts';

for (const engine of engines) {
  describe(`what an archive remembers of imports (${engine.name})`, () => {
    const made = archiveForEachTest(engine);

    it('an import that never began is at position 0', async () => {
      expect(await made.archive.imports.position('job')).toBe(0);
    });

    it('a checkpoint is stored with its batch and read by another process', async () => {
      await made.archive.writes.writeArticles([sampleArticle()], { job: 'job', position: 3 });
      const again = await made.again();
      expect(await again.imports.position('job')).toBe(3);
      expect(await again.imports.position('other')).toBe(0);
      expect((await again.reads.summary()).articles).toBe(1);
    });

    it('a batch that fails leaves neither its articles nor its checkpoint', async () => {
      await made.archive.writes.writeArticles([], { job: 'job', position: 1 });
      const broken = { ...sampleArticle({ headline: 'Broken' }), publishedAt: 'no instant' };
      const write = async () =>
        await made.archive.writes.writeArticles([sampleArticle(), broken], { job: 'job', position: 2 });
      await expect(write()).rejects.toThrow();
      expect(await made.archive.imports.position('job')).toBe(1);
      expect((await made.archive.reads.summary()).articles).toBe(0);
    });

    it('a checkpoint alone is no change that an answer shows', async () => {
      await made.archive.writes.writeArticles([sampleArticle()], { job: 'job', position: 1 });
      const revision = (await made.archive.state()).revision;
      await made.archive.writes.writeArticles([sampleArticle()], { job: 'job', position: 2 });
      expect(await made.archive.imports.position('job')).toBe(2);
      expect((await made.archive.state()).revision).toBe(revision);
    });

    it('a finished import is forgotten', async () => {
      await made.archive.writes.writeArticles([], { job: 'job', position: 9 });
      await made.archive.imports.finish('job');
      expect(await made.archive.imports.position('job')).toBe(0);
    });

    it('what a server said of a page is kept until it says otherwise', async () => {
      const url = 'https://example.org/feed';
      expect(await made.archive.imports.validators(url)).toBeUndefined();
      await made.archive.imports.writeValidators(url, { etag: '"a"', lastModified: null });
      expect(await made.archive.imports.validators(url)).toEqual({ etag: '"a"', lastModified: null });
      const lastModified = 'Sun, 03 Nov 2024 11:59:00 GMT';
      await made.archive.imports.writeValidators(url, { etag: null, lastModified });
      expect(await made.archive.imports.validators(url)).toEqual({ etag: null, lastModified });
    });
  });
}
