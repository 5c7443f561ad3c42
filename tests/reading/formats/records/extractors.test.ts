import { describe, expect, test } from 'vitest';
import { json } from '../../../../src/reading/formats/json/json.ts';
import { draftOf, draftsOf, reasonsOf } from '../readings.ts';

const read = (value: unknown) => draftOf(json, JSON.stringify(value));
const text = 'The ferry to Alba sailed again on Monday, six weeks after its engine failed in a storm.';

describe('programs that read pages', () => {
  const url = 'https://alba.example/f';
  test.each([
    [
      'news-please',
      {
        title: 'Ferry',
        maintext: text,
        authors: ['Moira Ross'],
        date_publish: '2025-05-05 08:00:00',
        date_download: '2025-06-01 00:00:00',
        language: 'en',
        source_domain: 'alba.example',
        url,
      },
    ],
    [
      'trafilatura',
      {
        title: 'Ferry',
        author: 'Moira Ross',
        hostname: 'alba.example',
        date: '2025-05-05',
        categories: '',
        tags: 'ferry;isles',
        fingerprint: 'x',
        text,
        'source-hostname': 'Alba Herald',
        source: url,
        filedate: '2025-06-01',
      },
    ],
    [
      'newspaper4k',
      {
        url,
        source_url: 'https://alba.example',
        title: 'Ferry',
        text,
        authors: ['Moira Ross'],
        publish_date: '2025-05-05T08:00:00',
        top_image: '',
        meta_lang: 'en',
        keywords: ['sailed'],
        summary: 'x',
      },
    ],
    [
      'Fundus',
      {
        title: 'Ferry',
        body: { summary: [], sections: [{ headline: [], paragraphs: [text] }] },
        authors: ['Moira Ross'],
        publishing_date: '2025-05-05 08:00:00+00:00',
        html: { requested_url: url },
      },
    ],
    [
      'Diffbot',
      {
        objects: [
          {
            type: 'article',
            pageUrl: url,
            title: 'Ferry',
            text,
            author: 'Moira Ross',
            date: 'Mon, 05 May 2025 08:00:00 GMT',
            siteName: 'Alba Herald',
          },
        ],
      },
    ],
  ])('%s', (_, value) => {
    const draft = read(value);
    expect(draft).toMatchObject({ headline: 'Ferry', body: { text }, byline: 'Moira Ross', url });
    expect(draft.publishedAt).toContain('2025-05-05T');
    expect(draft.keywords).not.toContain('sailed');
  });
});

describe('answers', () => {
  test.each([
    [
      { status: 'error', code: 'apiKeyInvalid', message: 'Your API key is invalid.' },
      'Your API key is invalid.',
    ],
    [{ code: 'rest_forbidden', message: 'Sorry.', data: { status: 401 } }, 'Sorry.'],
    [{ response: { status: 'error', message: 'Not found' } }, 'Not found'],
    [{ errors: [{ detail: 'No access.' }] }, 'No access.'],
  ])('an error of an API is refused as one', (value, message) => {
    expect(reasonsOf(json, JSON.stringify(value))).toEqual([
      `an error of an API, not articles: "${message}"; fetch it again`,
    ]);
  });

  test.each([{ status: 'ok', totalResults: 0, articles: [] }, { response: { total: 0, results: [] } }])(
    'an answer that found nothing has no records: %j',
    (value) => {
      expect(reasonsOf(json, JSON.stringify(value))).toEqual(['no records found']);
    },
  );

  test('several answers in one file are read one after the other', () => {
    const answer = (title: string) => ({ status: 'ok', articles: [{ title, body: text }] });
    const drafts = draftsOf(json, JSON.stringify([answer('A'), answer('B')]));
    expect(drafts.map(({ headline }) => headline)).toEqual(['A', 'B']);
  });
});
