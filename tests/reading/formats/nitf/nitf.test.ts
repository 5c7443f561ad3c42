import { describe, expect, test } from 'vitest';
import { nitf } from '../../../../src/reading/formats/nitf/nitf.ts';
import { blocksOf, draftOf, draftsOf } from '../readings.ts';

interface Parts {
  head?: string;
  docdata?: string;
  bodyHead?: string;
  content?: string;
  end?: string;
}

function story({ head = '', docdata = '', bodyHead = '', content = '<p>One.</p>', end = '' }: Parts): string {
  return `<?xml version="1.0"?><nitf xml:lang="en"><head><title>Bridge</title>${head}<docdata><doc-id id-string="a"/><date.issue norm="20241126T093000-0500"/>${docdata}</docdata></head>
<body><body.head><hedline><hl1>Bridge reopens</hl1></hedline>${bodyHead}</body.head><body.content>${content}</body.content><body.end>${end}</body.end></body></nitf>`;
}

describe('bylines', () => {
  test.each([
    ['By<person>Ann Lee</person><byttl>Desk Chief</byttl>', 'Ann Lee, Desk Chief', ['Ann Lee']],
    [
      'By <person>Ann Lee</person>, <bytag>Business Desk</bytag>',
      'Ann Lee, Business Desk',
      ['Ann Lee', 'Business Desk'],
    ],
    ['<person>Ann Lee</person><person>Bo Ek</person>', 'Ann Lee, Bo Ek', ['Ann Lee', 'Bo Ek']],
    ['By <person>Ann Lee</person>and<person>Bo Ek</person>', 'Ann Lee and Bo Ek', ['Ann Lee', 'Bo Ek']],
    ['By Ann Lee', 'Ann Lee', ['Ann Lee']],
    ['gr/bp', null, []],
    ['(daa/mt/msr)', null, []],
    ['lee.ann', null, []],
    ['Situation is serious, ready for all cases says the council', null, []],
  ])('%s', (byline, printed, names) => {
    const draft = draftOf(nitf, story({ bodyHead: `<byline>${byline}</byline>` }));
    expect([draft.byline, draft.authors.map(({ name }) => name)]).toEqual([printed, names]);
  });

  test('a short tagline signs a story without a byline; a longer one is text', () => {
    const signed = draftOf(nitf, story({ end: '<tagline>By Ann Lee</tagline>' }));
    expect([signed.byline, signed.body.text]).toEqual(['Ann Lee', 'One.']);
    const tagline = 'Ann Lee covers bridges and harbors for the Harwick Gazette in Maine.';
    expect(draftOf(nitf, story({ end: `<tagline>${tagline}</tagline>` })).body.text).toBe(
      `One.\n\n${tagline}`,
    );
  });
});

test.each([
  ['<location><city>Harwick</city>, <state>Maine</state></location>', 'Harwick, Maine', null, null],
  ['<location><city>Harwick</city><country>Norland</country></location>', 'Harwick, Norland', null, null],
  ['<location>HARWICK</location><story.date>Nov. 3</story.date>', 'HARWICK', 'Nov. 3', null],
  ['<story.date norm="20241126T0930Z">20241126T0930Z</story.date>', undefined, undefined, undefined],
  ['Harwick', 'Harwick', null, null],
  ['HARWICK, Nov. 3 (AP) -', 'HARWICK', 'Nov. 3', 'AP'],
])('the dateline %s', (dateline, place, date, agency) => {
  const draft = draftOf(nitf, story({ bodyHead: `<dateline>${dateline}</dateline>` }));
  expect([draft.dateline?.place, draft.dateline?.date, draft.dateline?.agency]).toEqual([
    place,
    date,
    agency,
  ]);
});

test('a dateline that the text prints for the same place decides', () => {
  const bodyHead = '<dateline><location>HARWICK</location></dateline>';
  const draft = draftOf(nitf, story({ bodyHead, content: '<p>HARWICK (AP) — The bridge is open.</p>' }));
  expect(draft.dateline).toMatchObject({ place: 'HARWICK', agency: 'AP' });
});

describe('media', () => {
  const media = (inside: string) => `<p>One.</p><media media-type="image">${inside}</media>`;

  test('references of one medium are one picture, in its widest rendition', () => {
    const content = media(
      `<media-reference source="https://p.example/small.jpg" width="200" mime-type="image/jpeg"/>
       <media-reference source="https://p.example/big.jpg" width="2000" height="1000" mime-type="image/jpeg" alternate-text="A bridge"/>
       <media-caption><p>The bridge.</p></media-caption><media-producer>Ola Karlsen</media-producer>`,
    );
    const { images, body } = draftOf(nitf, story({ content }));
    expect(images).toEqual([
      {
        ...{ url: 'https://p.example/big.jpg', caption: 'The bridge.', credit: 'Ola Karlsen' },
        ...{ alt: 'A bridge', width: 2000, height: 1000, type: 'image/jpeg' },
      },
    ]);
    expect(body.text).toBe('One.');
  });

  test('a picture that only an id names keeps caption and credit; a video is none', () => {
    const content = `${media('<media-reference source="Qx7LmPicId4"/><media-caption>The bridge. Photo: Ola Karlsen</media-caption>')}
      <media media-type="video"><media-reference source="https://v.example/a.mp4"/><media-caption>Moving.</media-caption></media>`;
    expect(draftOf(nitf, story({ content })).images).toEqual([
      { url: null, caption: 'The bridge.', credit: 'Ola Karlsen' },
    ]);
  });

  test('the same caption at another width is a rendition of the picture before', () => {
    const one = (width: number) =>
      media(
        `<media-reference source="https://p.example/${width}.jpg" width="${width}"/><media-caption>The bridge.</media-caption>`,
      );
    expect(draftOf(nitf, story({ content: one(2000) + one(200) })).images).toHaveLength(1);
  });
});

