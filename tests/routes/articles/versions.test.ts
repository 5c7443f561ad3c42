import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getArticleVersions } from '../../../src/routes/articles/versions.ts';
import { sampleArticle } from '../../archive/sample-articles.ts';
import { openSampleApp, type SampleApp } from '../sample-app.ts';

const first = `The harbour council met on Monday to vote on the new pier. ${Array.from({ length: 60 }, (_, at) => `Member ${at} spoke of matter ${at}.`).join(' ')}`;
const second = first.replace('on Monday', 'late on Monday').replace('matter 30.', 'something else.');

let api: SampleApp;
beforeAll(async () => {
  api = await openSampleApp();
  await api.archive.writes.writeArticles(
    [
      { headline: 'Council votes', body: first, publishedAt: '2024-11-05T08:00:00Z' },
      { headline: 'Council votes, wire', body: first, publishedAt: '2024-11-05T08:30:00Z' },
      { headline: 'Council votes at night', body: second, publishedAt: '2024-11-06T08:00:00Z' },
      { key: 'revised', headline: 'Ferry late', body: 'The ferry was late on Monday.' },
    ].map(sampleArticle),
  );
  await api.archive.writes.writeArticles([
    sampleArticle({
      key: 'revised',
      headline: 'Ferry cancelled',
      body: 'The ferry was cancelled on Monday.',
    }),
  ]);
});
afterAll(() => api.close());

const versions = async (path: string) => {
  const reply = await api.get(`/v1/articles/${path}`);
  if (reply.statusCode === 200)
    expect(getArticleVersions.response?.parse(reply.json())).toEqual(reply.json());
  return reply;
};

/** A side of a diff, put together from its changes. */
function side(changes: { field: string; op: string; text: string }[], op: string, field = 'body'): string {
  const own = changes.filter(
    (change) => change.field === field && (change.op === 'equal' || change.op === op),
  );
  return own.map(({ text }) => text).join('');
}

describe('the versions of an article', () => {
  test('are the takes and copies of its story, each with its relation to it', async () => {
    const { data } = (await versions('council-votes-at-night/versions')).json();
    expect(
      data.takes.map(({ place, relation }: { place: number; relation: string }) => [place, relation]),
    ).toEqual([
      [1, 'copy'],
      [2, 'copy'],
      [3, 'self'],
    ]);
    expect(data.takes[0].resemblance).toBeGreaterThan(0.9);
    expect(data.takes[0].resemblance).toBeLessThan(1);
    expect(data.takes[2].resemblance).toBe(1);
    const other = (await versions('council-votes/versions')).json().data;
    expect(other.story).toBe(data.story);
  });

  test('are compared with the take before, and the changes put together are both texts', async () => {
    const { diff } = (await versions('council-votes-at-night/versions')).json().data;
    expect(diff).toMatchObject({ from: 'council-votes-wire', to: '1' });
    expect(side(diff.changes, 'delete')).toBe(first);
    expect(side(diff.changes, 'insert')).toBe(second);
    expect(diff.changes).toContainEqual({ field: 'body', op: 'insert', text: 'late ' });
  });

  test('are the revisions of its own, the last two compared', async () => {
    const { data } = (await versions('ferry-cancelled/versions')).json();
    expect(data.revisions.map(({ headline }: { headline: string }) => headline)).toEqual([
      'Ferry late',
      'Ferry cancelled',
    ]);
    expect(data.takes).toEqual([]);
    expect(data.diff.changes.filter(({ field }: { field: string }) => field === 'headline')).toEqual([
      { field: 'headline', op: 'equal', text: 'Ferry ' },
      { field: 'headline', op: 'delete', text: 'late' },
      { field: 'headline', op: 'insert', text: 'cancelled' },
    ]);
  });

  test('are compared as asked', async () => {
    const asked = await versions('council-votes/versions?from=1&to=council-votes-at-night');
    expect(asked.json().data.diff).toMatchObject({ from: '1', to: 'council-votes-at-night' });
    const same = await versions('ferry-cancelled/versions?from=2&to=2');
    expect(new Set(same.json().data.diff.changes.map(({ op }: { op: string }) => op))).toEqual(
      new Set(['equal']),
    );
  });

  test('may be one, and then there is nothing to compare', async () => {
    const { data } = (await versions('storm-closes-the-ferry/versions')).json();
    expect(data).toMatchObject({ story: null, takes: [], diff: null });
    expect(data.revisions).toHaveLength(1);
  });

  test('that there are not are refused with those that there are', async () => {
    const reply = await versions('ferry-cancelled/versions?from=7');
    expect(reply.statusCode).toBe(400);
    expect(reply.json().errors).toMatchObject([{ param: 'from', allowed: ['1', '2'] }]);
    expect((await versions('nothing/versions')).statusCode).toBe(404);
    const moved = await versions('ferry-late/versions?from=1');
    expect(moved.statusCode).toBe(308);
    expect(moved.headers.location).toBe('/v1/articles/ferry-cancelled/versions?from=1');
  });
});
