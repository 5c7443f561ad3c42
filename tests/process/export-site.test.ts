import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ArchiveLocation } from '../../src/archive/engine.ts';
import { openArchive } from '../../src/archive/open-archive.ts';
import { sampleArticle, sampleEntry } from '../archive/sample-articles.ts';
import { runDateline } from './run-dateline.ts';

const origin = 'https://news.example.org';
const count = 105;
/** Words of the first articles: a plural, a merged and a renamed keyword, and a rare person. */
const wordsOf: Record<number, Parameters<typeof sampleArticle>[0]> = {
  0: { keywords: ['Grants', 'Levy', 'C++'], sections: ['Old Desk'], authors: ['José Núñez'] },
  1: { keywords: ['grant', 'Tax'], sections: ['Old Desk'], tags: ['person/ada-birch', 'person/rare-bird'] },
  2: { keywords: ['Grants'] },
};
const types: Record<string, string> = { '.html': 'text/html', '.json': 'application/json' };

let folder: string;
let site: string;
let environment: Record<string, string>;
let location: ArchiveLocation;
let server: Server;
let at: string;

/** A server of files as simple as there is: a path is a file, or a folder with an index.html. */
async function serveFiles(root: string): Promise<Server> {
  const opened = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://any');
    let path = join(root, decodeURIComponent(pathname));
    const found = await stat(path).catch(() => undefined);
    if (found?.isDirectory()) path = join(path, 'index.html');
    const body = await readFile(path).catch(() => undefined);
    response.writeHead(body ? 200 : 404, { 'content-type': types[extname(path)] ?? 'text/plain' }).end(body);
  });
  opened.listen(0, '127.0.0.1');
  await once(opened, 'listening');
  return opened;
}

const exportSite = (...options: string[]) =>
  runDateline(
    ['export', '--site', site, '--url', origin, '--formats', 'rss,jsonfeed,md', ...options],
    environment,
  );

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-'));
  site = join(folder, 'site');
  location = { engine: 'sqlite', path: join(folder, 'dateline.db') };
  environment = { DATABASE_URL: `sqlite:${location.path}` };
  const archive = await openArchive(location);
  await archive.writes.writeTags([sampleEntry('person/ada-birch', { description: 'Mayor & more.' })]);
  await archive.writes.writeArticles(
    Array.from({ length: count }, (_, number) =>
      sampleArticle({
        key: `n${number}`,
        headline: number === 7 ? '항구' : `Report "${number}" & more`,
        publishedAt: `20${10 + (number % 10)}-01-01T00:00:00Z`,
        tags: ['person/ada-birch', 'place/seahaven', ...(number % 3 ? [] : ['topic/harbours' as const])],
        quotes: [{ exact: `We heard ${number}`, speaker: 'person/ada-birch' }],
        ...wordsOf[number],
      }),
    ),
  );
  await archive.writes.correctTags(
    [
      { do: 'merge-tags', tag: 'keyword/levy', into: 'keyword/tax' },
      { do: 'rename-tag', tag: 'section/old-desk', name: 'New Desk' },
    ],
    'ann',
  );
  await archive.writes.listTagsFrom(2);
  await archive.close();
  expect(await exportSite()).toMatchObject({ code: 0, err: '' });
  server = await serveFiles(site);
  at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}, 120_000);
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true, force: true });
});

/** The addresses that a file of the site leads to, as paths. */
function linksOf(body: string, type: string | null): string[] {
  if (type === 'text/html') {
    return [...body.matchAll(/<(?!link rel="canonical")[^>]*\s(?:href|src|action)="([^"]*)"/g)].map(
      ([, link = '']) => link.replaceAll('&amp;', '&'),
    );
  }
  const links: string[] = [];
  if (type === 'application/json') {
    JSON.parse(body, (name, value) => {
      if (name === 'links' && value !== null && typeof value === 'object')
        links.push(...Object.values<string>(value));
      if (/^(next_url|feed_url|url|home_page_url)$/.test(name) && typeof value === 'string')
        links.push(value);
      return value;
    });
  }
  for (const [, link = ''] of body.matchAll(/<atom:link href="([^"]*)"|<link>([^<]*)<|<loc>([^<]*)</g))
    links.push(link);
  return links.filter((link) => typeof link === 'string');
}

test('every link of the site leads to a file of it', async () => {
  const broken: string[] = [];
  const seen = new Set<string>();
  const waiting = [
    '/',
    '/v1.json',
    '/v1/articles.rss',
    '/v1/articles.jsonfeed',
    '/sitemap.xml',
    '/docs/',
    '/problems/',
  ];
  while (waiting.length > 0) {
    const path = waiting.pop() ?? '';
    if (seen.has(path)) continue;
    seen.add(path);
    const answer = await fetch(at + path);
    const body = await answer.text();
    if (answer.status !== 200) {
      broken.push(path);
      continue;
    }
    const type = path.endsWith('.jsonfeed') ? 'application/json' : answer.headers.get('content-type');
    // What the description of the API shows as examples are no links.
    for (const link of path === '/openapi.json' ? [] : linksOf(body, type)) {
      const local = link.startsWith(origin) ? link.slice(origin.length) || '/' : link;
      if (!local.startsWith('/')) continue;
      expect(local, `in ${path}`).not.toContain('?');
      if (!seen.has(local.split('#')[0] ?? '')) waiting.push(local.split('#')[0] ?? '');
    }
  }
  expect(broken).toEqual([]);
  // Articles, their parts and pages, and all pages of lists were among them.
  expect(seen.size).toBeGreaterThan(count * 6);
}, 60_000);

