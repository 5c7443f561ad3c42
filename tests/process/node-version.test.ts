import { execFile, execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { Script } from 'node:vm';
import { expect, test } from 'vitest';

const run = promisify(execFile);

/** Makes a process take its Node.js for an older one: vitest reads `process.versions` as everybody does. */
const olderNode = `data:text/javascript,${encodeURIComponent(
  "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.19.0' } });",
)}`;

test('vitest on an unsupported Node.js stops with one line that says what to run', async () => {
  const stopped = run(process.execPath, [
    '--import',
    olderNode,
    'node_modules/.bin/vitest',
    'run',
    'tests/none.ts',
  ]);
  await expect(stopped).rejects.toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(/^The tests need Node\.js \d+, but this is v\S+: run `npm test`\.\n$/),
  });
});

/** A Node.js that the machine has outside the project, if it is too old. */
const systemNode = ['/usr/bin/node', '/usr/local/bin/node'].find(
  (path) =>
    existsSync(path) && Number(/\d+/.exec(execFileSync(path, ['--version'], { encoding: 'utf8' }))?.[0]) < 24,
);

const tooOld = /^Dateline needs Node\.js \d+ or newer, but this is \d+\.\d+\.\d+; [^\n]*npm start[^\n]*\.\n$/;

test.each([[], ['serve'], ['--version'], ['import', 'a.txt']])(
  'dateline on an unsupported Node.js says in one line what is needed: %s',
  async (...args) => {
    const stopped = run(process.execPath, ['--import', olderNode, 'src/main.js', ...args]);
    await expect(stopped).rejects.toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(tooOld),
    });
  },
);

test.skipIf(systemNode === undefined)('and so it does on an old Node.js of this machine', async () => {
  const stopped = run(systemNode ?? '', ['src/main.js', 'serve']);
  await expect(stopped).rejects.toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(tooOld) });
});

test('the file that is started is parsed by Node.js from before modules', () => {
  const source = readFileSync('src/main.js', 'utf8').replace(/^#!.*/, '');
  expect(() => new Script(source)).not.toThrow();
});

test('the version that it names is the one of the package', () => {
  const { engines } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(readFileSync('src/main.js', 'utf8')).toContain(`const needed = ${/\d+/.exec(engines.node)?.[0]};`);
});

test('the Node.js that the project brings is one that it supports, and the one of the container', () => {
  const { engines, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const major = (range: string) => Number(/\d+/.exec(range)?.[0]);
  expect(major(devDependencies.node)).toBeGreaterThanOrEqual(major(engines.node));
  const images = readFileSync('Dockerfile', 'utf8').match(/^FROM node:\d+/gm) ?? [];
  expect(new Set(images)).toEqual(new Set([`FROM node:${major(devDependencies.node)}`]));
});
