import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';

const execute = promisify(execFile);
const root = join(import.meta.dirname, '../..');

/** A stage of the Dockerfile: its name, what it copies from the context or from other stages, and its commands. */
interface Stage {
  name: string;
  copies: { from: string | undefined; sources: string[]; target: string }[];
  commands: string[];
}

async function readStages(): Promise<Stage[]> {
  const dockerfile = await readFile(join(root, 'Dockerfile'), 'utf8');
  const stages: Stage[] = [];
  for (const line of dockerfile.replaceAll('\\\n', '').split('\n')) {
    const [instruction, ...words] = line.split(' ');
    if (instruction === 'FROM') stages.push({ name: words[2] ?? 'final', copies: [], commands: [] });
    const stage = stages.at(-1);
    if (instruction === 'COPY') {
      const paths = words.filter((word) => !word.startsWith('--'));
      const from = words.find((word) => word.startsWith('--from='))?.slice('--from='.length);
      stage?.copies.push({ from, sources: paths.slice(0, -1), target: paths.at(-1) ?? '' });
    }
    if (instruction === 'RUN') stage?.commands.push(words.join(' '));
  }
  return stages;
}

/** True if .dockerignore lets a path at the top of the project through: the last pattern that matches decides. */
async function isInContext(path: string): Promise<boolean> {
  const patterns = (await readFile(join(root, '.dockerignore'), 'utf8')).trim().split('\n');
  const matching = patterns.filter((pattern) => ['*', path].includes(pattern.replace('!', '')));
  return matching.at(-1)?.startsWith('!') ?? true;
}

/** Copies what a stage copies into its folder. Fails for what .dockerignore keeps out of the context. */
async function copyInto(folder: string, { copies }: Stage, others: Map<string, string>): Promise<void> {
  for (const { from, sources, target } of copies) {
    for (const source of sources) {
      // Packages are linked instead, so that nothing has to be installed.
      if (source.endsWith('/node_modules')) continue;
      if (!from) expect(await isInContext(source), `${source} is in the context`).toBe(true);
      const origin = from ? join(others.get(from) ?? '', source.replace('/app/', '')) : join(root, source);
      const place = join(folder, target === './' ? source : target);
      await mkdir(dirname(place), { recursive: true });
      await cp(origin, place, {
        recursive: true,
        filter: (path) => from !== undefined || path !== join(root, 'web/dist'),
      });
    }
  }
}

/** Links the packages that `npm ci` would install: only those of production, if asked. */
async function linkPackages(folder: string, production: boolean): Promise<void> {
  const { packages } = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8'));
  const installed = new Set(await readdir(join(root, 'node_modules')));
  for (const [path, { dev = false }] of Object.entries<{ dev?: boolean }>(packages)) {
    const name = /^node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(path)?.[1];
    if (name === undefined || (production && dev) || !installed.has(name.split('/')[0] ?? '')) continue;
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await symlink(join(root, path), join(folder, path));
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
}

test('each stage of the Dockerfile finds all files that its commands need', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-stages-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const folders = new Map<string, string>();
  const port = await freePort();
  const stages = await readStages();
  expect(stages.map(({ name }) => name)).toEqual(['dependencies', 'reader', 'final']);
  for (const stage of stages) {
    const place = join(folder, stage.name);
    await mkdir(place);
    folders.set(stage.name, place);
    await copyInto(place, stage, folders);
    await linkPackages(place, stage.name !== 'reader');
    for (const command of stage.commands) {
      // npm needs a registry: here it only compares the lock file with package.json.
      const offline = command.replace(/^npm ci(.*)$/, 'npm ci$1 --dry-run --offline');
      const here = offline
        .replaceAll('/tmp/', `${place}/`)
        .replaceAll(' /data', ` ${place}/data`)
        .replace('chown node:node', 'ls -d')
        .replace(':3000/', `:${port}/`);
      const env = { ...process.env, PORT: String(port), NODE_COMPILE_CACHE: join(place, 'compiled') };
      await execute('sh', ['-c', here], { cwd: place, env });
    }
  }
  expect(await readdir(join(folder, 'final/web/dist'))).toContain('reader.js');
  expect((await readdir(join(folder, 'final/compiled'))).length).toBeGreaterThan(0);
});
