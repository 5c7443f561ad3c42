import { describe, expect, test } from 'vitest';
import { formatOf } from '../../../../src/reading/formats/formats.ts';
import { newsml } from '../../../../src/reading/formats/newsml/newsml.ts';
import { nitf } from '../../../../src/reading/formats/nitf/nitf.ts';
import { blocksOf, draftOf, readAll, reasonsOf } from '../readings.ts';

// Written for these tests in the form of IPTC's published examples.
const story = `<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><head><docdata><doc-id id-string="x1"/><date.issue norm="20241103T115900Z"/><key-list><keyword key="rivers"/></key-list></docdata></head>
<body><body.head><hedline><hl1>Bridge mended</hl1></hedline><byline>By Ann Lee, <byttl>Staff Reporter</byttl></byline><abstract><p>In short.</p></abstract></body.head>
<body.content><media media-type="image"><media-reference mime-type="image/jpeg" source="https://d.example/b.jpg"/><media-caption>The bridge.</media-caption><media-producer>AFP</media-producer></media>
<block><p>One.</p><hl2>Costs</hl2><ul><li>Two.</li></ul></block></body.content></body></nitf>`;

function item(content: string, kind = 'ninat:text', status = 'stat:usable'): string {
  return `<?xml version="1.0"?><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:d.example:1" standard="NewsML-G2" xml:lang="en-GB">
  <itemMeta><itemClass qcode="${kind}"/><versionCreated>2024-11-04T10:00:00Z</versionCreated><firstCreated>2024-11-03T10:00:00Z</firstCreated><pubStatus qcode="${status}"/></itemMeta>
  <contentMeta><creator uri="x"><name>Bo Ek</name></creator><subject qcode="medtop:1"><name>transport</name></subject><headline>Bridge mended</headline></contentMeta>
  <contentSet>${content}</contentSet></newsItem>`;
}

test('NITF gives headline, byline with role, date, blocks and picture', () => {
  const draft = draftOf(nitf, story);
  expect(draft).toMatchObject({
    ...{
      sourceKey: 'x1',
      headline: 'Bridge mended',
      standfirst: 'In short.',
      publishedAt: '2024-11-03T11:59:00Z',
    },
    ...{ authors: [{ name: 'Ann Lee', role: 'Staff Reporter' }], keywords: ['rivers'] },
    images: [{ url: 'https://d.example/b.jpg', caption: 'The bridge.', credit: 'AFP' }],
  });
  expect(blocksOf(draft)).toEqual(['paragraph: One.', 'heading2: Costs', 'list-item1: Two.']);
});

describe('NewsML-G2', () => {
  test('an item with NITF inside takes the text from it and the facts from the item', () => {
    const draft = draftOf(newsml, item(`<inlineXML contenttype="application/nitf+xml">${story}</inlineXML>`));
    expect(draft).toMatchObject({
      ...{ sourceKey: 'urn:newsml:d.example:1', byline: 'Ann Lee, Staff Reporter', language: 'en-GB' },
      ...{
        publishedAt: '2024-11-03T10:00:00Z',
        updatedAt: '2024-11-04T10:00:00Z',
        keywords: ['transport', 'rivers'],
      },
      body: { text: 'One.\n\nCosts\n\nTwo.' },
    });
  });

  test('plain text inside is read by its paragraphs', () => {
    const draft = draftOf(newsml, item('<inlineData contenttype="text/plain">One.\n\nTwo.</inlineData>'));
    expect(draft).toMatchObject({ byline: 'Bo Ek', body: { text: 'One.\n\nTwo.' } });
  });

  test('pictures are refused, and items that are withdrawn say so', () => {
    expect(reasonsOf(newsml, item('', 'ninat:picture'))).toEqual([
      'a NewsML-G2 picture without an article; import it together with the text item',
    ]);
    const [kill] = readAll(newsml, item('', 'ninat:text', 'stat:canceled'));
    expect(kill).toMatchObject({ kind: 'withdrawal', field: 'pubStatus', value: 'canceled' });
  });

  test('both are recognised by their content', () => {
    expect([formatOf(story, 'a.xml')?.name, formatOf(item(story), 'a.xml')?.name]).toEqual([
      'nitf',
      'newsml',
    ]);
  });
});

test('a title that NITF sets against a name is its role, whatever stands between', () => {
  const document = `<nitf><body><body.head><hedline><hl1>Dam stopped</hl1></hedline><byline>By <person>Ann Lee</person><byttl>Balkans Correspondent</byttl></byline></body.head><body.content><p>One.</p></body.content></body></nitf>`;
  expect(draftOf(nitf, document)).toMatchObject({
    byline: 'Ann Lee, Balkans Correspondent',
    authors: [{ name: 'Ann Lee', role: 'Balkans Correspondent' }],
  });
});
