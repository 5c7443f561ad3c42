import { expect, onTestFinished, test } from 'vitest';
import { openParser, type ParserSettings } from '../../src/importing/open-parser.ts';
import type { ParseRequest } from '../../src/model/parsed-article.ts';
import { createArchive } from '../archive/engines.ts';

async function newParser(settings: Partial<ParserSettings> = {}) {
  const { archive, remove } = await createArchive();
  const parser = openParser(archive, { timeLimit: 20_000, queue: 1, ...settings });
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
  `Long\n\n${'Mayor Ada Birch said "no" to Bo Elm of Seahaven on Monday. '.repeat(150_000)}`,
);

test('a document that takes too long is given up with its thread, and the next one is read', async () => {
  const { parser } = await newParser({ timeLimit: 5000 });
  await parser.parse(short);
  expect(await parser.parse(long)).toEqual({ kind: 'too-slow', limit: 5000 });
  expect(await parser.parse(short).then(({ kind }) => kind)).toBe('read');
});

test('the time limit begins when a document is read, not while it waits for a thread', async () => {
  const { parser } = await newParser({ timeLimit: 3000 });
  const parsed = await Promise.all([parser.parse(long), parser.parse(short)]);
  expect(parsed.map(({ kind }) => kind)).toEqual(['too-slow', 'read']);
});

test('the thread that serves is free while a document is read', async () => {
  const { parser } = await newParser({ timeLimit: 5000 });
  await parser.parse(short);
  let read = false;
  const reading = parser.parse(long).then(() => {
    read = true;
  });
  let turns = 0;
  for (; !read; turns += 1) await new Promise((resolve) => setImmediate(resolve));
  await reading;
  // If this thread read it, that would be one turn of its event loop.
  expect(turns).toBeGreaterThan(100);
});

test('more documents than may wait are refused at once', async () => {
  const { parser } = await newParser({ timeLimit: 5000 });
  const kinds = await Promise.all([long, short, short, short].map((one) => parser.parse(one)));
  expect(kinds.map(({ kind }) => kind)).toContain('busy');
});

test('closing refuses documents that no thread has begun to read', async () => {
  const { parser } = await newParser();
  const parsed = Promise.allSettled([parser.parse(short), parser.parse(short)]);
  await parser.close();
  expect((await parsed).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});

test('tags that editors merged are merged here too', async () => {
  const { parser, archive } = await newParser();
  await archive.writes.correctTags([{ do: 'drop-tag', tag: 'person/ada-birch' }], 'ann');
  const parsed = await parser.parse(request('Pier opens\n\n"It is open," Mayor Ada Birch said on Monday.'));
  expect(JSON.stringify(parsed)).not.toContain('person/ada-birch');
});
