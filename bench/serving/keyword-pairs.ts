import type { Archive } from '../../src/archive/archive.ts';
import type { FacetName } from '../../src/archive/queries.ts';
import type { Position } from '../../src/model/query.ts';
import { parseTags } from '../../src/model/tag-syntax.ts';
import { comparePairs, median } from '../compare/ratios.ts';

/** The speed of a query by keyword beside that of the same query by a topic in about as many articles. */
interface KeywordPair {
  query: string;
  /** Number of articles of each. */
  keyword: number;
  topic: number;
  keywordMs: number;
  topicMs: number;
  /** Median ratio of the speeds; 1.1 is a tenth faster by keyword. */
  speed: number;
  met: boolean;
}

interface Tag {
  id: string;
  articles: number;
}

const GOAL = 0.9;
/** Number of pairs of one query, and the longest time for them. */
const RUNS = 200;
const MOST_MS = 4_000;
/** Tags of each type that are compared by their number of articles. */
const TAGS = 2_000;
/** Frequencies to compare, as shares of that of the most frequent topic. */
const SHARES = [1, 0.3, 0.1, 0.03, 0.01];
const facetNames: FacetName[] = ['topic', 'person', 'keyword', 'source', 'year'];

/** Measures lists and facets by keyword and by topic, in turns. Returns no pairs without keywords. */
export async function compareKeywords(archive: Archive): Promise<KeywordPair[]> {
  const keywords = await frequent(archive, 'keyword');
  const topics = await frequent(archive, 'topic');
  const compared: KeywordPair[] = [];
  for (const { keyword, topic } of alike(keywords, topics)) {
    for (const [query, ask] of queries(archive)) {
      const times = await timePairs(
        () => ask(topic.id),
        () => ask(keyword.id),
      );
      compared.push({ ...inPairs(query, times), keyword: keyword.articles, topic: topic.articles });
    }
  }
  if (compared.length === 0) return [];
  const facet = (name: FacetName) => () => archive.reads.facets({}, [name], 10);
  const times = await timePairs(facet('topic'), facet('keyword'));
  return [...compared, { ...inPairs('facet of all articles', times), keyword: 0, topic: 0 }];
}

function queries(archive: Archive): [string, (tag: string) => unknown][] {
  const filter = (tag: string) => {
    const parsed = parseTags(tag);
    if ('error' in parsed) throw new Error(parsed.error.message);
    return { tags: parsed.expression };
  };
  const page = { sort: 'newest', form: 'card', limit: 20, count: 'capped' } as const;
  const from = '2012-01-01T00:00:00Z';
  const before = '2018-01-01T00:00:00Z';
  return [
    ['list', (tag) => archive.reads.articles({ filter: filter(tag), ...page })],
    [
      'list of six years',
      (tag) => archive.reads.articles({ filter: { ...filter(tag), from, before }, ...page }),
    ],
    ['list, without the tag', (tag) => archive.reads.articles({ filter: filter(`-${tag}`), ...page })],
    ['facets', (tag) => archive.reads.facets(filter(tag), facetNames, 10)],
    ['facet of six years', (tag) => archive.reads.facets({ ...filter(tag), from, before }, ['source'], 10)],
  ];
}

async function frequent(archive: Archive, type: 'keyword' | 'topic'): Promise<Tag[]> {
  const tags: Tag[] = [];
  let position: Position | undefined;
  do {
    const query = { type, sort: 'articles', limit: 100, count: 'none' } as const;
    const page = await archive.reads.tags(position === undefined ? query : { ...query, position });
    for (const item of page.items) {
      const { id, articleCount } = JSON.parse(item);
      tags.push({ id, articles: articleCount });
    }
    position = page.next;
  } while (position !== undefined && tags.length < TAGS);
  return tags;
}

/** Chooses topics of several frequencies, each with the keyword whose frequency is nearest. */
function alike(keywords: Tag[], topics: Tag[]): { keyword: Tag; topic: Tag }[] {
  const most = topics[0]?.articles ?? 0;
  return SHARES.flatMap((share) => {
    const topic = nearest(topics, share * most);
    const keyword = topic && nearest(keywords, topic.articles);
    return topic && keyword ? [{ keyword, topic }] : [];
  });
}

function nearest(tags: Tag[], articles: number): Tag | undefined {
  return tags.toSorted((a, b) => Math.abs(a.articles - articles) - Math.abs(b.articles - articles))[0];
}

/** Times two queries in turns, each pair in the opposite order of the one before. */
async function timePairs(
  askBase: () => unknown,
  askOurs: () => unknown,
): Promise<{ base: number; ours: number }[]> {
  const timed = async (ask: () => unknown) => {
    const begun = performance.now();
    await ask();
    return performance.now() - begun;
  };
  for (const ask of [askBase, askOurs, askBase, askOurs]) await timed(ask);
  const rounds: { base: number; ours: number }[] = [];
  const end = performance.now() + MOST_MS;
  while (rounds.length < RUNS && (rounds.length < 3 || performance.now() < end)) {
    if (rounds.length % 2 === 0) rounds.push({ base: await timed(askBase), ours: await timed(askOurs) });
    else {
      const ours = await timed(askOurs);
      rounds.push({ base: await timed(askBase), ours });
    }
  }
  return rounds;
}

function inPairs(query: string, rounds: { base: number; ours: number }[]) {
  // Speeds, so that more is better.
  const speeds = rounds.map(({ base, ours }) => ({ base: 1 / base, ours: 1 / ours }));
  const { ratio, met = false } = comparePairs({
    ...{ measure: query, unit: '/s', rounds: speeds },
    goal: { ratio: GOAL, atMost: false },
  });
  const ms = (name: 'base' | 'ours') => Number(median(rounds.map((round) => round[name])).toFixed(3));
  return { query, keywordMs: ms('ours'), topicMs: ms('base'), speed: Number(ratio.toFixed(2)), met };
}
