import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startServer } from './start-server.ts';

/** Has a process write down, when it ends, which modules it loaded: addresses of files, and Node's own by name. */
const noteLoaded = `data:text/javascript,${encodeURIComponent(`
  import { registerHooks } from 'node:module';
  import { writeFileSync } from 'node:fs';
  const loaded = [];
  registerHooks({ load: (url, context, next) => (loaded.push(url), next(url, context)) });
  process.on('exit', () =>
    writeFileSync(process.env.LOADED, [...loaded, ...process.moduleLoadList].join('\\n')));
`)}`;

test('the first answer waits for nothing that it does not need', async () => {
  // The first start of a machine compiles everything.
  await (await startServer({}, [])).stop();
  const folder = await mkdtemp(join(tmpdir(), 'dateline-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const list = join(folder, 'loaded');
  const server = await startServer({ NODE_OPTIONS: `--import=${noteLoaded}`, LOADED: list }, []);
  expect((await fetch(`${server.url}/v1/articles`)).status).toBe(200);
  expect(await server.stop()).toBe(0);
  const loaded = await readFile(list, 'utf8');
  expect(loaded).toContain('/node_modules/fastify/');
  const seldom = [
    'feedsmith',
    'yaml',
    'mdast-util-to-markdown',
    'csv-stringify',
    'sitemap',
    'preact',
    'diff',
  ];
  const apart = ['undici', 'piscina', 'ajv', 'linkedom', '@modelcontextprotocol/server', 'pino-pretty'];
  for (const library of [...seldom, ...apart]) expect(loaded).not.toContain(`/node_modules/${library}/`);
  // Node's module that strips types.
  expect(loaded).not.toContain('internal/deps/amaro');
});
