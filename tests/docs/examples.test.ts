import { execFile, spawn, spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { runDateline } from '../process/run-dateline.ts';
import { type RunningServer, startServer } from '../process/start-server.ts';
import { type Answer, contentFaults, createSchemaCheck } from './content.ts';
import { differences, missingLines } from './differences.ts';
import { type Example, examplesOf, neverRun } from './examples.ts';

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'seeds/README.md',
  'clients/typescript/README.md',
  ...globSync('docs/**/*.md').sort(),
];
const examples = pages.flatMap(examplesOf);
const needsKey = ({ variables }: Example) => variables.some((line) => line.startsWith('KEY='));
/** True if an example needs a key, or comes after one that does under the same heading and shows its effect. */
const writes = ({ page, heading, line }: Example) =>
  examples.some(
    (other) => needsKey(other) && other.page === page && other.heading === heading && other.line <= line,
  );
const streams = ({ command }: Example) => /^curl -N\b/.test(command);
const run = promisify(execFile);

beforeAll(() => {
  if (spawnSync('curl', ['--version']).status !== 0) {
    throw new Error('curl is not installed, but the docs show curl commands: apt-get install curl');
  }
});

/** What `curl -w '%{json}'` reports. */
const Report = z.object({
  http_code: z.number(),
  method: z.string(),
  content_type: z.string().nullable(),
  url_effective: z.url(),
});

/** A script that runs an example against a server, with more options for curl. */
function scriptOf(
  { variables, command }: Example,
  { host }: RunningServer,
  key: string,
  options: string,
): string {
  return [...variables.map((line) => line.replace(/^KEY=.*/, `KEY=${key}`)), `${command} ${options}`]
    .join('\n')
    .replaceAll('localhost:3000', host);
}

/** Runs an example and returns the answer, with the headers that the command printed in `text`. */
async function answerOf(
  example: Example,
  server: RunningServer,
  key = '',
): Promise<Answer & { text: string }> {
  const options = `-sS --max-time 60 -w '%{stderr}%{json}'`;
  const { stdout, stderr } = await run('sh', ['-ec', scriptOf(example, server, key, options)]);
  const report = Report.parse(JSON.parse(stderr));
  return {
    method: report.method,
    path: decodeURI(new URL(report.url_effective).pathname),
    status: report.http_code,
    type: report.content_type?.split(';')[0] ?? '',
    body: stdout.replace(/^HTTP\/1\.1 [\s\S]*?\r\n\r\n/, ''),
    text: stdout,
  };
}

/** Fails unless the answer is what the page shows, or where it shows nothing, what the API documents. */
async function compare(example: Example, server: RunningServer, key?: string): Promise<void> {
  const answer = await answerOf(example, server, key);
  const { shown } = example;
  if (shown && 'text' in shown) {
    expect(missingLines(shown.text, answer.text), answer.text).toEqual([]);
    return;
  }
  const problem = z.object({ status: z.number() }).safeParse(shown?.json).data;
  expect(answer.status, answer.body).toBe(problem?.status ?? 200);
  if (answer.method !== 'HEAD') expect(checkSchema(answer), answer.body).toEqual([]);
  if (shown) expect(differences(shown.json, JSON.parse(answer.body))).toEqual([]);
  else if (answer.method !== 'HEAD') expect(contentFaults(answer), answer.text).toEqual([]);
}

/** Reads an endless stream until it has sent what the page shows, and then ends curl. */
async function compareStream(example: Example, server: RunningServer): Promise<void> {
  const expected = example.shown && 'text' in example.shown ? example.shown.text : 'retry: 2000';
  const curl = spawn('sh', ['-c', `exec ${scriptOf(example, server, '', '-sS --max-time 60')}`]);
  try {
    let text = '';
    for await (const part of curl.stdout.setEncoding('utf8')) {
      text += part;
      if (missingLines(expected, text).length === 0) return;
    }
    expect(missingLines(expected, text), text).toEqual([]);
  } finally {
    curl.kill();
  }
}

let checkSchema: (answer: Answer) => string[];

test('the README shows at least five curl commands', () => {
  expect(examples.filter(({ page }) => page === 'README.md').length).toBeGreaterThanOrEqual(5);
});

test('every curl command of a page is in a block of the language sh, so that it is run', () => {
  expect(pages.flatMap(neverRun)).toEqual([]);
});

describe('curl commands that read answer as their page says', () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startServer();
    checkSchema = createSchemaCheck(await (await fetch(`${server.url}/openapi.json`)).json());
  });
  afterAll(() => server.stop());

  test.each(examples.filter((each) => !writes(each)))('$page:$line $command', async (example) => {
    await (streams(example) ? compareStream : compare)(example, server);
  });
});

describe('curl commands that need a key answer as their page says', () => {
  let server: RunningServer;
  let key: string;
  beforeAll(async () => {
    server = await startServer();
    checkSchema = createSchemaCheck(await (await fetch(`${server.url}/openapi.json`)).json());
    const { out, err } = await runDateline(['key', 'create', 'docs'], {
      DATABASE_URL: `sqlite:${join(server.folder, 'dateline.db')}`,
    });
    key = /dateline_\S+/.exec(out)?.[0] ?? '';
    expect(key, err).not.toBe('');
  });
  afterAll(() => server.stop());

  test.each(examples.filter(writes))('$page:$line $command', async (example) => {
    await compare(example, server, key);
  });
});
