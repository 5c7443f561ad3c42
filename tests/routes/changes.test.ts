import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createArchive } from '../archive/engines.ts';
import { sampleArticle } from '../archive/sample-articles.ts';
import { openSampleApp, sampleAppOver } from './sample-app.ts';

interface Entry {
  seq: number;
  article: string;
  kind: 'new' | 'changed' | 'deleted';
  now?: { id: string; headline: string; revision: number } | null;
}

test('changes come in order, without gaps, and say how to go on', async () => {
  const api = await openSampleApp();
  const first = (await api.get('/v1/changes?limit=3')).json();
  expect(first.data.map(({ seq }: Entry) => seq)).toEqual([1, 2, 3]);
  expect(first.page).toEqual({ next: 3, more: true, last: 4 });
  const second = (await api.get(first.links.next)).json();
  expect(second.data.map(({ seq, kind }: Entry) => [seq, kind])).toEqual([[4, 'new']]);
  const end = (await api.get(second.links.next)).json();
  expect(end).toMatchObject({ data: [], page: { next: 4, more: false, last: 4 } });
  await api.archive.writes.writeArticles([sampleArticle({ headline: 'Since then' })]);
  const later = (await api.get(end.links.next)).json();
  expect(later.data).toHaveLength(1);
  await api.close();
});

test('changes after the last are a problem: the archive is another', async () => {
  const api = await openSampleApp();
  const reply = await api.get('/v1/changes?since=5');
  expect(reply.statusCode).toBe(400);
  expect(reply.json().errors[0].param).toBe('since');
  await api.close();
});

test('changes with large articles come in smaller pages, and none is missed', async () => {
  const { archive, remove } = await createArchive();
  const body = 'The river is high. '.repeat(37_000);
  await archive.writes.writeArticles(
    ['Ash', 'Birch', 'Cedar', 'Elm', 'Fir'].map((headline) => sampleArticle({ headline, body })),
  );
  const app = sampleAppOver(archive);
  const seen: number[] = [];
  for (let url = '/v1/changes?include=article&limit=5'; ; ) {
    const { data, page, links } = (await app.inject(url)).json();
    expect(data.length).toBeLessThan(3);
    seen.push(...data.map(({ seq }: Entry) => seq));
    if (!page.more) break;
    url = links.next;
  }
  expect(seen).toEqual([1, 2, 3, 4, 5]);
  await app.close();
  await remove();
});

const write = fc.record({ kind: fc.constant('write'), which: fc.nat(5), text: fc.nat(2) });
const remove = fc.record({ kind: fc.constant('delete'), which: fc.nat(5), text: fc.constant(0) });
const read = fc.record({
  kind: fc.constant('read'),
  which: fc.integer({ min: 1, max: 4 }),
  text: fc.constant(0),
});

test('a copy that applies the changes, whenever it asks, equals the archive', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(write, remove, read), { maxLength: 30 }), async (steps) => {
      const { archive, remove: end } = await createArchive();
      const app = sampleAppOver(archive);
      const ids = new Map<number, string>();
      const copy = new Map<string, unknown>();
      let since = 0;
      const follow = async (limit: number): Promise<boolean> => {
        const { data, page } = (
          await app.inject(`/v1/changes?include=article&since=${since}&limit=${limit}`)
        ).json();
        for (const { article, now, seq } of data) {
          expect(seq).toBe(since + 1);
          since = seq;
          if (now) copy.set(article, now);
          else copy.delete(article);
        }
        return page.more;
      };
      for (const { kind, which, text } of steps) {
        const id = ids.get(which);
        if (kind === 'read') await follow(which);
        else if (kind === 'delete' && id) await archive.writes.withdraw([id]);
        else if (kind === 'write') {
          const [written] = await archive.writes.writeArticles([
            sampleArticle({ headline: `Article ${which}`, body: `Text ${text}.` }),
          ]);
          if (written) ids.set(which, written.id);
        }
      }
      while (await follow(3));
      const { data } = (await app.inject('/v1/articles?limit=100')).json();
      const there = data.map(({ id }: { id: string }) => id);
      expect([...copy.keys()].sort()).toEqual(there.sort());
      for (const id of there)
        expect(copy.get(id)).toEqual((await app.inject(`/v1/articles/${id}`)).json().data);
      await app.close();
      await end();
    }),
    { numRuns: 40 },
  );
});
