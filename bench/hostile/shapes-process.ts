/** Child process of `bench:hostile-shapes`: reads the documents that it is told, and reports their CPU time. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { collectBytes, onceBytes } from '../../src/importing/byte-stream.ts';
import { createUnrenderedReader } from '../../src/importing/read-articles.ts';
import { unpack } from '../../src/importing/unpack.ts';
import { AuthorityEntry } from '../../src/model/authority.ts';
import { withBuiltInPlaces } from '../../src/model/vocabulary.ts';
import { createExtractor } from '../../src/reading/extract.ts';
import { openDocument } from '../../src/reading/open-document.ts';
import { shapes } from './shapes/all.ts';
import { documentOf, type Shape } from './shapes/shape.ts';

const authority = ['people', 'organizations', 'places', 'topics'].flatMap((name) =>
  z
    .array(AuthorityEntry)
    .parse(JSON.parse(readFileSync(new URL(`../../seeds/${name}.json`, import.meta.url), 'utf8'))),
);
const extract = createExtractor(withBuiltInPlaces(authority));
const settings = { source: null, timeZone: null, language: null, map: {} };
/** The least CPU time that is measured, in milliseconds: shorter documents are read several times. */
const least = 20;

/** Reads a document as an import does, and returns the number of articles and the reason of the last reject. */
async function readOnce(
  { path, format }: Shape,
  bytes: Buffer,
): Promise<{ articles: number; reason: string }> {
  const read = createUnrenderedReader(extract, { settings, format, importedAt: '2024-11-03T00:00:00Z' });
  const result = { articles: 0, reason: '' };
  const take = async (document: { path: string; bytes: Uint8Array }) => {
    const opened = await openDocument(document, format);
    if ('reason' in opened) result.reason = opened.reason;
    else
      for (const outcome of read(opened)) {
        if (outcome.kind === 'article') result.articles += 1;
        else if (outcome.kind === 'reject') result.reason = outcome.reject.reason;
      }
  };
  if (format !== null) await take({ path, bytes });
  else
    for await (const file of unpack({ path, size: bytes.length, open: () => onceBytes(bytes) })) {
      if ('reason' in file) result.reason = file.reason;
      else await take({ path: file.path, bytes: await collectBytes(file.open(), 2 ** 26) });
    }
  return result;
}

/** Reads a document and returns the CPU time in milliseconds of one reading, and what came of it. */
async function measure(name: string, length: number): Promise<{ milliseconds: number; outcome: string }> {
  const shape = shapes.find((each) => each.name === name);
  if (shape === undefined) throw new Error(`there is no shape ${name}`);
  const bytes = documentOf(shape, length);
  const before = process.cpuUsage();
  for (let readings = 1; ; readings += 1) {
    const { articles, reason } = await readOnce(shape, bytes);
    const { user, system } = process.cpuUsage(before);
    const spent = (user + system) / 1000;
    if (spent >= least)
      return {
        milliseconds: spent / readings,
        outcome: articles > 0 ? `${articles} articles` : reason.slice(0, 60),
      };
  }
}

process.on('disconnect', () => process.exit());
process.on('message', async ({ shape, length }: { shape: string; length: number }) => {
  process.send?.(await measure(shape, length));
});
process.send?.('ready');
