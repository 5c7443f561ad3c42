import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runDateline } from './run-dateline.ts';

let folder: string;
let environment: Record<string, string>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-'));
  environment = { DATABASE_URL: `sqlite:${join(folder, 'dateline.db')}`, LOG_LEVEL: 'info' };
  await runDateline(['seed'], environment);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('an assistant asks `dateline mcp` what Borrell said about the DMZ', async () => {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: ['src/main.js', 'mcp'],
    env: environment,
    stderr: 'pipe',
  });
  const log: string[] = [];
  transport.stderr?.on('data', (part) => log.push(String(part)));
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(transport);

  const bytes = Buffer.byteLength(JSON.stringify(await client.listTools()));
  process.stdout.write(`tools/list over standard output: ${bytes.toLocaleString('en')} bytes\n`);
  expect(bytes).toBeLessThanOrEqual(13_000);

  const people = await client.callTool({ name: 'list_people', arguments: { q: 'borrell' } });
  expect(JSON.stringify(people.structuredContent)).toContain('"slug":"josep-borrell"');

  const said = await client.callTool({
    name: 'quotes_by',
    arguments: { person: 'josep-borrell', q: 'DMZ' },
  });
  expect(said.structuredContent).toMatchObject({
    data: [{ exact: expect.stringMatching(/DMZ/), speaker: { tag: 'person/josep-borrell' } }],
  });
  const slug = /dateline:\/\/articles\/([a-z0-9-]+)/.exec(JSON.stringify(said.content))?.[1];

  const article = await client.callTool({ name: 'get_article', arguments: { article: slug } });
  expect(article.structuredContent).toMatchObject({
    data: { slug, headline: expect.stringMatching(/Borrell/) },
  });

  await client.close();
  expect(log.join('')).toContain('serves MCP on standard input and output');
});

test('it ends well when its input does, and says nothing on standard output that is no message', async () => {
  const { code, out, err } = await runDateline(['mcp'], environment, 'this is no message\n');
  expect([code, out]).toEqual([0, '']);
  expect(err).toContain('serves MCP on standard input and output');
});

test('where there is no archive it says so and makes none', async () => {
  const path = join(folder, 'nowhere.db');
  const { code, err } = await runDateline(['mcp'], { DATABASE_URL: `sqlite:${path}` });
  expect(code).toBe(1);
  expect(err).toContain('nowhere.db');
  expect(existsSync(path)).toBe(false);
});
