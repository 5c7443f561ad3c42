import { execFile, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../process/start-server.ts';
import { differences, examplesOf } from './examples.ts';

const pages = [
  'README.md',
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
const examples = pages.flatMap(examplesOf);
const curl = spawnSync('curl', ['--version']).status === 0;
const run = promisify(execFile);

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

test('the README shows at least five calls', () => {
  expect(examples.filter(({ page }) => page === 'README.md').length).toBeGreaterThanOrEqual(5);
});

describe.skipIf(!curl)('every curl in the docs works as it stands (skipped where there is no curl)', () => {
  test.each(examples)('$page:$line $command', async ({ command, answer }) => {
    const { stdout } = await run('sh', [
      '-c',
      `${command.replaceAll('localhost:3000', server.host)} -sS --max-time 20`,
    ]);
    if (answer !== null) expect(differences(answer, JSON.parse(stdout))).toEqual([]);
    else expect(stdout).not.toMatch(/"status":[45]/);
  });
});
