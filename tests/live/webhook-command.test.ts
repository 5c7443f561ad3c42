import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openArchive } from '../../src/archive/open-archive.ts';
import { runCommandLine } from '../../src/cli/command-line.ts';
import { isSigned, startReceiver } from './receiver.ts';

test('dateline webhook says what it does, and what is wrong', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-webhook-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const receiver = await startReceiver((number) => (number === 0 ? 204 : 500));
  onTestFinished(() => receiver.close());
  const environment = {
    DATABASE_URL: `sqlite:${join(folder, 'archive.db')}`,
    WEBHOOK_PRIVATE_ADDRESSES: 'true',
  };
  const run = async (words: string[], changes: Record<string, string> = {}) => {
    const said = { out: '', err: '' };
    const code = await runCommandLine(
      ['webhook', ...words],
      { ...environment, ...changes },
      {
        out: (line) => {
          said.out += `${line}\n`;
        },
        err: (line) => {
          said.err += `${line}\n`;
        },
      },
    );
    return { code, ...said };
  };
  const call = (...words: string[]) => run(words);

  await (await openArchive({ engine: 'sqlite', path: join(folder, 'archive.db') })).close();
  expect((await call('list')).out).toBe('No webhooks.\n');
  const { out } = await call(
    'add',
    receiver.url,
    '--tag',
    'person/ada-birch',
    '--q',
    'pier',
    '--secret',
    's3',
  );
  expect(out).toContain('articles with tags person/ada-birch and search pier');
  const id = /^Added webhook (\w+)/.exec(out)?.[1] ?? '';
  expect(await call('test', id)).toMatchObject({
    code: 0,
    out: expect.stringContaining('responded with status 204'),
  });
  expect(receiver.received[0]?.data).toMatchObject({ event: 'test', article: null });
  expect(receiver.received.every((one) => isSigned(one, 's3'))).toBe(true);
  expect(await call('test', id)).toMatchObject({
    code: 1,
    out: expect.stringContaining('responded with status 500'),
  });
  expect((await call('resume', id)).out).toBe(`Resumed webhook ${id} after change 0.\n`);
  expect((await call('remove', id)).out).toBe(`Removed webhook ${id}.\n`);

  const wrong: [string[], RegExp][] = [
    [[], /missing subcommand; expected add, list/],
    [['add'], /missing argument: URL/],
    [['add', 'nowhere'], /not an absolute URL/],
    [['add', 'ftp://news.example/'], /only http and https/],
    [['add', 'https://news.example/', '--tag', '('], /--tag: .*character/],
    [['remove', id], /no webhook/],
  ];
  for (const [words, message] of wrong) {
    const outcome = await call(...words);
    expect([outcome.code, outcome.err], words.join(' ')).toEqual([2, expect.stringMatching(message)]);
  }
  const guarded = await run(['add', receiver.url], { WEBHOOK_PRIVATE_ADDRESSES: 'false' });
  expect(guarded).toMatchObject({
    code: 2,
    err: '127.0.0.1 is not a public address; WEBHOOK_PRIVATE_ADDRESSES=true allows it\n',
  });
});
