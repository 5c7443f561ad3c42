import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { temporaryFolder } from '../importing/temporary-folder.ts';
import { runDateline } from './run-dateline.ts';
import { type RunningServer, startServer } from './start-server.ts';

const fixture = fileURLToPath(new URL('../fixtures/baseline.db', import.meta.url));
const pier = 'harbour-council-approves-the-new-pier';
/** The key that had the scope edit when scripts/make-baseline-archive.ts put it into the archive. */
const key = `dateline_${'b'.repeat(43)}`;

/**
 * An archive that was made with the first schema, opened by the present code. Later changes of the schema must keep
 * these tests green with the same fixture: they need a migration that brings such an archive along.
 */
describe('an archive made with the first schema', () => {
  let folder: string;
  let environment: { DATABASE_URL: string };
  let server: RunningServer;
  const get = async (path: string) => {
    const response = await fetch(`${server.url}${path}`);
    expect(response.status, path).toBe(200);
    return response.json();
  };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dateline-'));
    const path = join(folder, 'dateline.db');
    await copyFile(fixture, path);
    environment = { DATABASE_URL: `sqlite:${path}` };
    server = await startServer(environment, []);
  });
  afterAll(async () => {
    await server?.stop();
    await rm(folder, { recursive: true });
  });

  it('has rows in every table', () => {
    const database = new Database(fixture, { readonly: true });
    const tables = database
      .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
      .pluck()
      .all();
    const empty = tables.filter((table) => !database.prepare(`SELECT 1 FROM "${table}"`).get());
    database.close();
    expect(tables).toContain('articles');
    expect(empty).toEqual([]);
  });

  it('is ready, and warns that its articles are not indexed by the present rules', async () => {
    const warning = 'Searches miss the articles that an earlier version stored; run dateline reindex.';
    expect(await get('/readyz')).toEqual({ status: 'ready', warnings: [warning] });
    expect(server.log.filter((line) => line.includes(warning))).toHaveLength(1);
  });

  it('lists articles, by tag and by date too', async () => {
    const { data } = await get('/v1/articles?limit=100');
    expect(data).toHaveLength(11);
    const slugs = async (query: string) =>
      (await get(`/v1/articles?${query}`)).data.map(({ slug }: { slug: string }) => slug);
    expect(await slugs('tag=person/ada-byrch')).toEqual(['new-pier-for-port-amber', pier]);
    expect(await slugs('date=2024-06')).toEqual([
      'lighthouse-opens-to-visitors',
      'ferry-crews-strike-over-pay',
    ]);
  });

  it('has whole articles, with corrections, mentions and quotes', async () => {
    const { data } = await get(`/v1/articles/${pier}`);
    expect(data).toMatchObject({ standfirst: 'A close vote.', publishedAt: '2024-05-06T09:00:00Z' });
    expect(data.body.text).toContain('beside the old fish market');
    expect(data.quotes[0]).toMatchObject({
      exact: 'We have waited ten years for this pier,',
      speaker: { name: 'Ada Byrch' },
    });
    for (const { start, end, exact } of data.quotes) expect(data.body.text.slice(start, end)).toBe(exact);
  });

  it('redirects from former slugs', async () => {
    const moved = async (path: string) =>
      (await fetch(`${server.url}${path}`, { redirect: 'manual' })).headers.get('location');
    expect(await moved('/v1/articles/harbour-council-votes-on-the-new-pier')).toContain(pier);
    expect(await moved('/v1/people/dan-ash')).toContain('/v1/people/bo-elm');
  });

  it('knows revisions and stories', async () => {
    const { data } = await get(`/v1/articles/${pier}/versions`);
    expect(JSON.stringify(data)).toContain('Harbour council votes on the new pier');
    expect(JSON.stringify(data)).toContain('new-pier-for-port-amber');
  });

  it('has quotes by speaker', async () => {
    const { data } = await get('/v1/people/bo-elm/quotes');
    expect(data.map(({ exact }: { exact: string }) => exact)).toContain('The offer is an insult,');
  });

  it('finds articles by features, address and last change', async () => {
    const slugs = async (query: string) =>
      (await get(`/v1/articles?${query}`)).data.map(({ slug }: { slug: string }) => slug);
    const { data: articles } = await get('/v1/articles?limit=100&include=quotes');
    const quoting = articles.filter(({ quotes }: { quotes: unknown[] }) => quotes.length > 0);
    const pictured = articles.filter(({ images }: { images: unknown[] }) => images.length > 0);
    expect(await slugs('has=quotes')).toEqual(quoting.map(({ slug }: { slug: string }) => slug));
    expect(await slugs('has=image')).toEqual(pictured.map(({ slug }: { slug: string }) => slug));
    const { data: changes } = await get('/v1/changes?since=0&limit=100');
    const changed = changes.map(({ article }: { article: string }) => article).toReversed();
    const { data: updated } = await get('/v1/articles?sort=updated&limit=100');
    const order = [...new Set(changed)].filter((id) =>
      articles.some((each: { id: string }) => each.id === id),
    );
    expect(updated.map(({ id }: { id: string }) => id)).toEqual(order);
    for (const { url } of articles.filter((each: { url: string | null }) => each.url)) {
      expect((await get(`/v1/articles?url=${encodeURIComponent(url)}`)).data.length).toBeGreaterThan(0);
    }
  });

  it('is searched after reindex, without a restart, by relevance too', async () => {
    expect((await get('/v1/articles?q=lighthouse')).data).toEqual([]);
    const reindexed = await runDateline(['reindex'], environment);
    expect(reindexed).toMatchObject({ code: 0, out: expect.stringMatching(/^11 articles indexed/) });
    expect(await get('/readyz')).toEqual({ status: 'ready' });
    for (const sort of ['newest', 'relevance']) {
      const { data } = await get(`/v1/articles?q=lighthouse&sort=${sort}`);
      expect(data.map(({ slug }: { slug: string }) => slug)).toEqual(['lighthouse-opens-to-visitors']);
    }
    expect((await get('/v1/quotes?q=insult')).data).toHaveLength(1);
  });

  it('counts by tag and by month', async () => {
    const { data } = await get('/v1/people/bo-elm');
    expect(data).toMatchObject({ articleCount: 3, quoteCount: 3 });
    expect((await get('/v1/timeline?tag=person/bo-elm')).data.length).toBeGreaterThan(0);
  });

  it('tells what changed', async () => {
    const { data } = await get('/v1/changes?since=0&limit=100');
    expect(data).toHaveLength(16);
  });

  it('has its API keys, which correct articles', async () => {
    const { out } = await runDateline(['key', 'list'], environment);
    expect(out).toMatch(/\tscope write\t.*news desk\n/);
    expect(out).toMatch(/\tscope read\t.*reader\n/);
    const address = `${server.url}/v1/articles/ferry-crews-strike-over-pay/corrections`;
    const etag = (await fetch(address)).headers.get('etag') ?? '';
    const corrected = await fetch(address, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'if-match': etag, 'content-type': 'application/json' },
      body: JSON.stringify({ corrections: [{ do: 'set', standfirst: 'On Saturday.' }] }),
    });
    expect(corrected.status).toBeLessThan(300);
    expect((await get('/v1/articles/ferry-crews-strike-over-pay')).data.standfirst).toBe('On Saturday.');
  });

  it('withdraws a rule that was made over a tag', async () => {
    const rules = await runDateline(['correct', '--rules'], environment);
    expect(rules.out).toMatch(/^2\t.*rename-tag.*\n3\t.*merge-tags/);
    expect(await runDateline(['correct', '--withdraw', '3'], environment)).toMatchObject({ code: 0 });
    expect((await get('/v1/people/dan-ash')).data).toMatchObject({ name: 'Dan Ash', articleCount: 1 });
  });

  it('has its webhooks and their deliveries', async () => {
    const { out } = await runDateline(['webhook', 'list'], environment);
    const [id = ''] = out.split(' ');
    expect(out).toContain('tags person/bo-elm');
    expect((await runDateline(['webhook', 'deliveries', id], environment)).out).toMatch(/delivered {2}200/);
  });

  it('is exported, and the export is imported without loss', async () => {
    const whole = await runDateline(['export'], environment);
    const lines = whole.out.trimEnd().split('\n');
    expect(lines.filter((line) => line.startsWith('{"id":'))).toHaveLength(11);
    expect(whole.out).toContain('"slug":"a-deleted-article"');
    const other = { DATABASE_URL: `sqlite:${join(await temporaryFolder(), 'dateline.db')}` };
    expect(await runDateline(['import', '-'], other, whole.out)).toMatchObject({ code: 0 });
    const again = await runDateline(['export'], other);
    // The first line names the archive, and corrections are numbered anew. Articles that were stored before there were
    // tags of newsrooms get them when they are stored again.
    const comparable = (out: string) =>
      out
        .replaceAll('"sections":[],', '')
        .replaceAll(/"number":\d+/g, '')
        .split('\n')
        .slice(1)
        .filter((line) => !/^\{"tag":\{"id":"(?:keyword|section|author)\//.test(line));
    expect(comparable(again.out)).toEqual(comparable(whole.out));
  });

  it('takes an import', async () => {
    const article = { headline: 'Harbour office moves', body: 'The harbour office moves on Monday.' };
    const record = JSON.stringify({ ...article, publishedAt: '2024-07-01T00:00:00Z' });
    expect(await runDateline(['import', '-'], environment, record)).toMatchObject({ code: 0 });
    const { data } = await get('/v1/articles?q=office+moves&match=all');
    expect(data.map(({ headline }: { headline: string }) => headline)).toEqual(['Harbour office moves']);
  });
});

test('an archive made before the first release is refused with one line and exit code 1', async () => {
  const path = join(await temporaryFolder(), 'dateline.db');
  await copyFile(fixture, path);
  const database = new Database(path);
  database
    .prepare('UPDATE schema_migrations SET checksum = ?')
    .run('3e681e92dd29fa501eb3e977e8bad9fda4b9153d13627374ff369c2ffe51261d');
  database.close();
  const environment = { DATABASE_URL: `sqlite:${path}`, PORT: '0' };
  for (const command of ['migrate', 'serve']) {
    const { code, out, err } = await runDateline([command], environment);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(
      /^The archive \S+ was made before the first release .*dateline export.*dateline import.*\n$/,
    );
  }
});
