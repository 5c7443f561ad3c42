import type { Archive } from '../../src/archive/archive.ts';
import { readMaterial } from '../serving/question.ts';

/** A request to measure. `{second}` in a path is replaced by another second for each run, so that nothing is cached. */
export interface DearRequest {
  path: string;
  headers?: Record<string, string>;
  /** JSON body of a POST request. */
  body?: unknown;
}

const listSuffixes = ['rss', 'atom', 'jsonfeed', 'ninjs', 'jsonld', 'csv', 'ndjson', 'md', 'txt'];
const whole = 'limit=100&include=body,quotes,mentions';
/** All articles are older, so this filter changes the address and not the result. */
const since = 'from=1990-01-01T00:00:{second}Z';

function mcp(name: string, given: Record<string, unknown>): DearRequest {
  return {
    path: '/mcp',
    headers: {
      accept: 'application/json, text/event-stream',
      'content-type': 'application/json',
      'mcp-protocol-version': '2025-06-18',
    },
    body: { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name, arguments: given } },
  };
}

/** Returns the dearest requests of each kind, for an archive with these contents, served at `origin`. */
export async function dearRequests(archive: Archive, origin: string): Promise<DearRequest[]> {
  const { topics, words, articles } = await readMaterial(archive);
  const [topic = ''] = topics;
  const slug = articles.at(-1)?.slug ?? '';
  const common = words.slice(0, 5).map(encodeURIComponent).join('+');
  const anyOf = words.slice(0, 5).map(encodeURIComponent).join('+OR+');
  const { items: people } = await archive.reads.tags({
    ...{ type: 'person', sort: 'articles', limit: 1, count: 'none' },
  });
  const person: string = JSON.parse(people[0] ?? '{}').slug;
  const unknown = Array.from({ length: 12 }, (_, index) => `qzxkw${'abcdefghijkl'[index]}vuntu`).join('+');
  const months = (await archive.reads.months()).toSorted((a, b) => b.articles - a.articles);
  const month = months[0]?.month ?? '2024-01';
  const year = month.slice(0, 4);
  const facets = 'facets=topic,person,organization,place,source,language,year';
  const paths = [
    // Exports.
    '/v1/export.ndjson',
    `/v1/export.ndjson?from=${year}-06-01`,
    '/v1/export.ndjson?include=archive,history&from=2024-01-01',
    `/v1/export.ndjson?q=the&from=${year}-06-01`,
    // Lists with texts.
    ...listSuffixes.map((suffix) => `/v1/articles.${suffix}?limit=100&${since}`),
    `/v1/articles.csv?limit=100&include=body&${since}`,
    ...['ndjson', 'md', 'txt'].map((suffix) => `/v1/articles.${suffix}?${whole}&${since}`),
    `/v1/articles?${whole}&${since}`,
    `/v1/articles?${whole}&${since}&highlight=true&q=the`,
    `/v1/articles?${whole}&${since}&highlight=true&q=${anyOf}&sort=relevance`,
    `/v1/articles?${whole}&${since}&sort=oldest&fields=body`,
    `/v1/articles?limit=100&${since}`,
    `/v1/articles?limit=100&fields=headline&${since}`,
    `/v1/topics/${topic}/articles?${whole}&${since}`,
    `/v1/topics/${topic}/articles.rss?limit=100&${since}`,
    `/v1/articles/${slug}/related.rss`,
    `/v1/articles/${slug}/related`,
    '/v1/changes?limit=1000&since={second}',
    '/v1/changes?limit=100&include=article&since={second}',
    `/v1/articles/${slug}/versions`,
    // Searches and counts.
    `/v1/articles?limit=100&sort=relevance&count=exact&q=${common}&${since}`,
    `/v1/articles?limit=100&sort=relevance&count=exact&q=${anyOf}&${since}`,
    `/v1/articles?q=${unknown}&${since}`,
    `/v1/articles?q=the+OR+of+OR+and&count=exact&${since}`,
    `/v1/articles?q=%22of+the%22&sort=relevance&${since}`,
    `/v1/articles?q=sta*&sort=relevance&${since}`,
    `/v1/articles?${facets}&${since}`,
    `/v1/articles?${facets}&q=the&${since}`,
    `/v1/articles?${facets}&topic=${topic}&${since}`,
    `/v1/timeline?interval=month&q=the&${since}`,
    `/v1/timeline?interval=month&topic=${topic}`,
    `/v1/timeline?interval=day&from=${year}-01-01`,
    // Tags and quotes.
    ...['people', 'topics', 'organizations', 'places', 'tags', 'sources'].map(
      (list) => `/v1/${list}?${list === 'sources' ? '' : 'limit=100&sort=name'}`,
    ),
    '/v1/people?q=a&limit=100',
    `/v1/people/${person}/together`,
    `/v1/topics/${topic}/together`,
    `/v1/quotes?limit=100&q=the&count=exact`,
    '/v1/quotes.csv?limit=100',
    '/v1/quotes.ndjson?limit=100',
    `/v1/people/${person}/quotes?limit=100`,
    // For crawlers.
    '/sitemap.xml',
    '/sitemaps/tags-1.xml',
    `/sitemaps/articles-${month}.xml`,
    '/news-sitemap.xml',
    '/llms.txt',
    '/openapi.json',
    `/oembed?url=${encodeURIComponent(`${origin}/articles/${slug}`)}`,
    // Pages.
    `/?${since}`,
    `/search?q=the+OR+of+OR+and&${since}`,
    `/search?q=${common}&sort=relevance`,
    `/articles/${slug}`,
    `/topics/${topic}`,
    `/people/${person}`,
    '/people',
    '/quotes?q=the',
    `/v1/articles/${slug}`,
    ...['ninjs', 'jsonld', 'md', 'txt', 'html'].map((suffix) => `/v1/articles/${slug}.${suffix}`),
  ];
  return [
    ...paths.map((path) => ({ path })),
    { path: `/v1/articles?${whole}&${since}`, headers: { 'accept-encoding': 'br' } },
    { path: `/v1/export.ndjson?from=${year}-06-01`, headers: { 'accept-encoding': 'gzip' } },
    mcp('search_articles', { q: 'the OR of OR and', limit: 100, highlight: true }),
    mcp('get_article', { article: slug }),
    mcp('list_people', { limit: 100 }),
    mcp('timeline', { topic: [topic] }),
  ];
}
