import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openArchive } from '../../src/archive/open-archive.ts';
import { hashOfKey } from '../../src/model/api-key.ts';
import { sampleArticle } from '../archive/sample-articles.ts';
import { temporaryFolder } from '../importing/temporary-folder.ts';
import { runDateline } from './run-dateline.ts';

/** A folder with an archive of one article, and the environment that leads there. */
async function newArchive() {
  const folder = await temporaryFolder();
  const path = join(folder, 'dateline.db');
  const archive = await openArchive({ engine: 'sqlite', path });
  const body = 'The pier was opened on Monday, Mayor Ada Birch said.';
  await archive.writes.writeArticles([sampleArticle({ headline: 'Pier opens', body })]);
  await archive.close();
  const open = () => openArchive({ engine: 'sqlite', path }, { readOnly: true });
  return { folder, environment: { DATABASE_URL: `sqlite:${path}` }, open };
}

test('dateline correct applies a file, tells what it left out, and reads standard input', async () => {
  const { folder, environment } = await newArchive();
  const file = join(folder, 'corrections.ndjson');
  const line = (headline: string) => JSON.stringify({ article: 'pier-opens', do: 'set', headline });
  await writeFile(file, `${line('Quay opens')}\n{"article": "nothing", "do": "set", "headline": "A"}\n`);
  const first = await runDateline(['correct', file], environment);
  expect(first).toMatchObject({ code: 3, out: '1 correction applied, 1 rejected.\n' });
  expect(first.err).toContain(':2: no article with id or slug "nothing"');
  expect(await runDateline(['correct', '-'], environment, line('Pier opens again'))).toMatchObject({
    code: 0,
  });
  expect(await runDateline(['correct', join(folder, 'missing')], environment)).toMatchObject({ code: 1 });
  expect(await runDateline(['correct'], environment)).toMatchObject({ code: 2 });
});

test('dateline correct applies a table, and hides a tag', async () => {
  const { folder, environment, open } = await newArchive();
  const file = join(folder, 'keywords.csv');
  await writeFile(file, 'keyword,action,target\nsection/Top Stories,hide,\nTax,hid,\n');
  const applied = await runDateline(['correct', file], environment);
  expect(applied).toMatchObject({ code: 3, out: '1 correction applied, 1 rejected.\n' });
  expect(applied.err).toBe(
    `${file}:3: unknown action "hid": use merge, rename, hide or lead; did you mean "hide"?\n`,
  );
  const hidden = await runDateline(['correct', '--hide', 'person/ada-birch', '--editor', 'ann'], environment);
  expect(hidden).toMatchObject({ code: 0, out: expect.stringContaining('Hid person/ada-birch') });
  expect(await runDateline(['correct', '--hide', 'persn/ada'], environment)).toMatchObject({ code: 2 });
  expect(await runDateline(['correct', file, '--hide', 'person/ada'], environment)).toMatchObject({
    code: 2,
  });
  const archive = await open();
  expect(await archive.reads.tagCorrections()).toMatchObject([
    { editor: 'command-line', correction: { do: 'drop-tag', tag: 'section/top-stories' } },
    { editor: 'ann', correction: { do: 'drop-tag', tag: 'person/ada-birch' } },
  ]);
  await archive.close();
});

