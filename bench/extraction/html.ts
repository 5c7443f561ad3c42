import type { Draft } from '../../src/model/draft.ts';
import { readDate } from '../../src/reading/fields/read-date.ts';
import { html } from '../../src/reading/formats/html/html.ts';
import { compareShingles, meanAgreement } from './body-shingles.ts';
import { type GoldPage, goldPages } from './gold-pages.ts';
import { type PeerPage, readWithDefuddle, readWithReadability } from './page-peers.ts';
import type { Row } from './row.ts';

const settings = { source: null, timeZone: null, language: null, map: {} };

interface ReadPage {
  ours: Draft | undefined;
  readability: PeerPage;
  defuddle: PeerPage;
}

/** Scores body, title, date and author of the gold pages, and those of Readability and Defuddle on the same pages. */
export async function measurePages(corpus: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [set, gold] of goldPages(corpus)) {
    const started = process.cpuUsage();
    const ours = gold.map((page) => readOurs(page));
    const { user, system } = process.cpuUsage(started);
    const read: ReadPage[] = [];
    for (const [index, page] of gold.entries()) {
      const readability = readWithReadability(page.html);
      const defuddle = await readWithDefuddle(page.html, page.url);
      read.push({ ours: ours[index], readability, defuddle });
    }
    rows.push(...bodyRows(set, gold, read), ...segmentRows(set, gold, read), ...fieldRows(set, gold, read));
    const perPage = (user + system) / 1000 / Math.max(1, gold.length);
    rows.push({ set, measure: 'CPU ms a page', value: perPage, goal: null, count: gold.length, peer: null });
  }
  return rows;
}

/** A page that our reader fails on is reported and scored as unread. */
function readOurs(page: GoldPage): Draft | undefined {
  try {
    for (const reading of html.read({ path: page.url, bytes: Buffer.from(page.html) }, settings)) {
      if (reading.kind === 'draft') return reading.draft;
    }
  } catch (error) {
    process.stderr.write(`${page.url}: our reader threw ${error}\n`);
  }
  return undefined;
}

function bodyRows(set: string, gold: GoldPage[], read: ReadPage[]): Row[] {
  const pages = gold.flatMap((page, index) =>
    page.body === undefined ? [] : [{ body: page.body, read: read[index] }],
  );
  if (pages.length === 0) return [];
  const scores = (text: (page: ReadPage | undefined) => string | undefined) =>
    meanAgreement(pages.map((page) => compareShingles(page.body, text(page.read) ?? '')));
  const ours = scores((page) => page?.ours?.body.text);
  const readability = scores((page) => page?.readability.body);
  const defuddle = scores((page) => page?.defuddle.body);
  const row = (measure: string, value: number, goal: number | null, peer: Row['peer']): Row => ({
    ...{ set, measure, value, goal, count: pages.length, peer },
  });
  return [
    row('body F1', ours.f1, 0.95, { name: 'readability', value: readability.f1 }),
    row('body F1', ours.f1, 0.95, { name: 'defuddle', value: defuddle.f1 }),
    row('body precision', ours.precision, null, { name: 'readability', value: readability.precision }),
    row('body recall', ours.recall, null, { name: 'readability', value: readability.recall }),
  ];
}

/** Scores segments as trafilatura's evaluation does: those that must be present, and those that must not. */
function segmentRows(set: string, gold: GoldPage[], read: ReadPage[]): Row[] {
  if (!gold.some((page) => page.with)) return [];
  const f1 = (text: (page: ReadPage | undefined) => string | undefined) => {
    let present = 0;
    let missing = 0;
    let unwanted = 0;
    for (const [index, page] of gold.entries()) {
      const body = singleSpaced(text(read[index]) ?? '');
      for (const segment of page.with ?? []) {
        if (body.includes(singleSpaced(segment))) present++;
        else missing++;
      }
      for (const segment of page.without ?? []) if (body.includes(singleSpaced(segment))) unwanted++;
    }
    return (2 * present) / (2 * present + missing + unwanted);
  };
  const count = gold.reduce((sum, page) => sum + (page.with?.length ?? 0) + (page.without?.length ?? 0), 0);
  const row = (name: string, value: number): Row => ({
    ...{ set, measure: 'segments F1', value: f1((page) => page?.ours?.body.text), goal: 0.95, count },
    peer: { name, value },
  });
  return [
    row(
      'readability',
      f1((page) => page?.readability.body),
    ),
    row(
      'defuddle',
      f1((page) => page?.defuddle.body),
    ),
  ];
}

