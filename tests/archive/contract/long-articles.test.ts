import { describe, expect, it } from 'vitest';
import { engines } from '../engines.ts';
import { sampleArticle } from '../sample-articles.ts';
import { searchFor } from '../search-for.ts';

const speakers = ['person/ada-birch', 'person/bo-elm'] as const;
const quotes = Array.from({ length: 5_000 }, (_, index) => ({
  exact: `We keep the pier ${index} "open"`,
  speaker: speakers[index % 2] ?? speakers[0],
}));

for (const engine of engines) {
  describe(`long articles (${engine.name})`, () => {
    it('are highlighted within the first part of their text, whatever they repeat', async () => {
      const { archive, remove } = await engine.create();
      const written = await archive.writes.writeArticles([
        sampleArticle({ headline: 'Many voices', quotes }),
        sampleArticle({ headline: 'One word', body: `pier ${'pier '.repeat(300_000)}harbour` }),
        sampleArticle({ headline: 'Escapes', body: `pier ${'"\\\\" '.repeat(100_000)}` }),
        sampleArticle({ headline: 'Letters', body: `pier ${'ø'.repeat(300_000)}` }),
      ]);
      const highlights = await archive.reads.highlight(
        searchFor('pier'),
        written.map(({ id }) => id),
      );
      expect(highlights.map(({ fragments }) => fragments.length)).toEqual([3, 3, 1, 1]);
      for (const { id, fragments } of highlights) {
        const found = await archive.reads.article(id);
        if (found.kind !== 'found') throw new RangeError(`no article ${id}`);
        const { body } = JSON.parse(found.value);
        for (const { start, end, text, matches } of fragments) {
          expect(text.length).toBeLessThan(500);
          expect(body.text.slice(start, end)).toBe(text);
          for (const match of matches) expect(body.text.slice(match.start, match.end)).toBe('pier');
        }
      }
      // Beyond the part that is searched.
      const [, oneWord] = written;
      const [beyond] = await archive.reads.highlight(searchFor('harbour'), [oneWord?.id ?? '']);
      expect(beyond?.fragments).toEqual([]);
      await remove();
    });

    it('leave highlights to the others of their page', async () => {
      const { archive, remove } = await engine.create();
      const long = Array.from({ length: 8 }, (_, index) =>
        sampleArticle({
          key: `k${index}`,
          headline: `Pier ${index}`,
          body: `pier ${'word '.repeat(60_000)}`,
        }),
      );
      const written = await archive.writes.writeArticles([...long, sampleArticle({ body: 'The old pier.' })]);
      const highlights = await archive.reads.highlight(
        searchFor('pier'),
        written.map(({ id }) => id),
      );
      expect(highlights).toHaveLength(9);
      expect(highlights.every(({ fragments }) => fragments.length > 0)).toBe(true);
      await remove();
    });
  });
}
