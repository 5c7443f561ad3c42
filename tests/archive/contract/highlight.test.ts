import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { engines } from '../engines.ts';
import { publicationAt, sample, searchExpression } from '../random-filters.ts';
import { sampleArticle } from '../sample-articles.ts';
import { searchFor } from '../search-for.ts';

for (const engine of engines) {
  describe(`highlights and suggestions (${engine.name})`, () => {
    it('mark exactly what is in the text, in every article that a search finds', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(sample, { minLength: 1, maxLength: 12 }),
          searchExpression,
          async (samples, search) => {
            const { archive, remove } = await engine.create();
            try {
              await archive.writes.writeArticles(
                samples.map((each, index) =>
                  sampleArticle({
                    key: `k${index}`,
                    publishedAt: publicationAt(each.second),
                    headline: `${each.headline.join(' ')} n${index}`,
                    body: `${each.body.join(' — ')} 🙂 ${'and so on '.repeat(each.key)}\n\n${each.body.join(' ')}`,
                  }),
                ),
              );
              const { items } = await archive.reads.articles({
                filter: { search },
                sort: 'newest',
                form: 'full',
                limit: 100,
                count: 'none',
              });
              const found = items.map((item) => JSON.parse(item));
              const highlights = await archive.reads.highlight(
                search,
                found.map(({ id }) => id),
              );
              expect(highlights.map(({ id }) => id)).toEqual(found.map(({ id }) => id));
              for (const [index, { fragments }] of highlights.entries()) {
                const article = found[index];
                const texts = { headline: article.headline, body: article.body.text };
                // A search that is met by what is left out has nothing to show.
                if (search.kind === 'words') expect(fragments.length).toBeGreaterThan(0);
                for (const { field, start, end, text, matches } of fragments) {
                  const whole: string = field === 'headline' ? texts.headline : texts.body;
                  expect(whole.slice(start, end)).toBe(text);
                  expect(matches.length).toBeGreaterThan(0);
                  let last = start;
                  for (const match of matches) {
                    expect(match.start).toBeGreaterThanOrEqual(last);
                    expect(match.end).toBeLessThanOrEqual(end);
                    expect(whole.slice(match.start, match.end)).toMatch(/^(alfa|bravo|kilo|lima|oslo)/);
                    last = match.end;
                  }
                }
              }
            } finally {
              await remove();
            }
          },
        ),
        { numRuns: 60 },
      );
    }, 60_000);

    it('show inflections, other spellings, phrases and captions', async () => {
      const { archive, remove } = await engine.create();
      const [written] = await archive.writes.writeArticles([
        sampleArticle({
          headline: 'Harbours reopened',
          body: 'The Café by the demilitarised harbour.\n\nThe old pier, and a pier that is old.',
          caption: 'The old pier.',
        }),
      ]);
      const marked = async (text: string) => {
        const [highlight] = await archive.reads.highlight(searchFor(text), [written?.id ?? '']);
        return highlight?.fragments.flatMap(({ field, text: shown, start, matches }) =>
          matches.map((match) => `${field}: ${shown.slice(match.start - start, match.end - start)}`),
        );
      };
      expect(await marked('harbor')).toEqual(['headline: Harbours', 'body: harbour']);
      expect(await marked('demilitarized cafe')).toEqual(['body: Café', 'body: demilitarised']);
      expect(await marked('"old pier" -harbour')).toEqual(['body: old pier', 'caption: old pier']);
      expect(await marked('body:re* OR headline:re*')).toEqual(['headline: reopened']);
      await remove();
    });

    it('propose the most frequent word one slip away, as it is printed', async () => {
      const { archive, remove } = await engine.create();
      await archive.writes.writeArticles([
        sampleArticle({ headline: 'Governments meet', body: 'The government met the Governor.' }),
        sampleArticle({ headline: 'Harbour', body: 'The government spoke.' }),
      ]);
      expect(await archive.reads.suggest(searchFor('goverment harbuor xyzzyx'))).toEqual([
        { word: 'goverment', suggestion: 'government' },
        { word: 'harbuor', suggestion: 'harbour' },
      ]);
      expect(await archive.reads.suggest(searchFor('government'))).toEqual([]);
      await remove();
    });
  });
}