test.each([
  [
    '<p>&lt;div class="embed"&gt;&lt;/div&gt;&lt;script src="https://x.example/a.js"&gt;&lt;/script&gt;</p><p>One.</p>',
    ['paragraph: One.'],
  ],
  [
    '&lt;p&gt;One &amp;amp; two.&lt;/p&gt;&lt;p&gt;Three.&lt;/p&gt;',
    ['paragraph: One & two.', 'paragraph: Three.'],
  ],
  ['<block><p><![CDATA[<b>One</b> and two.]]></p></block>', ['paragraph: One and two.']],
  ['<p>5 &lt; 6 and a &lt; b.</p>', ['paragraph: 5 < 6 and a < b.']],
  [
    '<block><hl2>Costs</hl2><p>One <person>Ann Lee</person>, two.</p><ul><li>A</li></ul></block>',
    ['heading2: Costs', 'paragraph: One Ann Lee, two.', 'list-item1: A'],
  ],
  ['<n:p xmlns:n="http://iptc.org/std/NITF/2006-10-18/">One.</n:p>', ['paragraph: One.']],
  ['One.\n\nTwo.', ['paragraph: One.', 'paragraph: Two.']],
  [
    '<bq><block><p>Said.</p></block></bq><table><tr><td>A</td><td>B</td></tr></table>',
    ['block-quote: Said.', 'paragraph: A | B'],
  ],
])('the content %s', (content, blocks) => {
  expect(blocksOf(draftOf(nitf, story({ content })))).toEqual(blocks);
});

test('subjects, keys, events and series become keywords; codes alone are named', () => {
  const draft = draftOf(
    nitf,
    story({
      head: `<tobject><tobject.subject tobject.subject.refnum="15000000" tobject.subject.type="Sport" tobject.subject.matter="Sailing"/>
        <tobject.subject tobject.subject.refnum="04000000"/></tobject>`,
      docdata: `<key-list><keyword key="bridge"/><keyword>harbor</keyword></key-list><series series.name="Bridges of Maine"/>
        <identified-content><person>Dana Whitlock</person><event>Harbor Day</event></identified-content>`,
    }),
  );
  expect(draft.keywords).toEqual([
    ...['bridge', 'harbor', 'Sport', 'Sailing', 'economy, business and finance', 'Harbor Day'],
    'Bridges of Maine',
  ]);
  expect(draft.stated?.map(({ type, name }) => [type, name])).toEqual([
    ['person', 'Dana Whitlock'],
    ['topic', 'sport'],
    ['topic', 'economy, business and finance'],
  ]);
});

test('rights, urgency, key, note and place of the event have fields of their own; the rest is named', () => {
  const draft = draftOf(
    nitf,
    story({
      head: '<meta name="wordcount" content="12"/>',
      docdata: `<doc.copyright year="2024" holder="Harwick Gazette"/><doc.rights limitations="no archives"/><urgency ed-urg="2"/>
        <ed-msg info="Corrects a name."/><du-key key="BRIDGE" version="3"/><evloc city="Harwick" state-prov="Maine"/><fixture fix-id="tides"/>`,
      bodyHead: '<rights>(c) 2024 Harwick Gazette</rights><distributor>Wire Example</distributor>',
    }),
  );
  expect(draft).toMatchObject({
    rights: { holder: 'Harwick Gazette', notice: '(c) 2024 Harwick Gazette', usageTerms: 'no archives' },
    ...{ urgency: 2, slugline: 'BRIDGE', version: 3, editorsNote: 'Corrects a name.' },
    ...{ location: 'Harwick, Maine', credit: 'Wire Example', unused: ['fixture', 'meta wordcount'] },
  });
});

test('several stories in a file, and element names in capitals, are read', () => {
  const two = `<stories>${story({}).slice(21)}${story({ content: '<p>Two.</p>' }).slice(21)}</stories>`;
  expect(draftsOf(nitf, two).map(({ body }) => body.text)).toEqual(['One.', 'Two.']);
  expect(
    draftOf(
      nitf,
      story({}).replace(/<\/?[a-z][\w.]*/g, (tag) => tag.toUpperCase()),
    ).body.text,
  ).toBe('One.');
});

test('document types and the entities that they declare are no obstacle', () => {
  const type = `<!DOCTYPE nitf PUBLIC "-//IPTC//DTD NITF 3.0//EN" "nitf.dtd" [<!ENTITY % nitf SYSTEM "nitf.dtd"> %nitf; <!ENTITY desk "Harwick Desk">]>`;
  const content = '<p>By the &desk; &amp; others.</p>';
  expect(draftOf(nitf, story({ content }).replace('<nitf', `${type}<nitf`)).body.text).toBe(
    'By the Harwick Desk & others.',
  );
});

test('the text is that of the body, and not that of a note in the head', () => {
  const note = '<note noteclass="editorsnote"><body.content><p>Corrects a name.</p></body.content></note>';
  const draft = draftOf(nitf, story({ bodyHead: note }));
  expect([draft.body.text, draft.editorsNote]).toEqual(['One.', 'Corrects a name.']);
});

test('limits of docdata and of the head are both usage terms', () => {
  const draft = draftOf(
    nitf,
    story({
      docdata: '<doc.rights limitations="No resale."/>',
      bodyHead: '<rights><rights.limitations>No archiving.</rights.limitations></rights>',
    }),
  );
  expect(draft.rights?.usageTerms).toBe('No resale. No archiving.');
});
