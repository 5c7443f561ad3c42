import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { baseImage, makeBaseImage } from './base-image.ts';
import { run } from './buildah.ts';
import { type MountedImage, mountImage, runIn, startServerIn } from './run-image.ts';

const root = join(import.meta.dirname, '../..');
let system: MountedImage;

beforeAll(async () => {
  await makeBaseImage();
  system = await mountImage(baseImage);
});

afterAll(() => system?.remove());

/** Returns the commands of the production install in the documentation that are run in the program's folder. */
async function installCommands(): Promise<string> {
  const docs = await readFile(join(root, 'docs/operating.md'), 'utf8');
  const command = /^cd \/opt\/dateline && (.*)$/m.exec(docs)?.[1];
  if (command === undefined) throw new Error('docs/operating.md has no line `cd /opt/dateline && …`');
  return command.replaceAll('sudo ', '');
}

test('the documented production install serves the seed, with the script of the reader', async () => {
  const program = join(system.folder, 'opt/dateline');
  const files = (await run('git', '-C', root, 'ls-files')).split('\n');
  for (const file of files) {
    await mkdir(dirname(join(program, file)), { recursive: true });
    await writeFile(join(program, file), await readFile(join(root, file)));
  }
  const container = {
    ...system,
    config: { ...system.config, User: 'root:root', WorkingDir: '/opt/dateline' },
  };
  const data = await mkdtemp(join(tmpdir(), 'dateline-volume-'));
  onTestFinished(() => rm(data, { recursive: true }));
  const installed = await runIn(container, { command: ['sh', '-c', await installCommands()], data });
  expect(installed, installed.output).toMatchObject({ code: 0 });
  const server = await startServerIn(container, {
    data,
    env: { DATABASE_URL: 'sqlite:/tmp/archive.db', HOST: '127.0.0.1' },
    command: ['node', 'src/main.js', 'serve', '--seed'],
  });
  onTestFinished(async () => void (await server.stop()));
  const page = await (await fetch(`${server.url}/`)).text();
  const [, script] = /<script[^>]+src="([^"]+)"/.exec(page) ?? [];
  expect((await fetch(new URL(script ?? '/none', server.url))).status).toBe(200);
  // Only what runs in production stays installed.
  await expect(readFile(join(program, 'node_modules/vitest/package.json'))).rejects.toThrow('ENOENT');
});