test('dateline correct lists the rules over tags and takes one back', async () => {
  const { environment, open } = await newArchive();
  const rule = { do: 'rename-tag', tag: 'person/ada-birch', name: 'Ada Byrch' };
  expect(await runDateline(['correct', '-'], environment, JSON.stringify(rule))).toMatchObject({ code: 0 });
  const list = await runDateline(['correct', '--rules'], environment);
  expect(list.out).toMatch(/^1\t\S+Z\tcommand-line\t\{"do":"rename-tag"/);
  expect(await runDateline(['correct', '--withdraw', '1'], environment)).toMatchObject({
    code: 0,
    out: 'Withdrew correction 1.\n',
  });
  expect(await runDateline(['correct', '--withdraw', '1'], environment)).toMatchObject({ code: 1 });
  expect(await runDateline(['correct', '--withdraw', 'all'], environment)).toMatchObject({ code: 2 });
  expect(await runDateline(['correct', '--rules', 'file'], environment)).toMatchObject({ code: 2 });
  const archive = await open();
  expect(await archive.reads.tagCorrections()).toEqual([]);
  await archive.close();
});

test('dateline key shows a key once, keeps its hash, lists it and takes it back', async () => {
  const { environment, open } = await newArchive();
  const { code, out } = await runDateline(['key', 'create', 'news desk'], environment);
  expect(code).toBe(0);
  expect(out).toMatch(/^dateline_[\w-]{43}\n$/);
  const archive = await open();
  const key = await archive.keys.find(hashOfKey(out.trim()));
  await archive.close();
  expect(key).toMatchObject({ name: 'news desk', scope: 'write', revokedAt: null });
  const id = key?.id ?? '';
  const list = await runDateline(['key', 'list'], environment);
  expect(list.out).toContain(`${id}\tscope write\t`);
  expect(list.out).toContain('\tnever used\tactive\tnews desk\n');
  expect(list.out).not.toContain(out.trim());
  expect(await runDateline(['key', 'revoke', id], environment)).toMatchObject({ code: 0 });
  expect(await runDateline(['key', 'revoke', id], environment)).toMatchObject({ code: 1 });
  expect((await runDateline(['key', 'list'], environment)).out).toMatch(/\trevoked \S+Z\tnews desk\n/);
  expect(await runDateline(['key', 'create', 'x', '--scope', 'edit'], environment)).toMatchObject({
    code: 2,
    err: expect.stringContaining('expected one of read, write, admin'),
  });
  expect(await runDateline(['key', 'create', 'x', '--expires', 'soon'], environment)).toMatchObject({
    code: 2,
  });
  const feed = await runDateline(
    [
      'key',
      'create',
      'ann',
      '--feed',
      'https://news.example.org/v1/articles.rss?topic=transport&utm_source=x',
    ],
    { ...environment, PUBLIC_URL: 'https://news.example.org' },
  );
  expect(feed.out).toMatch(
    /^https:\/\/news\.example\.org\/v1\/articles\.rss\?topic=transport&token=dateline_[\w-]{43}\n$/,
  );
  for (const address of ['/v1/articles', '/v1/articles.csv', 'https://other.example.org/v1/articles.rss']) {
    expect(await runDateline(['key', 'create', 'x', '--feed', address], environment)).toMatchObject({
      code: 2,
    });
  }
  expect((await runDateline(['key', 'list'], environment)).out).toContain(
    '\tfeed /v1/articles.rss?topic=transport\t',
  );
  const limits = ['--scope', 'admin', '--source', 'the-post', '--expires', '2999-01-31'];
  expect(await runDateline(['key', 'create', 'wire', ...limits], environment)).toMatchObject({ code: 0 });
  expect((await runDateline(['key', 'list'], environment)).out).toContain(
    '\tscope admin, source the-post, expires 2999-01-31T00:00:00Z\t',
  );
});

test('dateline reextract says what it found changed', async () => {
  const { environment } = await newArchive();
  const one = await runDateline(['reextract', '--only', 'pier-opens', '--json'], environment);
  expect(JSON.parse(one.out)).toMatchObject({ ending: 'complete', read: 1, changed: 1 });
  const again = await runDateline(['reextract'], environment);
  expect(again).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^1 article processed .* 0 changed, 1 unchanged/),
  });
  expect(await runDateline(['reextract', '--only', 'nothing'], environment)).toMatchObject({ code: 2 });
  expect(await runDateline(['reextract', '--since', 'soon'], environment)).toMatchObject({ code: 2 });
});
