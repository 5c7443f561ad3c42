import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { deliverWebhooks } from '../../src/live/deliver-webhooks.ts';
import { readEvents } from '../../src/live/read-events.ts';
import { routes } from '../../src/routes/table.ts';
import { startReceiver } from '../live/receiver.ts';
import { connect } from '../mcp/connect.ts';
import { runDateline } from '../process/run-dateline.ts';
import { type PathValues, plainRequests, type Request, requestsFor } from './addresses.ts';
import { secretWords } from './secret-copy.ts';
import { openTwoArchives, type Served, type TwoArchives } from './two-archives.ts';

/**
 * Asks everything that the server answers, of two archives: one has copy that nobody may read, the other never had it.
 * The answers must be equal. Requests come from the route table, so that a new route is asked, too.
 */

let archives: TwoArchives;
let values: PathValues;
beforeAll(async () => {
  archives = await openTwoArchives();
  values = await publicValues(archives.plain);
});
afterAll(() => archives.close());

const words = Object.values(secretWords);
const hasSecret = (text: string) => words.some((word) => text.toLowerCase().includes(word));

/** Reads the values for paths from the archive without secrets. */
async function publicValues({ app }: Served): Promise<PathValues> {
  const get = async (url: string) => (await app.inject({ method: 'GET', url })).json();
  const known: PathValues['known'] = { number: ['1'], name: ['gone'], '': ['1'] };
  const { data } = await get('/v1/articles');
  known.article = data.flatMap((each: { id: string; slug: string }, index: number) =>
    index === 0 ? [each.slug, each.id] : each.slug,
  );
  for (const { path } of routes) {
    const list = /^\/v1\/(\w+)\/:slug$/.exec(path)?.[1];
    if (list === undefined) continue;
    const found = (await get(`/v1/${list}?limit=2`)).data;
    known[`${list}/slug`] = found.map(({ slug }: { slug: string }) => slug);
  }
  const { body } = await app.inject({ method: 'GET', url: '/sitemap.xml' });
  known.file = [...body.matchAll(/\/sitemaps\/([^<]+)</g)].map(([, file = '']) => file);
  return { known };
}

async function ask({ app }: Served, { method, url, payload }: Request) {
  const headers = { 'x-request-id': 'the-same' };
  return app.inject({ method, url, headers, ...(payload && { payload }) });
}
type Reply = Awaited<ReturnType<typeof ask>>;

/** Headers of a single response, and the time of the last change of the archive, which everybody may know. */
const own = new Set([
  'date',
  'server-timing',
  'cache-status',
  'last-modified',
  'etag',
  'dateline-seq',
  'content-length',
]);

/** Returns what must be equal. Documented tombstones and the numbers of changes are left out. */
function comparable({ statusCode, headers, body }: Reply) {
  return {
    statusCode,
    headers: Object.entries(headers)
      .filter(([name]) => !own.has(name))
      .map(([name, value]) => `${name}: ${withoutTombstones(String(value))}`),
    body: withoutTombstones(body),
  };
}

