import { expect, test } from 'vitest';
import { newsml } from '../../../../src/reading/formats/newsml/newsml.ts';
import { newsml1 } from '../../../../src/reading/formats/newsml1/newsml1.ts';
import { draftOf, draftsOf } from '../readings.ts';

const text = 'The council of Harwick voted on Tuesday to reopen the old harbor bridge — at last.';
const base64 = (content: string) => Buffer.from(content).toString('base64');
const item = (id: string, headline: string, content: string) => `<NewsItem>
  <Identification><NewsIdentifier><ProviderId>x.example</ProviderId><DateId>20241126</DateId>
    <NewsItemId>${id}</NewsItemId><RevisionId PreviousRevision="0" Update="N">1</RevisionId>
    <PublicIdentifier>urn:newsml:x.example:20241126:${id}:1N</PublicIdentifier></NewsIdentifier></Identification>
  <NewsComponent><NewsLines><HeadLine>${headline}</HeadLine></NewsLines>${content}</NewsComponent></NewsItem>`;
const file = (items: string) => `<NewsML Version="1.2">${items}</NewsML>`;
const plain = `<ContentItem><DataContent><p>${text}</p></DataContent></ContentItem>`;

test.each([
  ['HTML', `<p>${text}</p><p>It was closed.</p>`, `${text}\n\nIt was closed.`],
  ['plain text', text, text],
])('%s in base64 is decoded', (_, content, expected) => {
  const data = `<DataContent>${base64(content)}</DataContent>`;
  const encoded = `<ContentItem><Encoding Notation="Base64">${data}</Encoding></ContentItem>`;
  for (const each of [encoded, `<ContentItem>${data}</ContentItem>`])
    expect(draftOf(newsml1, file(item('1', 'Bridge', each))).body.text).toBe(expected);
  const g2 = `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:1"><contentMeta><headline>Bridge</headline>
    </contentMeta><contentSet><inlineData encoding="http://cv.iptc.org/newscodes/encoding/base64">${base64(content)}</inlineData></contentSet></newsItem>`;
  expect(draftOf(newsml, g2).body.text).toBe(expected);
});

test('items within the components of an item are articles', () => {
  const inner = ['2', '3']
    .map((id) => `<NewsComponent>${item(id, `Bridge ${id}`, plain)}</NewsComponent>`)
    .join('');
  expect(draftsOf(newsml1, file(item('1', 'Package', inner))).map((draft) => draft.headline)).toEqual([
    'Bridge 2',
    'Bridge 3',
  ]);
  const both = draftsOf(newsml1, file(item('1', 'Bridge 1', plain + inner)));
  expect(both.map((draft) => draft.headline)).toEqual(['Bridge 1', 'Bridge 2', 'Bridge 3']);
});
