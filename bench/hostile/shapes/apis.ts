import { numbered, run, type Shape, shapesFor } from './shape.ts';

const api = shapesFor('json', 'a.json', 'api');

const prose = 'The pier of Seahaven was opened on Monday by its mayor, Ann Lee.';

/** Records of known APIs, by the field whose content is long. */
const records: Record<string, (text: string) => object> = {
  Arc: (text) => ({
    headlines: { basic: 'Pier opens' },
    display_date: '2024-11-03T00:00:00Z',
    content_elements: [{ type: 'text', content: text }],
  }),
  Guardian: (text) => ({
    webTitle: 'Pier opens',
    webUrl: 'https://a.example/a',
    webPublicationDate: '2024-11-03T00:00:00Z',
    fields: { body: text },
  }),
  'New York Times': (text) => ({
    web_url: 'https://a.example/a',
    headline: { main: 'Pier opens' },
    lead_paragraph: text,
    pub_date: '2024-11-03T00:00:00Z',
  }),
  Ghost: (text) => ({
    title: 'Pier opens',
    published_at: '2024-11-03T00:00:00Z',
    visibility: 'public',
    html: text,
  }),
  'WordPress.com': (text) => ({ ID: 1, site_ID: 2, URL: 'https://a.example', title: 'Pier', content: text }),
  'news-please': (text) => ({
    title: 'Pier opens',
    maintext: text,
    date_publish: '2024-11-03 00:00:00',
    source_domain: 'a.example',
  }),
  trafilatura: (text) => ({ title: 'Pier opens', text, fingerprint: 'a', hostname: 'a.example' }),
  newspaper: (text) => ({ title: 'Pier opens', text, authors: [], top_image: '' }),
  fundus: (text) => ({ title: 'Pier opens', plaintext: text, publishing_date: '2024-11-03' }),
  'schema.org': (text) => ({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: 'Pier opens',
    articleBody: text,
  }),
  NewsAPI: (text) => ({
    source: { id: null, name: 'A' },
    author: 'Ann Lee',
    title: 'Pier opens',
    url: 'https://a.example/a',
    urlToImage: null,
    publishedAt: '2024-11-03T00:00:00Z',
    description: prose,
    content: text,
  }),
};

const units: Record<string, string> = {
  paragraphs: '<p>It is open.</p>',
  lines: 'It is open.\n\n',
  'less than': '<',
  'broken sentences': 'x… ',
  'cut texts': '… [+9 chars]',
  spaces: ' \n',
};

/** Records of known APIs that repeat one construct. */
export const apiShapes: Shape[] = [
  ...Object.entries(records).flatMap(([name, record]) => [
    ...Object.entries(units).map(([what, unit]) =>
      api(`${name}, ${what}`, (length) => JSON.stringify(record(`${prose}\n\n${run(unit, length)}`))),
    ),
    api(`${name}, records`, (length) => {
      const one = JSON.stringify(record(prose));
      return `[${run(`${one},`, length)}${one}]`;
    }),
    api(`${name}, unknown fields`, (length) =>
      JSON.stringify(record(prose)).replace(/\}$/, `${numbered((at) => `,"n${at}":1`, length)}}`),
    ),
  ]),
  api('summary of broken sentences', (length) =>
    JSON.stringify({ headline: 'Pier opens', description: run('x… ', length) }),
  ),
  api('summary and text of broken sentences', (length) =>
    JSON.stringify({
      headline: 'Pier opens',
      description: run('x… ', length / 2),
      body: run('x… ', length / 2),
    }),
  ),
  api('elements of Arc', (length) =>
    JSON.stringify({
      headlines: { basic: 'Pier opens' },
      display_date: '2024-11-03T00:00:00Z',
      content_elements: Array.from({ length: length / 40 }, () => ({ type: 'text', content: 'It is.' })),
    }),
  ),
  api('answers', (length) => `[${run('{"items":[{"title":"a","body":"b"}]},', length)}{"items":[]}]`),
  api(
    'included records',
    (length) =>
      `{"data":[${run('{"attributes":{"title":"a","body":"b"},"relationships":{"uid":{"data":{"id":"n1"}}}},', length / 2)}{}],"included":[${numbered((at) => `{"id":"n${at}","attributes":{"name":"Ann"}},`, length / 2)}{}]}`,
  ),
  api(
    'records that include a large one',
    (length) =>
      `{"data":[${run('{"attributes":{"title":"a","body":"b"},"relationships":{"uid":{"data":{"id":"n"}}}},', length / 2)}{}],"included":[{"id":"n","attributes":{"name":"Ann"${numbered((at) => `,"n${at}":1`, length / 2)}}}]}`,
  ),
  api(
    'large record that includes the same',
    (length) =>
      `{"items":[{"sys":{"id":"a"},"fields":{"title":"a","body":"b","links":[${run('{"sys":{"id":"n"}},', length / 2)}{}]}}],"includes":{"Entry":[{"sys":{"id":"n"},"fields":{"name":"Ann"${numbered((at) => `,"n${at}":1`, length / 2)}}}]}}`,
  ),
  api(
    'rich text',
    (length) =>
      `{"title":"Pier opens","body":[${run('{"_type":"block","children":[{"_type":"span","text":"It is."}]},', length)}{}]}`,
  ),
];