function withoutTombstones(body: string): string {
  const isGone = (text: string) => archives.gone.some((id) => text.includes(`"${id}"`));
  return body
    .replace(/<at:deleted-entry.*?<\/at:deleted-entry>\s*/gs, '')
    .replace(/(<feed.*?<updated>)[^<]*/s, '$1')
    .replace(/\{"seq":\d+,"article":"[^"]*"[^{}]*\},?/g, (change) => (isGone(change) ? '' : change))
    .replace(/\},\]/g, '}]')
    .replace(/^\{"deleted":.*\n/gm, (line) => (isGone(line) ? '' : line))
    .replace(/("(?:next|last)":)\d+/g, '$1')
    .replace(/(last change \()\d+/g, '$1')
    .replace(/(since=|"seq":)\d+/g, '$1')
    .replace(/("at":)"[^"]*"(?=\}\})/g, '$1');
}

/** True if a request names an article that is gone, so that it answers 410 instead of 404. */
function isDocumented(plain: Reply, secret: Reply): boolean {
  return plain.statusCode === 404 && secret.statusCode === 410;
}

async function compare(requests: Request[]): Promise<{ url: string; plain: Reply; secret: Reply }[]> {
  const replies = [];
  for (const request of requests) {
    const [plain, secret] = await Promise.all([ask(archives.plain, request), ask(archives.secret, request)]);
    replies.push({ url: `${request.method} ${request.url}`, plain, secret });
  }
  return replies;
}

describe('to somebody without a key', () => {
  test('all routes and pages answer as if the secret copy did not exist, in every format', async () => {
    const requests = plainRequests(values);
    expect(requests.length).toBeGreaterThan(500);
    const replies = await compare(requests);
    const succeeded = replies.filter(({ plain }) => plain.statusCode === 200);
    expect(succeeded.length).toBeGreaterThan(requests.length / 2);
    for (const { url, plain, secret } of replies) {
      expect({ url, ...comparable(secret) }).toEqual({ url, ...comparable(plain) });
      // The slug of a withdrawn article is a part of its tombstone in an export.
      const shown = JSON.stringify(secret.headers) + withoutTombstones(secret.body);
      expect([url, hasSecret(shown)]).toEqual([url, false]);
    }
    expect(archives.secret.log.filter(hasSecret)).toEqual([]);
  });

  test.each(Object.entries(secretWords))('a word of %s copy finds nothing anywhere', async (state, word) => {
    for (const { url, plain, secret } of await compare(requestsFor(word, values))) {
      if (state === 'gone' && isDocumented(plain, secret)) continue;
      expect({ url, ...comparable(secret) }).toEqual({ url, ...comparable(plain) });
    }
  });

  test('ids of unpublished copy are unknown, and those of articles that are gone are only that', async () => {
    const unpublished = await archives.secret.archive.states.unpublished({ limit: 10 });
    const ids = unpublished.filter(({ revision }) => revision === null).map(({ id }) => id);
    expect(ids).toHaveLength(2);
    for (const id of [...ids, ...archives.gone]) {
      const requests = requestsFor(id, values).filter(({ url }) => url.includes(`/${id}`));
      expect(requests.length).toBeGreaterThan(50);
      for (const { url, plain, secret } of await compare(requests)) {
        if (archives.gone.includes(id) && isDocumented(plain, secret)) continue;
        expect({ url, ...comparable(secret) }).toEqual({ url, ...comparable(plain) });
      }
    }
  });

  test('routes that need a key answer nothing without one', async () => {
    for (const { method, path, keyScope } of routes) {
      if (!keyScope) continue;
      const url = path.replace(/:\w+/g, secretWords.unpublished);
      const reply = await archives.secret.app.inject({ method, url });
      expect([method, path, reply.statusCode]).toEqual([method, path, 401]);
    }
  });

  test('the tools of assistants find nothing', async () => {
    const clients = [await connect(archives.plain.app), await connect(archives.secret.app)];
    onTestFinished(async () => {
      for (const client of clients) await client.close();
    });
    const { tools = [] } = (await clients[0]?.listTools()) ?? {};
    expect(tools.length).toBeGreaterThan(5);
    for (const { name, inputSchema } of tools) {
      const names = Object.keys(inputSchema.properties ?? {});
      const calls = [{}, ...words.flatMap((word) => names.map((each) => ({ [each]: word })))];
      for (const given of calls) {
        const required = (inputSchema.required ?? []).map((each) => [each, 'pier']);
        const args = { ...Object.fromEntries(required), ...given };
        const [plain, secret] = await Promise.all(
          clients.map(async (client) => client.callTool({ name, arguments: args }).catch(String)),
        );
        const isGone = JSON.stringify(secret).includes('was withdrawn');
        if (!isGone) expect({ name, args, result: secret }).toEqual({ name, args, result: plain });
      }
    }
  });

  test('static sites have the same files', async () => {
    const filesOf = async ({ path }: Served, name: string) => {
      const site = join(archives.folder, name);
      const options = ['--url', 'https://news.example', '--formats', 'rss,atom,jsonfeed,md'];
      const { code, err } = await runDateline(['export', '--site', site, ...options], {
        DATABASE_URL: `sqlite:${path}`,
      });
      expect(code, err).toBe(0);
      const names = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((file) =>
        /\.\w+$/.test(file),
      );
      return Object.fromEntries(
        names.sort().map((file) => [file, withoutTombstones(readFileSync(join(site, file), 'utf8'))]),
      );
    };
    const [plain, secret] = [
      await filesOf(archives.plain, 'plain-site'),
      await filesOf(archives.secret, 'secret-site'),
    ];
    expect(Object.keys(plain).length).toBeGreaterThan(100);
    expect(Object.keys(secret)).toEqual(Object.keys(plain));
    for (const [file, text] of Object.entries(secret)) expect([file, text]).toEqual([file, plain[file]]);
    expect(hasSecret(JSON.stringify(secret))).toBe(false);
  });

  test('the stream and webhooks tell only what is public, and what is gone by its id', async () => {
    const receiver = await startReceiver();
    onTestFinished(() => receiver.close());
    const { archive } = archives.secret;
    await archive.webhooks.add(
      { id: 'hook', url: receiver.url, secret: 'secret', tag: null, q: null, createdAt: 0 },
      0,
    );
    const sender = deliverWebhooks({
      archive,
      allows: () => true,
      warn: ({ err }) => {
        throw err;
      },
      limits: { everyMs: 20 },
    });
    onTestFinished(() => sender.close());
    const last = await archive.changes.last();
    await expect.poll(async () => (await archive.webhooks.find('hook'))?.seq).toBe(last);
    const { events } = await readEvents(archive, 0, {});
    const plain = await readEvents(archives.plain.archive, 0, {});
    const cards = events.filter(({ event }) => event !== 'article.deleted').map(({ article }) => article);
    expect(cards).toEqual(plain.events.map(({ article }) => article));
    expect(receiver.received.map(({ data }) => data.seq)).toEqual(events.map(({ seq }) => seq));
    expect(hasSecret(JSON.stringify([events, receiver.received.map(({ body }) => body)]))).toBe(false);
  });

  test('metrics and the log have counts of what is public, and no words of the rest', async () => {
    const counts = async ({ metrics }: Served) =>
      (await metrics.read()).split('\n').filter((line) => /^dateline_archive_(?!revis)/.test(line));
    expect(await counts(archives.secret)).toEqual(await counts(archives.plain));
    expect(hasSecret(await archives.secret.metrics.read())).toBe(false);
  });
});
