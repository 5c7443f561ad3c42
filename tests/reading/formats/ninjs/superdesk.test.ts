import { describe, expect, test } from 'vitest';
import { formatOf } from '../../../../src/reading/formats/formats.ts';
import { ninjs } from '../../../../src/reading/formats/ninjs/ninjs.ts';
import { blocksOf, draftOf, draftsOf, reasonsOf } from '../readings.ts';

const item = {
  ...{
    guid: 'urn:newsml:desk.example:1:bridge',
    version: '3',
    type: 'text',
    language: 'en',
    headline: 'Bridge reopens',
  },
  ...{ slugline: 'bridge', byline: 'By Dana Okafor', pubstatus: 'usable', urgency: 3 },
  ...{ firstcreated: '2024-11-26T14:00:00+0000', versioncreated: '2024-11-26T14:30:00+0000' },
  body_html: '<p>The council of Harwick voted on Tuesday to reopen the old harbor bridge.</p>',
  ...{
    description_text: 'The council voted.',
    ednote: 'Corrects name.',
    copyrightholder: 'Gazette',
    usageterms: 'No archives',
  },
  ...{
    located: 'Norvik',
    subject: [{ code: '04000000' }, { name: 'Update', scheme: 'genre' }],
    keywords: ['bridge'],
  },
  service: [{ code: 'i', name: 'National' }],
  associations: {
    featuremedia: {
      ...{
        guid: 'pic1',
        type: 'picture',
        description_text: 'The bridge.',
        byline: 'Ola Karlsen',
        alt_text: 'A bridge',
      },
      renditions: {
        original: { href: 'https://m.example/o.jpg', mimetype: 'image/jpeg', width: 2000, height: 1000 },
        thumbnail: { href: 'https://m.example/t.jpg', mimetype: 'image/jpeg', width: 200 },
      },
    },
    editor_0: {
      guid: 'pic1',
      type: 'picture',
      renditions: { viewImage: { href: 'https://m.example/v.jpg' } },
    },
  },
  profile: 'story',
};
const read = {
  ...{
    sourceKey: item.guid,
    headline: 'Bridge reopens',
    standfirst: 'The council voted.',
    byline: 'Dana Okafor',
    version: 3,
  },
  ...{
    publishedAt: '2024-11-26T14:00:00Z',
    updatedAt: '2024-11-26T14:30:00Z',
    slugline: 'bridge',
    urgency: 3,
  },
  ...{ editorsNote: 'Corrects name.', location: 'Norvik', unused: ['profile'], warnings: [] },
  rights: { holder: 'Gazette', notice: null, usageTerms: 'No archives' },
  ...{ keywords: ['economy, business and finance', 'bridge'], sections: ['National'] },
  images: [
    {
      ...{ url: 'https://m.example/o.jpg', caption: 'The bridge.', credit: 'Ola Karlsen', alt: 'A bridge' },
      ...{ width: 2000, height: 1000, type: 'image/jpeg' },
    },
  ],
};

describe('the ninjs of Superdesk', () => {
  test('an item that is named by its guid', () => {
    expect(formatOf(JSON.stringify(item), 'a.json')?.name).toBe('ninjs');
    expect(draftOf(ninjs, JSON.stringify(item))).toMatchObject(read);
  });

  test.each([
    ['a list of its Content API', { _items: [item], _links: {}, _meta: { total: 1 } }],
    ['a list of items', { items: [item] }],
    ['an array', [item]],
    ['a response with data', { data: { items: [{ meta: {}, item }] } }],
  ])('%s', (_, response) => {
    expect(formatOf(JSON.stringify(response), 'a.json')?.name).toBe('ninjs');
    expect(draftsOf(ninjs, JSON.stringify(response))).toMatchObject([read]);
  });

  test('items of its archive state their state, dates of MongoDB, authors and footer', () => {
    const { byline: _, firstcreated: __, ...rest } = item;
    const archived = {
      ...{ ...rest, _id: 'x', _etag: 'y', family_id: 'z', state: 'killed', expiry: '2020-01-01T00:00:00Z' },
      ...{ firstcreated: { $date: 1732629600000 }, body_footer: '<p>Call for help.</p>' },
      authors: [{ role: 'writer', name: 'writer', sub_label: 'Dana Okafor' }],
    };
    const draft = draftOf(ninjs, JSON.stringify(archived));
    expect(draft.release).toContainEqual({ field: 'state', kind: 'status', value: 'killed', instant: null });
    expect(draft.release?.map(({ field }) => field)).not.toContain('expiry');
    expect(draft).toMatchObject({ byline: 'Dana Okafor', publishedAt: '2024-11-26T14:00:00Z' });
    expect(draft.body.text).toMatch(/\n\nCall for help\.$/);
    const unpublished = { ...item, flags: { marked_for_not_publication: true } };
    expect(draftOf(ninjs, JSON.stringify(unpublished)).release).toContainEqual({
      ...{ field: 'flags.marked_for_not_publication', kind: 'unpublished', value: 'true', instant: null },
    });
  });

  test('pictures in the body that are renditions of a picture of the item are not images twice', () => {
    const body_html = `${item.body_html}<figure><img src="https://m.example/v.jpg"><figcaption>The bridge.</figcaption></figure>`;
    expect(draftOf(ninjs, JSON.stringify({ ...item, body_html })).images).toHaveLength(1);
  });
});

