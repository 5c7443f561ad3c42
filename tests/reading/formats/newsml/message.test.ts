import { describe, expect, test } from 'vitest';
import { formatOf } from '../../../../src/reading/formats/formats.ts';
import { newsml } from '../../../../src/reading/formats/newsml/newsml.ts';
import { draftOf, draftsOf, reasonsOf } from '../readings.ts';

const nar = 'xmlns="http://iptc.org/std/nar/2006-10-01/"';
const html = (body: string) =>
  `<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>${body}</body></html></inlineXML>`;

interface Parts {
  guid?: string;
  kind?: string;
  meta?: string;
  itemMeta?: string;
  rest?: string;
  content?: string;
}

function item({
  guid = 'a',
  kind = 'text',
  meta = '',
  itemMeta = '',
  rest = '',
  content = html('<p>One.</p>'),
}: Parts): string {
  return `<newsItem ${nar} guid="${guid}" version="1" xml:lang="en"><itemMeta><itemClass qcode="ninat:${kind}"/><provider qcode="nprov:WX"/>
    <versionCreated>2024-11-26T14:30:00Z</versionCreated><pubStatus qcode="stat:usable"/>${itemMeta}</itemMeta>
    <contentMeta><headline>Bridge reopens</headline>${meta}</contentMeta>${rest}<contentSet>${content}</contentSet></newsItem>`;
}

const picture = (guid: string, rest = '') =>
  item({
    ...{ guid, kind: 'picture', rest },
    meta: '<description role="drol:caption">The bridge.</description><creditline>Ola Karlsen</creditline>',
    content: `<remoteContent rendition="rnd:thumbnail" href="https://p.example/t.jpg" contenttype="image/jpeg" width="100"/>
      <remoteContent rendition="rnd:highRes" href="https://p.example/h.jpg" contenttype="image/jpeg" width="2000" height="1000"/>`,
  });
const image = {
  ...{ url: 'https://p.example/h.jpg', caption: 'The bridge.', credit: 'Ola Karlsen' },
  ...{ width: 2000, height: 1000, type: 'image/jpeg' },
};
const message = (...items: string[]) =>
  `<newsMessage ${nar}><itemSet>${items.join('')}</itemSet></newsMessage>`;
const packageItem = (...ids: string[]) =>
  `<packageItem ${nar} guid="p"><itemMeta><itemClass qcode="ninat:composite"/></itemMeta><groupSet><group>${ids
    .map((id) => `<itemRef residref="${id}"/>`)
    .join('')}</group></groupSet></packageItem>`;

describe('a message', () => {
  test('of a text, a picture and a package is one article with an image', () => {
    expect(draftOf(newsml, message(item({}), picture('b'), packageItem('a', 'b'))).images).toEqual([image]);
  });

  test('of several texts is several articles; each has the pictures that are linked with it', () => {
    const link = '<itemMeta/><link rel="irel:seeAlso" residref="y"/>';
    const texts = [item({ guid: 'a' }), item({ guid: 'b', itemMeta: '<link residref="x"/>' })];
    const drafts = draftsOf(
      newsml,
      message(...texts, picture('x'), picture('y', link), packageItem('a', 'y')),
    );
    expect(drafts.map(({ images }) => images.length)).toEqual([1, 1]);
    expect(reasonsOf(newsml, message(...texts, picture('z')))).toHaveLength(1);
  });

  test('without a text is refused by what it holds', () => {
    expect(reasonsOf(newsml, message(picture('b'), packageItem('b')))).toEqual([
      'a NewsML-G2 picture without an article; import it together with the text item',
      'a NewsML-G2 package, which only lists other items; import the items',
    ]);
  });
});

test.each([
  ['conceptItem', /^a NewsML-G2 concept/],
  ['knowledgeItem', /^a NewsML-G2 knowledge item/],
  ['planningItem', /^a NewsML-G2 planning item/],
  ['catalogItem', /^a NewsML-G2 catalog/],
])('a <%s> is recognised and refused', (name, reason) => {
  const document = `<?xml version="1.0"?><g:${name} xmlns:g="http://iptc.org/std/nar/2006-10-01/" guid="a"><g:itemMeta/></g:${name}>`;
  expect(formatOf(document, 'a.xml')?.name).toBe('newsml');
  expect(reasonsOf(newsml, document)[0]).toMatch(reason);
});

