import { z } from 'zod';
import { readDate } from '../../src/reading/fields/read-date.ts';
import { decodeMarkup } from '../../src/reading/formats/decode-markup.ts';
import { entryBody } from '../../src/reading/formats/feed/entry-body.ts';
import { feed } from '../../src/reading/formats/feed/feed.ts';
import type { FeedEntry } from '../../src/reading/formats/feed/feed-entry.ts';
import { parseFeed } from '../../src/reading/formats/feed/parse-feed.ts';
import { textOfHtml } from '../../src/reading/formats/html/text-of-html.ts';
import { findFile, readBytes, readRows } from '../corpus/read-rows.ts';
import { type FeedFact, factsOfJson, factsOfPython } from './feed-facts.ts';
import { type PeerEntry, readWithFeedsmith, readWithRssParser } from './feed-peers.ts';
import type { Row } from './row.ts';

const settings = { source: null, timeZone: null, language: null, map: {} };

const Sample = z.object({
  id: z.string(),
  feed: z.string().nullish(),
  feed_base64: z.string().nullish(),
  expect: z.string().nullish(),
  expected: z.unknown().optional(),
});
type Sample = z.infer<typeof Sample>;

const sets = {
  feedparser: 'feeds/feedparser.jsonl',
  gofeed: 'feeds/gofeed.jsonl',
  feedsmith: 'feeds/feedsmith.jsonl',
  invented: 'feeds-invented/feeds.jsonl',
};

/**
 * Feeds: of how many samples every value comes out that the sample expects and an article has a place for. Our
 * entries are compared as they are parsed, before an entry without title and text is refused as an article.
 */
export async function measureFeeds(corpus: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [name, file] of Object.entries(sets))
    rows.push(...(await measureValues(name, readRows(corpus, file, Sample))));
  rows.push(...allSamples(rows));
  rows.push(...measureValidity(readRows(corpus, 'feeds/feedvalidator.jsonl', Sample)));
  rows.push(...measureExport(corpus));
  return rows;
}

/** The sets together: the share that the goal is about. */
function allSamples(rows: Row[]): Row[] {
  const peers = new Set(rows.flatMap((row) => (row.peer ? [row.peer.name] : [])));
  return [...peers].map((name) => {
    const sets = rows.filter((row) => row.peer?.name === name);
    const count = sets.reduce((sum, row) => sum + row.count, 0);
    const share = (of: (row: Row) => number) =>
      sets.reduce((sum, row) => sum + of(row) * row.count, 0) / Math.max(1, count);
    const peer = { name, value: share((row) => row.peer?.value ?? 0) };
    return {
      set: 'feeds',
      measure: 'samples right',
      value: share((row) => row.value),
      goal: 0.99,
      count,
      peer,
    };
  });
}

async function measureValues(name: string, samples: Sample[]): Promise<Row[]> {
  const judged = samples
    .map((sample) => ({ sample, facts: factsOf(sample) }))
    .filter(({ facts }) => facts.length > 0);
  if (judged.length === 0) return [];
  const allHold = (facts: FeedFact[], entries: PeerEntry[] | undefined) =>
    facts.every((fact) => holds(fact, entries ?? []));
  let ours = 0;
  let feedsmith = 0;
  let rssParser = 0;
  let milliseconds = 0;
  for (const { sample, facts } of judged) {
    const started = process.cpuUsage();
    const entries = readOurs(sample);
    const { user, system } = process.cpuUsage(started);
    milliseconds += (user + system) / 1000;
    const text = Buffer.from(bytesOf(sample)).toString('utf8');
    if (allHold(facts, entries)) ours++;
    if (allHold(facts, readWithFeedsmith(text))) feedsmith++;
    if (allHold(facts, await readWithRssParser(text))) rssParser++;
  }
  const count = judged.length;
  const set = `feeds/${name}`;
  const row = (peer: string, value: number): Row => ({
    ...{
      set,
      measure: 'samples right',
      value: ours / count,
      goal: 0.99,
      count,
      peer: { name: peer, value: value / count },
    },
  });
  return [
    row('feedsmith', feedsmith),
    row('rss-parser', rssParser),
    { set, measure: 'CPU ms a feed', value: milliseconds / count, goal: null, count, peer: null },
  ];
}