describe('bodies', () => {
  const nitf = `<?xml version="1.0"?><nitf><head><title>Bridge</title></head><body><body.head><hedline><hl1>Bridge reopens</hl1></hedline><byline>By <person>Ann Lee</person></byline></body.head>
    <body.content><block><p>One.</p><hl2>Next</hl2><p>Two.</p></block></body.content></body></nitf>`;
  const blocks = ['paragraph: One.', 'heading2: Next', 'paragraph: Two.'];

  test.each(['text/vnd.IPTC.NITF', 'application/nitf+xml', 'text/xml', 'NITF'])(
    'NITF of the type %s',
    (contentType) => {
      const third = {
        uri: 'urn:1',
        type: 'text',
        headlines: [{ value: 'A' }],
        bodies: [{ role: 'main', contentType, value: nitf }],
      };
      const draft = draftOf(ninjs, JSON.stringify(third));
      expect([draft.byline, blocksOf(draft)]).toEqual(['Ann Lee', blocks]);
    },
  );

  test.each([
    ['body_nitf', nitf, blocks],
    [
      'body_xhtml',
      '<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body><p>One.</p></body></html>',
      ['paragraph: One.'],
    ],
    ['body_html', '<h1>Bridge reopens</h1><p>One.</p>', ['paragraph: One.']],
    ['body_html', 'A &amp; B.\n\nTwo.', ['paragraph: A & B.', 'paragraph: Two.']],
    ['body_text', 'One.\n\nTwo.', ['paragraph: One.', 'paragraph: Two.']],
    ['body_text', '&lt;p&gt;One.&lt;/p&gt;', ['paragraph: One.']],
  ])('%s %s', (name, value, expected) => {
    const first = { uri: 'urn:1', type: 'text', headline: 'Bridge reopens', [name]: value };
    expect(blocksOf(draftOf(ninjs, JSON.stringify(first)))).toEqual(expected);
  });
});

describe('what has no text is refused by its kind', () => {
  const reason = (record: object) => reasonsOf(ninjs, JSON.stringify(record))[0];

  test.each([
    ['picture', /^a ninjs picture/],
    ['event', /^a ninjs event/],
    ['planning', /^a ninjs planning item/],
    ['video', /^a ninjs video/],
  ])('%s, even with a body', (type, expected) => {
    expect(reason({ uri: 'urn:1', type, headline: 'A', body_text: 'A caption.' })).toMatch(expected);
  });

  test('an event without a type, even if its announcement is NITF', () => {
    const event = {
      ...{ uri: 'urn:1', title: 'Congress', eventDetails: { dates: {} } },
      bodies: [
        {
          contentType: 'text/vnd.IPTC.NITF',
          value: '<nitf><body><body.content><p>A.</p></body.content></body></nitf>',
        },
      ],
    };
    expect(formatOf(JSON.stringify(event), 'a.json')?.name).toBe('ninjs');
    expect(reason(event)).toMatch(/^a ninjs event/);
  });

  test('the text of an item of AP is a rendition, which must be fetched', () => {
    const ap = {
      uri: 'urn:1',
      type: 'text',
      headline: 'A',
      renditions: { nitf: { href: 'https://a.example/1' } },
    };
    const expected = /text is not in the file: renditions\.nitf links to it; fetch the NITF rendition/;
    expect(reason({ data: { item: ap } })).toMatch(expected);
    expect(reasonsOf(ninjs, JSON.stringify({ data: { items: [{ item: ap }, { item: ap }] } }))).toHaveLength(
      2,
    );
  });

  test('faults by the schema are no more than two', () => {
    const record = { uri: 'urn:1', a: 1, b: 2, c: 3, headline: 'A' };
    expect(reason(record)).toMatch(/^a ninjs item without a body; .* \(schema: [^;]*; [^;]*\)$/);
  });
});