test.each([
  [
    '<inlineXML contenttype="application/sportsml+xml"><sports-content><sports-event/></sports-content></inlineXML>',
    /sports results/,
  ],
  [
    '<inlineXML><sports-content xmlns="http://iptc.org/std/SportsML/"><sports-event/></sports-content></inlineXML>',
    /sports results/,
  ],
  ['<inlineXML><chart><value>1</value></chart></inlineXML>', /holds <chart>, which is no text/],
  ['<remoteContent href="https://w.example/1.xml"/>', /text is not in the file/],
  ['', /without text/],
])('the content %s is no text', (content, reason) => {
  expect(reasonsOf(newsml, item({ content }))[0]).toMatch(reason);
});

describe('the header of a text that only repeats the metadata', () => {
  const meta = `<subject type="cpnat:abstract" qcode="x:1"><name>Politics</name></subject><located qcode="c:1"><name>Kalvik</name></located>
    <by>By Dana Okafor</by><genre qcode="g:1"><name>Extra</name></genre>`;
  const text = '<p>Kalvik (dpa) - The council voted.</p>';

  test.each([
    ['<header><time>26.11.2024 14:00 GMT</time><ul><li>economy</li></ul><h1>Bridge reopens</h1></header>'],
    ['<h1>Bridge reopens</h1><p>Politics/Kalvik</p><p>EXTRA</p>'],
    ['<p>2024-11-26 14:30</p><p>By Dana Okafor</p>'],
    ['<h1>Bridge reopens</h1><div><span>Politics</span><span>WX</span></div>'],
    ['<p>26.11.2024 | Kalvik | Annual report</p>'],
  ])('%s is no text', (header) => {
    const draft = draftOf(newsml, item({ meta, content: html(header + text) }));
    expect([draft.body.text, draft.dateline?.place]).toEqual(['Kalvik (dpa) - The council voted.', 'Kalvik']);
  });

  test('a sentence in it is text, and a text that is all of it stays', () => {
    const lead = '<header><h1>Bridge reopens</h1><p>The council has voted to reopen it.</p></header>';
    expect(draftOf(newsml, item({ content: html(lead + text) })).body.text).toMatch(/^The council has voted/);
    expect(draftOf(newsml, item({ content: html('<p>Bridge reopens</p>') })).body.text).toBe(
      'Bridge reopens',
    );
  });
});

test('metadata have their fields, and names come from names, assertions and codes', () => {
  const draft = draftOf(
    newsml,
    item({
      itemMeta: '<edNote>Corrects a name.</edNote>',
      meta: `<urgency>2</urgency><slugline>BRIDGE</slugline><dateline>Harwick, Maine, November 26</dateline><creditline>Wire–</creditline>
        <creator qcode="c:1"><name>DWM</name></creator><description role="drol:summary">In short.</description>
        <subject type="cpnat:person" qcode="pers:1"/><subject type="cpnat:abstract" qcode="medtop:04000000"/>
        <subject type="cpnat:abstract" qcode="c:pl"><name>pl</name></subject>`,
      rest: `<assert qcode="pers:1"><name>Dana Whitlock</name></assert><rightsInfo><copyrightHolder literal="Wire"/>
        <copyrightNotice>(c) Wire</copyrightNotice><usageTerms>No archives.</usageTerms></rightsInfo>`,
    }),
  );
  expect(draft).toMatchObject({
    ...{ urgency: 2, slugline: 'BRIDGE', editorsNote: 'Corrects a name.', credit: 'Wire', authors: [] },
    ...{ standfirst: 'In short.', dateline: { place: 'Harwick, Maine', date: 'November 26' } },
    rights: { holder: 'Wire', notice: '(c) Wire', usageTerms: 'No archives.' },
    keywords: ['economy, business and finance'],
  });
  expect(draft.stated?.map(({ type, name }) => [type, name])).toContainEqual(['person', 'Dana Whitlock']);
});
