import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openParser, type ParserSettings } from '../../src/importing/open-parser.ts';
import type { Parsed, ParseRequest } from '../../src/model/parsed-article.ts';
import { createArchive } from '../archive/engines.ts';

async function newParser(settings: Partial<ParserSettings> = {}) {
  const { archive, remove } = await createArchive();
  const parser = openParser(archive, { timeLimit: 20_000, ...settings });
  onTestFinished(async () => {
    await parser.close();
    await remove();
  });
  return { parser, archive };
}

const request = (text: string): ParseRequest => ({
  bytes: Buffer.from(text),
  path: 'document.txt',
  format: 'text',
  source: null,
  timeZone: null,
  language: null,
});
const short = request('Pier opens\n\nThe pier was opened on Monday.');
const long = request(
  `Long\n\n${'Mayor Ada Birch said "no" to Bo Elm of Seahaven on Monday. '.repeat(40_000)}`,
);

/** Takes many seconds, and more memory than a process has by default. */
const endless: ParseRequest = {
  ...request(
    `headline,body\n${`Long,${'Mayor Ada Birch said ‘no’ to Bo Elm of Seahaven. '.repeat(10_000)}\n`.repeat(40)}`,
  ),
  path: 'endless.csv',
  format: 'csv',
};
const roomy = { memory: 2 ** 31, result: 2 ** 31 };

/** Waits until a document that was just given to a parser is with an idle process. */
const sent = () => new Promise((resolve) => setImmediate(resolve));

/** Returns the articles of a parsed document. */
async function articlesOf(parsed: Promise<Parsed>): Promise<unknown[]> {
  const result = await parsed;
  if (result.kind !== 'read') throw new Error(`not read: ${JSON.stringify(result)}`);
  return JSON.parse(Buffer.from(result.articles).toString());
}

/** Returns the ids of the processes that this process started to parse documents. */
function parsingProcesses(): number[] {
  return childrenOf(process.pid).filter(isParsingProcess);
}

/** Returns the ids of the child processes of all threads of a process. */
function childrenOf(pid: number): number[] {
  const threads = readdirSync(`/proc/${pid}/task`);
  const lists = threads.map((thread) => readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8'));
  return lists.flatMap((list) => list.split(' ').filter(Boolean).map(Number));
}

function isParsingProcess(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('parsing-process.js');
  } catch {
    return false;
  }
}

/** Returns the processor time that a process has used, in hundredths of a second. */
function usedTicks(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(' ');
  return Number(fields[13]);
}

test('a document that takes too long is given up with its process, and the next one is read', async () => {
  const { parser } = await newParser({ ...roomy, timeLimit: 5000 });
  await parser.parse(short);
  expect(await parser.parse(endless)).toEqual({ kind: 'too-slow', limit: 5000 });
  expect(await articlesOf(parser.parse(short))).toHaveLength(1);
});

test('a document that nobody wants any more is given up with its process, and the next one is read', async () => {
  const { parser } = await newParser({ ...roomy, timeLimit: 600_000 });
  await parser.parse(short);
  const client = new AbortController();
  const parsed = parser.parse(endless, client.signal);
  await sent();
  client.abort();
  expect(await parsed).toEqual({ kind: 'cancelled' });
  expect(await articlesOf(parser.parse(short))).toHaveLength(1);
  expect(await parser.parse(long, client.signal)).toEqual({ kind: 'cancelled' });
});

test('a document that takes too much memory is refused, and the next one is read', async () => {
  const { parser } = await newParser({ memory: 320 * 2 ** 20, result: 2 ** 28, timeLimit: 60_000 });
  const csv = { ...request(`headline,body\n${'a,b\n'.repeat(250_000)}`), path: 'a.csv', format: 'csv' };
  const refused = { kind: 'refused', reason: 'parsing it takes more than 320 MiB of memory' };
  expect(await parser.parse(csv)).toEqual(refused);
  expect(await articlesOf(parser.parse(short))).toHaveLength(1);
});

test('a document whose articles are too long as JSON is refused', async () => {
  const { parser } = await newParser({ result: 2 ** 20 });
  const csv = { ...request(`headline,body\n${'a,b\n'.repeat(2000)}`), path: 'a.csv', format: 'csv' };
  expect(await parser.parse(csv)).toEqual({
    kind: 'refused',
    reason: 'its articles take more than 1 MiB as JSON',
  });
});

