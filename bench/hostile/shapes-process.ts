/** Child process of `bench:hostile-shapes`: reads the documents that it is told, and reports their CPU time. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { createUnrenderedReader } from '../../src/importing/read-articles.ts';
import { AuthorityEntry } from '../../src/model/authority.ts';
import { withBuiltInPlaces } from '../../src/model/vocabulary.ts';
import { createExtractor } from '../../src/reading/extract.ts';
import { iptcShapes } from './iptc-shapes.ts';
import { shapes } from './shapes.ts';

const authority = ['people', 'organizations', 'places', 'topics'].flatMap((name) =>
  z
    .array(AuthorityEntry)
    .parse(JSON.parse(readFileSync(new URL(`../../seeds/${name}.json`, import.meta.url), 'utf8'))),
);
const extract = createExtractor(withBuiltInPlaces(authority));
/** The least CPU time that is measured, in milliseconds: shorter documents are read several times. */
const least = 30;

/** Reads a document and returns the CPU time in milliseconds of one reading, and what came of it. */
function measure(shape: string, length: number): { milliseconds: number; outcome: string } {
  const { path, format, write } = [...shapes, ...iptcShapes].find(({ name }) => name === shape) ?? never();
  const bytes = Buffer.from(write(length));
  const settings = { source: null, timeZone: null, language: null, map: {} };
  const read = createUnrenderedReader(extract, { settings, format, importedAt: '2024-11-03T00:00:00Z' });
  const before = process.cpuUsage();
  for (let readings = 1; ; readings += 1) {
    const outcomes = [...read({ path, bytes })];
    const { user, system } = process.cpuUsage(before);
    const spent = (user + system) / 1000;
    if (spent < least) continue;
    const reject = outcomes.find(({ kind }) => kind === 'reject');
    const reason = reject?.kind === 'reject' ? reject.reject.reason.slice(0, 60) : '';
    const articles = outcomes.filter(({ kind }) => kind === 'article').length;
    return { milliseconds: spent / readings, outcome: articles > 0 ? `${articles} articles` : reason };
  }
}

function never(): never {
  throw new Error('there are no shapes');
}

process.on('disconnect', () => process.exit());
process.on('message', ({ shape, length }: { shape: string; length: number }) => {
  process.send?.(measure(shape, length));
});
process.send?.('ready');
