import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Archive } from '../../../src/archive/archive.ts';
import { idOf } from '../../../src/archive/core/article-json/prepared-article.ts';
import { instantOf } from '../../../src/model/instant.ts';
import { arriving, killing } from '../arriving.ts';
import { engines } from '../engines.ts';
import { allHeadlines } from '../pages.ts';
import { filter, publicationAt, sample, WRITTEN } from '../random-filters.ts';
import { openReference } from '../reference.ts';
import { openStatesModel } from '../states-model.ts';

/** Last number of an article: few, so that most steps concern one that exists. */
const keys = 2;
const step = fc.oneof(
  {
    weight: 24,
    arbitrary: fc.record({
      do: fc.constant('arrive' as const),
      sample,
      key: fc.nat(keys),
      version: fc.option(fc.nat(5)),
      release: fc.constantFrom('publish', 'publish', 'publish', 'hold', 'draft'),
      statesPublic: fc.constantFrom(true, true, false),
      dueIn: fc.integer({ min: -2, max: 8 }),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('kill' as const),
      key: fc.nat(keys),
      version: fc.option(fc.nat(2)),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constantFrom('withdraw', 'restore', 'restore', 'release'),
      key: fc.nat(keys),
    }),
  },
  // A purge ends the story of an article, so it is rare.
  { weight: 1, arbitrary: fc.record({ do: fc.constant('purge' as const), key: fc.nat(keys) }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('wait' as const), seconds: fc.integer({ min: 1, max: 5 }) }),
  },
);

const names = (articles: { headline: string }[]) => articles.map(({ headline }) => headline).sort();

/** What a reader can see of the states, in a form to compare. */
async function seen(archive: Archive) {
  const { articles, quotes, people, topics, places, organizations, keywords, sections, authors, sources } =
    await archive.reads.summary();
  const { facets } = await archive.reads.facets({}, ['person', 'topic', 'source', 'year'], 20);
  const tags = await archive.reads.tags({ sort: 'name', limit: 100, count: 'none' });
  const said = await archive.reads.quotes({ limit: 100, count: 'none' });
  return {
    counts: { articles, quotes, people, topics, places, organizations, keywords, sections, authors, sources },
    facets,
    months: await archive.reads.months(),
    tags: tags.items.map((item) => {
      const { id, articleCount, quoteCount } = JSON.parse(item);
      return { id, articleCount, quoteCount };
    }),
    quotes: said.items.map((item) => JSON.parse(item).exact).sort(),
  };
}

for (const engine of engines) {
  describe(`random states (${engine.name})`, () => {
    beforeEach(() => {
      vi.useFakeTimers({ toFake: ['Date'] });
    });
    afterEach(() => {
      vi.useRealTimers();
    });

    it('are those of a slow model, and show what an archive shows that only ever got the published articles', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(step, { minLength: 30, maxLength: 60, size: 'max' }),
          fc.array(filter, { minLength: 2, maxLength: 6 }),
          async (steps, filters) => {
            const { archive, remove } = await engine.create();
            let seconds = WRITTEN / 1000;
            const at = (key: number) => ({ key: `k${key}`, source: 'post' });
            const model = openStatesModel();
            try {
              for (const [index, each] of steps.entries()) {
                seconds += 1;
                vi.setSystemTime(seconds * 1000);
                if (each.do === 'wait') seconds += each.seconds;
                else if (each.do === 'kill') {
                  await archive.writes.writeArticles([killing(at(each.key), { version: each.version })]);
                  model.kill(`k${each.key}`, each.version);
                } else if (each.do === 'arrive') {
                  const { isPictured: _pictured, second, headline, body, ...rest } = each.sample;
                  const document = arriving({
                    ...rest,
                    ...at(each.key),
                    headline: `${headline.join(' ')} n${index}`,
                    body: body.join(' '),
                    publishedAt: publicationAt(second),
                    release: each.release,
                    dueAt: instantOf(seconds + each.dueIn),
                    statesPublic: each.statesPublic,
                    version: each.version,
                  });
                  await archive.writes.writeArticles([document]);
                  model.arrive(`k${each.key}`, document);
                } else {
                  await archive.writes[each.do]([idOf(arriving(at(each.key)))]);
                  model.edit(`k${each.key}`, each.do);
                }
                await archive.writes.publishDue(instantOf(seconds));
                model.pass(instantOf(seconds));
                expect((await allHeadlines(archive)).sort()).toEqual(names(model.published()));
              }

              const expected = model.published();
              const waiting = await archive.states.unpublished({ limit: 100 });
              expect(names(waiting)).toEqual(names(model.waiting().map(({ document }) => document)));

              const other = await engine.create();
              try {
                const reference = openReference();
                for (const { arrival: _arrival, ...document } of expected) {
                  await other.archive.writes.writeArticles([document]);
                  reference.put(document);
                }
                expect(await seen(archive)).toEqual(await seen(other.archive));
                for (const { updatedSince: _since, ...each } of filters)
                  expect((await allHeadlines(archive, { filter: each })).sort()).toEqual(
                    reference.newest(each).sort(),
                  );
              } finally {
                await other.remove();
              }
            } finally {
              await remove();
            }
          },
        ),
        { numRuns: 25 },
      );
    }, 120_000);
  });
}