test('the process that serves is free while a document is read', async () => {
  const { parser } = await newParser({ timeLimit: 5000 });
  await parser.parse(short);
  let read = false;
  const reading = parser.parse(long).then(() => {
    read = true;
  });
  let turns = 0;
  for (; !read; turns += 1) await new Promise((resolve) => setImmediate(resolve));
  await reading;
  // If this process read it, that would be one turn of its event loop.
  expect(turns).toBeGreaterThan(100);
});

test('closing cancels documents that no process has begun to read', async () => {
  const { parser } = await newParser();
  const parsed = Promise.all([parser.parse(short), parser.parse(short)]);
  await parser.close();
  expect((await parsed).map(({ kind }) => kind)).toEqual(['cancelled', 'cancelled']);
});

test('tags that editors merged are merged here too', async () => {
  const { parser, archive } = await newParser();
  await archive.writes.correctTags([{ do: 'drop-tag', tag: 'person/ada-birch' }], 'ann');
  const said = parser.parse(request('Pier opens\n\n"It is open," Mayor Ada Birch said on Monday.'));
  expect(JSON.stringify(await articlesOf(said))).not.toContain('person/ada-birch');
});

describe.runIf(process.platform === 'linux')('the process that parses', () => {
  test('starts with the first document and ends when there is nothing to do', async () => {
    const { parser } = await newParser({ idleMs: 200 });
    expect(parsingProcesses()).toEqual([]);
    await parser.parse(short);
    expect(parsingProcesses()).toHaveLength(1);
    await expect.poll(parsingProcesses).toEqual([]);
    expect(await articlesOf(parser.parse(short))).toHaveLength(1);
  });

  test('reads on, and reads the next document, when the client of a short one disconnects', async () => {
    const { parser } = await newParser({ timeLimit: 60_000 });
    await parser.parse(short);
    const processes = parsingProcesses();
    for (let number = 1; number <= 3; number += 1) {
      const client = new AbortController();
      const parsed = parser.parse(short, client.signal);
      await sent();
      client.abort();
      expect(await parsed).toEqual({ kind: 'cancelled' });
      expect(await articlesOf(parser.parse(short))).toHaveLength(1);
      expect(parsingProcesses()).toEqual(processes);
    }
  });

  test('is killed when the client of a long document has been gone for a while', async () => {
    const { parser } = await newParser({ ...roomy, timeLimit: 600_000 });
    await parser.parse(short);
    const client = new AbortController();
    const parsed = parser.parse(endless, client.signal);
    await sent();
    client.abort();
    expect(await parsed).toEqual({ kind: 'cancelled' });
    await expect.poll(parsingProcesses).toEqual([]);
  });

  test('ends when the parser is closed while it parses, and whoever waits is told so', async () => {
    const { parser } = await newParser({ timeLimit: 60_000 });
    await parser.parse(short);
    const parsed = Promise.all([parser.parse(long), parser.parse(short)]);
    await parser.close();
    expect(parsingProcesses()).toEqual([]);
    expect((await parsed).map(({ kind }) => kind)).toEqual(['cancelled', 'cancelled']);
  });

  test('ends soon after the process that serves is killed, even while it parses', async () => {
    const script = `
      import { openParser } from ${JSON.stringify(new URL('../../src/importing/open-parser.ts', import.meta.url))};
      const archive = {
        state: async () => ({ revision: 1 }),
        reads: { authority: async () => [], tagCorrections: async () => [] },
      };
      const parser = openParser(archive, { timeLimit: 600_000 });
      const about = { path: 'a.txt', format: 'text', source: null, timeZone: null, language: null };
      await parser.parse({ ...about, bytes: Buffer.from(${JSON.stringify('Pier opens\n\nIt is open.')}) });
      console.log('ready');
      await parser.parse({ ...about, bytes: Buffer.from('Long\\n\\n' + 'Mayor Ada Birch said "no" to Bo Elm. '.repeat(400_000)) });`;
    const server = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(server.stdout, 'data');
    const [pid = 0] = childrenOf(server.pid ?? 0);
    expect(isParsingProcess(pid)).toBe(true);
    const before = usedTicks(pid);
    await expect.poll(() => usedTicks(pid) - before, { timeout: 20_000 }).toBeGreaterThan(20);
    server.kill('SIGKILL');
    await expect.poll(() => isParsingProcess(pid)).toBe(false);
  });
});