test('pages of merged, renamed and rare tags are there, and lists have no rare tags', async () => {
  for (const path of ['/keywords/levy/', '/keywords/grant/', '/sections/old-desk/']) {
    expect(await (await fetch(at + path)).text(), path).toContain('http-equiv="refresh"');
  }
  expect((await fetch(`${at}/people/rare-bird/`)).status).toBe(200);
  expect(await (await fetch(`${at}/v1/people.json`)).text()).not.toContain('rare-bird');
});

test('following the pages of a list, in answers, feeds and pages, gives every article once', async () => {
  const slugs: string[] = [];
  for (let path: string | null = '/v1/articles.json'; path; ) {
    const { data, links, page } = (await (await fetch(at + path)).json()) as {
      data: { slug: string }[];
      links: { next: string | null };
      page: { next: null };
    };
    slugs.push(...data.map(({ slug }) => slug));
    expect(page.next, 'a cursor that no server of files understands').toBeNull();
    path = links.next;
  }
  expect(new Set(slugs).size).toBe(count);
  expect(slugs).toHaveLength(count);
  const feed: string[] = [];
  for (let path: string | undefined = '/v1/people/ada-birch/articles.rss'; path; ) {
    const body = await (await fetch(at + path)).text();
    feed.push(...[...body.matchAll(/<guid[^>]*>([^<]+)</g)].map(([, guid = '']) => guid));
    path = /<atom:link href="https:\/\/news\.example\.org([^"]*)" rel="next"/.exec(body)?.[1];
  }
  expect(new Set(feed).size).toBe(count);
  const pages: string[] = [];
  for (let path: string | undefined = '/'; path; ) {
    const body: string = await (await fetch(at + path)).text();
    pages.push(
      ...[...body.matchAll(/href="\/articles\/([^"/]+)\/"/g)].map(([, slug = '']) =>
        decodeURIComponent(slug),
      ),
    );
    path = /<link rel="next" href="([^"]*)"/.exec(body)?.[1];
  }
  expect(new Set(pages)).toEqual(new Set(slugs));
});

test('an answer says the same as the server does', async () => {
  const archive = await openArchive(location, { readOnly: true });
  const { data } = (await (await fetch(`${at}/v1/articles/report-3-more.json`)).json()) as { data: object };
  const found = await archive.reads.article('report-3-more');
  await archive.close();
  expect(found.kind === 'found' && JSON.parse(found.value)).toEqual(data);
});

test('what needs a server is no link, and no form', async () => {
  for (const path of ['/', '/articles/report-3-more/', '/people/ada-birch/']) {
    const body = await (await fetch(at + path)).text();
    expect(body).not.toMatch(/action="\/search"|href="\/search|\?cursor=/);
  }
});

describe('a second run', () => {
  test('touches nothing when nothing has changed', async () => {
    const before = (await stat(join(site, 'index.html'))).mtimeMs;
    const { out } = await exportSite();
    expect(out).toMatch(/: 0 files written, \d+ unchanged, 0 removed\n$/);
    expect((await stat(join(site, 'index.html'))).mtimeMs).toBe(before);
  }, 60_000);

  test('writes what has changed, and takes away what is gone', async () => {
    const archive = await openArchive(location);
    const gone = ['report-5-more', 'report-8-more', 'report-11-more'];
    for (const slug of gone) {
      const found = await archive.reads.article(slug);
      if (found.kind === 'found') await archive.writes.withdraw([JSON.parse(found.value).id]);
    }
    const page = { filter: {}, sort: 'newest', form: 'card', limit: 100, count: 'none' } as const;
    const { items } = await archive.reads.articles(page);
    for (const item of items.slice(0, 30)) {
      const { id, slug } = JSON.parse(item);
      gone.push(slug);
      await archive.writes.withdraw([id]);
    }
    await archive.close();
    await writeFile(join(site, 'mine.txt'), 'none of the site');
    expect(await readdir(join(site, 'v1'))).toContain('articles.2.json');
    const { out } = await exportSite();
    expect(out).not.toContain(' 0 removed');
    expect(await readdir(join(site, 'articles'))).toHaveLength(count - new Set(gone).size);
    for (const slug of gone)
      expect(await readdir(join(site, 'v1', 'articles'))).not.toContain(`${slug}.json`);
    // What is left fits on one page.
    expect(await readdir(join(site, 'v1'))).not.toContain('articles.2.json');
    expect(await readFile(join(site, 'mine.txt'), 'utf8')).toBe('none of the site');
  }, 60_000);
});

test('a folder that holds something else is refused, unless it is forced', async () => {
  const other = join(folder, 'other');
  await mkdir(other);
  await writeFile(join(other, 'thesis.txt'), 'years of work');
  const small = { DATABASE_URL: `sqlite:${join(folder, 'small.db')}` };
  await (await openArchive({ engine: 'sqlite', path: join(folder, 'small.db') })).close();
  const options = ['export', '--site', other, '--url', origin, '--formats', ''];
  const refused = await runDateline(options, small);
  expect(refused).toMatchObject({ code: 1, out: '' });
  expect(refused.err).toContain('is not empty and contains no site');
  expect(await readdir(other)).toEqual(['thesis.txt']);
  expect(await runDateline([...options, '--force'], small)).toMatchObject({ code: 0 });
  expect(await readFile(join(other, 'thesis.txt'), 'utf8')).toBe('years of work');
  const foreign = await runDateline(options, environment);
  expect(foreign).toMatchObject({ code: 1, err: expect.stringContaining('the site of another archive') });
  expect(await runDateline(['export', '--site', other], small)).toMatchObject({ code: 2 });
  expect(await runDateline([...options, '--q', 'pier'], small)).toMatchObject({ code: 2 });
}, 60_000);