/** Of the feeds that the validator calls good and that have entries: how many give an article, or say why not. */
function measureValidity(samples: Sample[]): Row[] {
  if (samples.length === 0) return [];
  const good = samples.filter(
    (sample) => sample.expect?.startsWith('!') && /<(?:item|entry)[\s>]/.test(sample.feed ?? ''),
  );
  const read = good.filter((sample) => {
    const readings = [...feed.read({ path: sample.id, bytes: bytesOf(sample) }, settings)];
    return readings.some((reading) => reading.kind !== 'reject' || /neither/.test(reading.reject.reason));
  });
  const answered = samples.filter(
    (sample) => [...feed.read({ path: sample.id, bytes: bytesOf(sample) }, settings)].length > 0,
  );
  const set = 'feeds/feedvalidator';
  return [
    {
      set,
      measure: 'valid feeds read',
      value: read.length / Math.max(1, good.length),
      goal: 0.99,
      count: good.length,
      peer: null,
    },
    {
      set,
      measure: 'answered, never thrown',
      value: answered.length / Math.max(1, samples.length),
      goal: 1,
      count: samples.length,
      peer: null,
    },
  ];
}

/** A real WordPress export: each item with headline, date, byline, keywords and full text. */
function measureExport(corpus: string): Row[] {
  const file = findFile(corpus, 'feeds/globalvoices-2004.wxr.xml');
  if (file === undefined) return [];
  const bytes = readBytes(file);
  const items = bytes.toString('utf8').split('<item>').length - 1;
  const whole = [...feed.read({ path: 'globalvoices.xml', bytes }, settings)].filter((reading) => {
    if (reading.kind !== 'draft') return false;
    const { publishedAt, byline, keywords, body, summaryOnly } = reading.draft;
    return publishedAt !== null && byline !== null && keywords.length > 0 && body.text !== '' && !summaryOnly;
  });
  return [
    {
      set: 'feeds/globalvoices',
      measure: 'items whole',
      value: whole.length / items,
      goal: 0.99,
      count: items,
      peer: null,
    },
  ];
}

function factsOf(sample: Sample): FeedFact[] {
  return sample.expected == null ? factsOfPython(sample.expect ?? '') : factsOfJson(sample.expected);
}

function readOurs(sample: Sample): PeerEntry[] {
  const parsed = parseFeed(decodeMarkup(bytesOf(sample)), 'http://127.0.0.1:8097/');
  return 'reason' in parsed ? [] : parsed.entries.map((entry) => ourEntry(entry, parsed.authors));
}

function ourEntry(entry: FeedEntry, feedAuthors: FeedEntry['authors']): PeerEntry {
  const list = (...values: (string | null)[]): string[] => values.filter((value) => value !== null);
  const authors = entry.authors.length > 0 ? entry.authors : feedAuthors;
  const names = authors.map(({ name }) => name);
  const published = entry.published.find((date) => date !== null) ?? null;
  return {
    ...{ id: list(entry.id), link: list(entry.link), title: list(entry.title), category: entry.categories },
    ...{ summary: list(entry.summary ?? entry.content), content: list(entry.content ?? entry.summary) },
    author: list(
      ...names,
      ...authors.map(({ name, email }) => (name && email ? `${name} (${email})` : email)),
    ),
    email: list(...authors.map(({ email }) => email)),
    published: list(published ?? entry.updated),
    updated: list(entry.updated ?? published),
    image: [...entry.images, ...entryBody(entry).images].flatMap(({ url }) => list(url)),
  };
}

function valuesOf(entry: PeerEntry, field: FeedFact['field']): string[] {
  return entry[field] ?? [];
}

/** Values are equal as texts without markup and white space; dates as instants; addresses once resolved. */
function holds({ entry, field, value }: FeedFact, entries: PeerEntry[]): boolean {
  const found = valuesOf(entries[entry] ?? {}, field);
  if (field === 'published' || field === 'updated') {
    const instant = readDate(value, { timeZone: null })?.instant;
    return found.some(
      (text) =>
        text === value || (instant !== undefined && readDate(text, { timeZone: null })?.instant === instant),
    );
  }
  if (field === 'link' || field === 'image') {
    return found.some(
      (text) =>
        text === value ||
        // A parser that leaves addresses relative expects them so; ours are resolved.
        (value.startsWith('/') && text.endsWith(value)) ||
        URL.parse(text)?.href === URL.parse(value, 'http://127.0.0.1:8097/')?.href,
    );
  }
  const expected = [bare(value), bare(textOfHtml(value))];
  return (
    found.some((text) => expected.includes(bare(textOfHtml(text))) || expected.includes(bare(text))) ||
    (expected[1] === '' && found.every((text) => bare(textOfHtml(text)) === ''))
  );
}

function bare(text: string): string {
  return text.replace(/\s+/g, '');
}

function bytesOf(sample: Sample): Uint8Array {
  return sample.feed_base64 == null
    ? Buffer.from(sample.feed ?? '')
    : Buffer.from(sample.feed_base64, 'base64');
}
