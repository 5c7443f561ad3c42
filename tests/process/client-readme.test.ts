import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningServer, startServer } from './start-server.ts';

let server: RunningServer;
let folder: string;
const readme = await readFile('clients/typescript/README.md', 'utf8');
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-client-'));
  server = await startServer();
});
afterAll(async () => {
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

test('the example of the README runs against a server with the seed', async () => {
  const example = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  const file = join(folder, 'example.ts');
  await writeFile(
    file,
    example
      .replace('@dateline/client', resolve('clients/typescript/src/client.ts'))
      .replace('http://localhost:3000', server.url),
  );
  const { stdout } = await promisify(execFile)(process.execPath, [file]);
  expect(stdout.split('\n')).toEqual([
    'Josep Borrell 4',
    expect.stringContaining('“Over the past years'),
    expect.stringContaining('“to the next level.”'),
    expect.stringContaining('“My visit today of the Demilitarised Zone'),
    expect.stringContaining('“timely and important opportunity'),
    expect.stringMatching(/^Articles .*“security”, newest first\. 1$/),
    expect.stringMatching(/^not found: .*no-such-article/),
    '',
  ]);
});

test('it is as small as the README says', async () => {
  const written = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      target: 'es2023',
      lib: { entry: resolve('clients/typescript/src/client.ts'), formats: ['es'] },
    },
  });
  const [bundle] = [written].flat();
  if (!bundle || !('output' in bundle)) throw new Error('nothing was built');
  const said = Number(/(\d+) KB compressed/.exec(readme)?.[1]);
  expect(gzipSync(bundle.output[0].code).length).toBeLessThanOrEqual(said * 1024);
});
