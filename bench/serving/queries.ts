import { parseArgs } from 'node:util';
import type { Archive } from '../../src/archive/archive.ts';
import { openArchive } from '../../src/archive/open-archive.ts';
import type { ArticleQuery, FacetName } from '../../src/archive/queries.ts';
import type { ArticleFilter, SearchExpression, TagExpression } from '../../src/model/query.ts';
import { parseSearch } from '../../src/model/search-syntax.ts';
import { parseTags } from '../../src/model/tag-syntax.ts';
import { chooseCorpus } from '../corpus/choose-corpus.ts';
import { inventedArchive } from './generate-archive.ts';
import { compareKeywords } from './keyword-pairs.ts';

/** Time that an archive takes for one kind of query, without HTTP. */
interface Timing {
  query: string;
  p50Ms: number;
  p99Ms: number;
}

const RUNS = 150;
const MOST_MS = 2_000;

function search(text: string): SearchExpression {
  const parsed = parseSearch(text);
  if ('error' in parsed) throw new Error(parsed.error.message);
  return parsed.expression;
}

function tags(text: string): TagExpression {
  const parsed = parseTags(text);
  if ('error' in parsed) throw new Error(parsed.error.message);
  return parsed.expression;
}

/** Returns the queries: frequent and rare tags and words, alone and together, in every sort and form. */
async function questions(archive: Archive): Promise<[string, () => unknown][]> {
  const top = async (type: 'topic' | 'person' | 'keyword'): Promise<string[]> => {
    const { items } = await archive.reads.tags({ type, sort: 'articles', limit: 30, count: 'none' });
    return items.map((item) => JSON.parse(item).id);
  };
  const [topic = '', second = ''] = await top('topic');
  const people = await top('person');
  const rare = people.at(-1) ?? '';
  const [keyword = topic] = await top('keyword');
  const list =
    (filter: ArticleFilter, more: Partial<ArticleQuery> = {}) =>
    () =>
      archive.reads.articles({ filter, sort: 'newest', form: 'card', limit: 20, count: 'capped', ...more });
  const byRelevance = { sort: 'relevance' } as const;
  const months = Array.from({ length: 121 }, (_, month) =>
    new Date(Date.UTC(2015, month)).toISOString().replace('.000', ''),
  );
  const names: FacetName[] = ['topic', 'person', 'organization', 'place', 'source', 'language', 'year'];
  const page = await archive.reads.articles({
    filter: { tags: tags(topic) },
    sort: 'newest',
    form: 'card',
    limit: 50,
    count: 'none',
  });
  const { id } = JSON.parse(page.items.at(-1) ?? '{}');
  const ids = page.items.slice(0, 20).map((item) => JSON.parse(item).id);
  return [
    ['newest', list({})],
    ['newest, full', list({}, { form: 'full' })],
    ['tag', list({ tags: tags(topic) })],
    ['keyword', list({ tags: tags(keyword) })],
    ['tag and dates', list({ tags: tags(topic), from: months[3] ?? '', before: months[9] ?? '' })],
    ['two tags', list({ tags: tags(`${topic},${second}`) })],
    ['frequent and rare tag', list({ tags: tags(`${topic},${rare}`) })],
    ['any of three tags', list({ tags: tags(`${topic}|${second}|${rare}`) })],
    ['not a tag', list({ tags: tags(`-${topic}`) })],
    ['common word', list({ search: search('said') })],
    ['two words', list({ search: search('government market') })],
    ['two rare words', list({ search: search('lighthouse zinc') })],
    ['phrase', list({ search: search('"interest rates"') })],
    ['word and rare tag', list({ search: search('government'), tags: tags(rare) })],
    ['relevance, common word', list({ search: search('said') }, byRelevance)],
    ['relevance, word', list({ search: search('government') }, byRelevance)],
    ['relevance, two words', list({ search: search('government market') }, byRelevance)],
    ['relevance, phrase', list({ search: search('"interest rates"') }, byRelevance)],
    ['relevance, rare word', list({ search: search('lighthouse') }, byRelevance)],
    ['quotes', () => archive.reads.quotes({ limit: 20, count: 'capped' })],
    ['quotes, word', () => archive.reads.quotes({ limit: 20, count: 'capped', search: search('company') })],
    ['facets', () => archive.reads.facets({}, names, 10)],
    ['facets of a tag', () => archive.reads.facets({ tags: tags(topic) }, names, 10)],
    ['facet topic of a tag', () => archive.reads.facets({ tags: tags(topic) }, ['topic'], 10)],
    ['facet keyword of a tag', () => archive.reads.facets({ tags: tags(topic) }, ['keyword'], 10)],
    ['facets of a search', () => archive.reads.facets({ search: search('government') }, names, 10)],
    ['timeline, 120 months', () => archive.reads.timeline({}, months)],
    ['timeline of a tag', () => archive.reads.timeline({ tags: tags(topic) }, months)],
    ['timeline of a search', () => archive.reads.timeline({ search: search('government') }, months)],
    ['neighbours', () => archive.reads.neighbours(id, { tags: tags(topic) }, 'newest')],
    ['highlight of a page', () => archive.reads.highlight(search('government'), ids)],
    ['did you mean', () => archive.reads.suggest(search('governmnet'))],
    ['article', () => archive.reads.article(id)],
  ];
}

/** Returns the median and 99th percentile of each kind of query to an archive, warm. */
export async function timeQueries(path: string): Promise<Timing[]> {
  const archive = await openArchive({ engine: 'sqlite', path });
  const timings: Timing[] = [];
  for (const [query, ask] of await questions(archive)) {
    const spent: number[] = [];
    const end = performance.now() + MOST_MS;
    while (spent.length < RUNS && performance.now() < end) {
      const begun = performance.now();
      await ask();
      spent.push(performance.now() - begun);
    }
    spent.sort((a, b) => a - b);
    const at = (share: number) => Math.round(100 * (spent[Math.floor(spent.length * share)] ?? 0)) / 100;
    timings.push({ query, p50Ms: at(0.5), p99Ms: at(0.99) });
  }
  await archive.close();
  return timings;
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      size: { type: 'string', default: '10000' },
      corpus: { type: 'string' },
      keywords: { type: 'boolean', default: false },
    },
  });
  const path = await inventedArchive(Number(values.size), chooseCorpus(values.corpus));
  if (values.keywords) {
    const archive = await openArchive({ engine: 'sqlite', path });
    console.table(await compareKeywords(archive));
    await archive.close();
  } else console.table(await timeQueries(path));
}
