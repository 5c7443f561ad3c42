import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
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

test('the Node.js that the project brings is one that it supports, and the one of the container', () => {
  const { engines, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const major = (range: string) => Number(/\d+/.exec(range)?.[0]);
  expect(major(devDependencies.node)).toBeGreaterThanOrEqual(major(engines.node));
  const images = readFileSync('Dockerfile', 'utf8').match(/^FROM node:\d+/gm) ?? [];
  expect(new Set(images)).toEqual(new Set([`FROM node:${major(devDependencies.node)}`]));
});