function fieldRows(set: string, gold: GoldPage[], read: ReadPage[]): Row[] {
  const rows: Row[] = [];
  const add = (
    measure: string,
    right: (page: GoldPage, found: string | null) => boolean | undefined,
    ours: (draft: Draft) => string | null,
    peer: (page: PeerPage) => string | null,
  ): void => {
    const judged = gold.flatMap((page, index) => {
      const found = read[index];
      const verdict = right(page, found?.ours ? ours(found.ours) : null);
      if (verdict === undefined || !found) return [];
      return [{ ours: verdict, peer: right(page, peer(found.defuddle)) ?? false }];
    });
    if (judged.length === 0) return;
    const share = (verdicts: boolean[]) => verdicts.filter(Boolean).length / verdicts.length;
    rows.push({
      ...{ set, measure, value: share(judged.map((page) => page.ours)), goal: 0.95, count: judged.length },
      peer: { name: 'defuddle', value: share(judged.map((page) => page.peer)) },
    });
  };
  add(
    'title',
    sameTitle,
    (draft) => draft.headline,
    (page) => page.title,
  );
  add(
    'date',
    sameDay,
    (draft) => draft.publication?.text ?? null,
    (page) => page.date,
  );
  add(
    'date, published or changed',
    sameDayOfEither,
    (draft) => [draft.publication?.text ?? draft.publishedAt, draft.updatedAt].filter(Boolean).join(' | '),
    (page) => page.date,
  );
  add(
    'author',
    sameAuthor,
    (draft) => draft.byline,
    (page) => page.author,
  );
  return rows;
}

function sameTitle(page: GoldPage, found: string | null): boolean | undefined {
  return page.title ? lettersOf(page.title) === lettersOf(found ?? '') : undefined;
}

/** The gold of some pages is the day of the last change: right when either of the two dates is. */
function sameDayOfEither(page: GoldPage, found: string | null): boolean | undefined {
  const verdicts = (found ?? '').split(' | ').map((date) => sameDay(page, date));
  return verdicts.includes(undefined) ? undefined : verdicts.includes(true);
}

/** The day as the page prints it, in the page's own zone, or the day of the same instant in UTC. */
function sameDay(page: GoldPage, found: string | null): boolean | undefined {
  if (!page.date) return undefined;
  const date = found === null ? undefined : readDate(found, { timeZone: null });
  const local =
    found === null
      ? undefined
      : readDate(found.replace(/(?<=\d)(?:Z|[+-]\d\d:?\d\d)$/, ''), { timeZone: 'UTC' });
  return [date?.instant.slice(0, 10), local?.instant.slice(0, 10)].includes(page.date.slice(0, 10));
}

/** Every name that the gold gives stands in the byline, and where it gives none, none is found. */
function sameAuthor(page: GoldPage, found: string | null): boolean | undefined {
  if (page.author === undefined) return undefined;
  if (page.author === '') return found === null;
  const names = page.author
    .split(/\s*(?:;|\s&\s|,|\sand\s)\s*/)
    .filter((name) => !/^(?:Ph\.?D|M\.?D|Jr|Sr)\.?$/i.test(name))
    .map(lettersOf);
  return names.every((name) => lettersOf(found ?? '').includes(name));
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

function singleSpaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
