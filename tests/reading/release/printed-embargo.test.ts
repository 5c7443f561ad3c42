import { describe, expect, test } from 'vitest';
import { html } from '../../../src/reading/formats/html/html.ts';
import { json } from '../../../src/reading/formats/json/json.ts';
import { newsml1 } from '../../../src/reading/formats/newsml1/newsml1.ts';
import { ninjs } from '../../../src/reading/formats/ninjs/ninjs.ts';
import { nitf } from '../../../src/reading/formats/nitf/nitf.ts';
import { draftOf } from '../formats/readings.ts';

const embargo = 'EMBARGOED UNTIL 0001 GMT MARCH 6, 2030';
const text = 'The council of Harwick voted on Tuesday to reopen the old harbor bridge.';
const release = [{ kind: 'embargo', instant: '2030-03-06T00:01:00Z' }];

describe('an embargo that is printed holds an article, also in formats with a field for it', () => {
  test.each([
    [
      'a note to editors in NITF',
      nitf,
      `<nitf><head><docdata><ed-msg info="${embargo}"/></docdata></head><body><body.head><hedline><hl1>Bridge</hl1></hedline></body.head><body.content><p>${text}</p></body.content></body></nitf>`,
    ],
    [
      'the first paragraph of NewsML 1',
      newsml1,
      `<NewsML><NewsItem><NewsComponent><NewsLines><HeadLine>Bridge</HeadLine></NewsLines><ContentItem><DataContent><p>${embargo}</p><p>${text}</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>`,
    ],
    [
      'the note of ninjs',
      ninjs,
      JSON.stringify({ uri: 'urn:a', type: 'text', headline: 'Bridge', body_text: text, ednote: embargo }),
    ],
    ['the first paragraph of JSON', json, JSON.stringify({ title: 'Bridge', body: `${embargo}\n\n${text}` })],
    [
      'the first paragraph of a page',
      html,
      `<!doctype html><title>Bridge</title><article><h1>Bridge</h1><p>${embargo}</p><p>${text}</p><p>${text} It had been closed for six weeks.</p></article>`,
    ],
  ])('%s', (_, format, document) => {
    expect(draftOf(format, document)).toMatchObject({ release });
  });

  test('a text about embargoes is not held', () => {
    const { release: stated } = draftOf(
      json,
      JSON.stringify({ title: 'Arms', body: `Embargoed goods were seized on March 6, 2030.\n\n${text}` }),
    );
    expect(stated).toBeUndefined();
  });
});
