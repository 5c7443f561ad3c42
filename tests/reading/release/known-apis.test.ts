import { expect, test } from 'vitest';
import { decisionsOf } from './decisions.ts';

const text = '<p>The council voted on Tuesday to reopen the old harbor bridge.</p>';
const past = '2026-05-01T08:00:00Z';
const future = '2030-01-01T00:00:00Z';

/** An article of each API as it prints one, without fields about its publication. */
const records = {
  'WordPress REST': {
    ...{ id: 1, date_gmt: '2026-05-01T08:00:00', link: 'https://a.example/1', type: 'post' },
    ...{ title: { rendered: 'Bridge' }, content: { rendered: text, protected: false } },
  },
  'WordPress.com': {
    ID: 1,
    site_ID: 2,
    URL: 'https://a.example/1',
    title: 'Bridge',
    content: text,
    date: past,
  },
  Ghost: { id: '1', title: 'Bridge', html: text, feature_image: null, published_at: past },
  Guardian: {
    ...{ id: '1', webTitle: 'Bridge', webUrl: 'https://a.example/1', webPublicationDate: past },
    fields: { body: text },
  },
  NYT: {
    _id: 'nyt://article/1',
    web_url: 'https://a.example/1',
    abstract: 'It reopens.',
    pub_date: past,
    headline: { main: 'Bridge' },
  },
  NewsAPI: {
    title: 'Bridge',
    url: 'https://a.example/1',
    urlToImage: null,
    publishedAt: past,
    content: text,
  },
  'Event Registry': {
    uri: '1',
    title: 'Bridge',
    body: text,
    dateTime: past,
    source: { uri: 'a.example', title: 'A' },
  },
  'Arc XP': {
    ...{ _id: '1', type: 'story', headlines: { basic: 'Bridge' }, display_date: past },
    content_elements: [{ type: 'text', content: 'The council voted on Tuesday.' }],
  },
  'JSON-LD': {
    '@type': 'NewsArticle',
    '@id': '1',
    headline: 'Bridge',
    articleBody: text,
    datePublished: past,
  },
  trafilatura: { title: 'Bridge', text, date: past, fingerprint: 'a', source: 'https://a.example/1' },
  'news-please': { title: 'Bridge', maintext: text, date_publish: past, source_domain: 'a.example' },
} as const;

const hold = `hold until ${future}`;

test.each(Object.entries(records))('%s without such fields is published', (_, record) => {
  expect(decisionsOf(JSON.stringify(record), 'json')).toEqual(['publish']);
});

test.each<[keyof typeof records, object, string]>([
  ['WordPress REST', { status: 'private' }, 'reject: status is "private"'],
  ['WordPress REST', { status: 'future', date_gmt: '2030-01-01T00:00:00' }, hold],
  ['WordPress REST', { content: { rendered: '', protected: true } }, 'reject: content.protected is "true"'],
  ['WordPress REST', { status: 'trash' }, 'reject: status is "trash"'],
  ['WordPress.com', { password: 'secret' }, 'reject: password is "set"'],
  ['WordPress.com', { status: 'draft' }, 'reject: status is "draft"'],
  ['Ghost', { status: 'scheduled', published_at: future }, hold],
  ['Ghost', { visibility: 'paid' }, 'reject: visibility is "paid"'],
  ['Ghost', { access: false }, 'reject: access is "false"'],
  ['Guardian', { fields: { body: text, isLive: 'false' } }, 'reject: fields.isLive is "false"'],
  ['NYT', { pub_date: future }, hold],
  ['NewsAPI', { publishedAt: future }, hold],
  ['Event Registry', { dateTime: future }, hold],
  ['Arc XP', { content_restrictions: { embargo: { active: true, end_time: future } } }, hold],
  ['Arc XP', { planning: { scheduling: { planned_publish_date: future } } }, hold],
  ['Arc XP', { revision: { published: false } }, 'reject: revision.published is "false"'],
  ['Arc XP', { status: 'canceled' }, 'withdraw 1'],
  ['JSON-LD', { creativeWorkStatus: 'Draft' }, 'reject: creativeWorkStatus is "Draft"'],
  ['JSON-LD', { expires: '2026-01-01' }, 'reject: expires is "2026-01-01": expired'],
  ['trafilatura', { date: '2030-01-01' }, hold],
  ['news-please', { date_publish: '2030-01-01 00:00:00' }, hold],
])('%s with %j: %s', (name, fields, expected) => {
  const [decision] = decisionsOf(JSON.stringify({ ...records[name], ...fields }), 'json');
  expect(decision).toBe(expected);
});

test.each<[keyof typeof records, object]>([
  ['WordPress REST', { status: 'publish' }],
  ['Ghost', { status: 'sent', visibility: 'public', access: true }],
  ['Guardian', { fields: { body: text, isLive: 'true', liveBloggingNow: 'false' } }],
  ['Arc XP', { content_restrictions: { content_code: 'premium', embargo: { active: false } } }],
  ['Arc XP', { publishing: { scheduled_operations: { publish_edition: [], unpublish_edition: [] } } }],
  ['JSON-LD', { isAccessibleForFree: false }],
])('%s with %j is published', (name, fields) => {
  expect(decisionsOf(JSON.stringify({ ...records[name], ...fields }), 'json')).toEqual(['publish']);
});
