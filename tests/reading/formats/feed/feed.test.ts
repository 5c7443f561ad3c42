import { describe, expect, test } from 'vitest';
import { feed } from '../../../../src/reading/formats/feed/feed.ts';
import { draftOf, draftsOf, readAll, reasonsOf } from '../readings.ts';

function rss(items: string, attributes = ''): string {
  return `<?xml version="1.0"?>\n<rss version="2.0" ${attributes}><channel><title>T</title><link>https://d.example/</link><language>en-us</language>\n${items}</channel></rss>`;
}

describe('RSS', () => {
  test('an item with content is an article, its description the standfirst', () => {
    const draft = draftOf(
      feed,
      rss(
        `<item><title>A &amp;amp; B</title><link>/a</link><guid isPermaLink="false">g1</guid><description>In short.</description>
        <content:encoded><![CDATA[<p>One.</p><h3>Sub</h3><p>Two.</p>]]></content:encoded>
        <dc:creator>Ann Lee</dc:creator><category>Politics</category><pubDate>Sun, 03 Nov 2024 20:59:00 +0900</pubDate></item>`,
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"',
      ),
      'https://d.example/feed',
    );
    expect(draft).toMatchObject({
      ...{
        sourceKey: 'g1',
        url: 'https://d.example/a',
        headline: 'A & B',
        standfirst: 'In short.',
        byline: 'Ann Lee',
      },
      ...{
        publishedAt: '2024-11-03T11:59:00Z',
        keywords: ['Politics'],
        summaryOnly: false,
        language: 'en-US',
      },
      body: { text: 'One.\n\nSub\n\nTwo.' },
    });
    expect(draft.origin.line).toBe(3);
  });

  test('a description that repeats the beginning is no standfirst, whatever its line breaks', () => {
    const item =
      '<item><title>A</title><description>One day, the pier opened …</description>' +
      '<content:encoded>&lt;p&gt;One day,&lt;br&gt;the pier opened for good.&lt;/p&gt;</content:encoded></item>';
    expect(draftOf(feed, rss(item))).toMatchObject({
      standfirst: null,
      body: { text: 'One day,\nthe pier opened for good.' },
    });
  });

  test('an item with a short description only is marked as a summary', () => {
    expect(
      draftOf(feed, rss('<item><title>A</title><description>In short.</description></item>')).summaryOnly,
    ).toBe(true);
  });

  test('another prefix for a known namespace says the same', () => {
    const items = '<item><title>A</title><x:creator>Bo Ek</x:creator><description>d</description></item>';
    expect(draftOf(feed, rss(items, 'xmlns:x="http://purl.org/dc/elements/1.1/"')).byline).toBe('Bo Ek');
  });

  test('media elements are pictures with caption and credit', () => {
    const items =
      '<item><title>A</title><description>d</description><media:content url="https://d.example/p.jpg" medium="image"><media:description>A flood.</media:description><media:credit>AFP</media:credit></media:content></item>';
    expect(draftOf(feed, rss(items)).images).toEqual([
      { url: 'https://d.example/p.jpg', caption: 'A flood.', credit: 'AFP' },
    ]);
  });

  test('items without dates, ids or titles are told apart by their place', () => {
    const drafts = draftsOf(
      feed,
      rss(
        '<item><description>First one.</description></item><item><description>Second one.</description></item>',
      ),
      'f.xml',
    );
    expect(drafts.map(({ sourceKey, headline, publishedAt }) => [sourceKey, headline, publishedAt])).toEqual([
      ['f.xml#0', 'First one.', null],
      ['f.xml#1', 'Second one.', null],
    ]);
    expect(drafts[0]?.warnings.map(({ code }) => code)).toContain('headline-missing');
  });

  test('attachments of WordPress are counted, and drafts say that they are', () => {
    const items =
      '<item><title>A</title><description>a</description><wp:status>draft</wp:status></item><item><title>B</title><wp:post_type>attachment</wp:post_type></item>';
    expect(reasonsOf(feed, rss(items))).toEqual(['1 attachment left out; only posts are articles']);
    const [first] = readAll(feed, rss(items));
    const release = [{ field: 'wp:status', kind: 'status', value: 'draft', instant: null }];
    expect(first).toMatchObject({ kind: 'draft', draft: { release } });
  });
});

describe('Atom', () => {
  test('relative addresses are resolved by xml:base, and XHTML is taken without its wrapper', () => {
    const draft = draftOf(
      feed,
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://d.example/x/"><author><name>Desk</name></author><entry><id>tag:1</id>
      <title type="html">A &lt;b>B&lt;/b></title><link href="y.html"/><updated>2024-11-03T12:00:00+01:00</updated>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One.</p><img src="p.png"/></div></content></entry></feed>`,
    );
    expect(draft).toMatchObject({
      ...{
        sourceKey: 'tag:1',
        url: 'https://d.example/x/y.html',
        headline: 'A B',
        publishedAt: '2024-11-03T11:00:00Z',
      },
      ...{ byline: 'Desk', body: { text: 'One.' }, images: [{ url: 'https://d.example/x/p.png' }] },
    });
  });
});

test('a JSON Feed gives its items', () => {
  const draft = draftOf(
    feed,
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      items: [
        {
          id: 7,
          title: 'A < B',
          content_text: 'One.\n\nTwo.',
          authors: [{ name: 'Ann Lee' }],
          date_published: '2024-11-03T10:00:00Z',
          tags: ['x'],
        },
      ],
    }),
  );
  expect(draft).toMatchObject({
    sourceKey: '7',
    headline: 'A < B',
    byline: 'Ann Lee',
    body: { text: 'One.\n\nTwo.' },
    keywords: ['x'],
  });
});

test('a Google News sitemap gives headlines without text', () => {
  const draft = draftOf(
    feed,
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://d.example/a</loc><news:news><news:title>A</news:title><news:publication_date>2024-11-03</news:publication_date></news:news></url></urlset>',
  );
  expect(draft).toMatchObject({
    headline: 'A',
    url: 'https://d.example/a',
    summaryOnly: true,
    body: { text: '', blocks: [] },
  });
});

describe('bad input', () => {
  test('an unclosed and mismatched feed still gives its items', () => {
    expect(
      draftOf(feed, '<rss><channel><item><title>A & B</b></title><description>d &nbsp; e').headline,
    ).toBe('A & B');
  });

  test('nested entities (billion laughs) are rejected', () => {
    const bomb =
      '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>';
    expect(reasonsOf(feed, bomb)).toEqual(['entity "b" is too long or refers to other entities']);
  });

  test('external entities are rejected', () => {
    const outside =
      '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&x;</title></item></channel></rss>';
    expect(reasonsOf(feed, outside)).toEqual(['external entity "x" is not allowed']);
  });

  test('elements nested 10,000 levels deep are rejected', () => {
    expect(reasonsOf(feed, `<rss><channel>${'<a>'.repeat(10_000)}`)).toEqual([
      'elements nested deeper than 256 levels',
    ]);
  });

  test('scripts and event handlers never get into the text', () => {
    const draft = draftOf(
      feed,
      rss(
        '<item><title>A&lt;script>alert(1)&lt;/script></title><description>&lt;p onclick="steal()">One.&lt;/p>&lt;script>alert(2)&lt;/script></description></item>',
      ),
    );
    expect(JSON.stringify(draft)).not.toMatch(/alert|steal/);
  });

  test('the encoding that is declared counts where the bytes are no UTF-8', () => {
    const bytes = Buffer.from(
      rss('<item><title>Café</title><description>d</description></item>').replace(
        '?>',
        ' encoding="iso-8859-1"?>',
      ),
      'latin1',
    );
    expect(draftOf(feed, bytes).headline).toBe('Café');
  });

  test('a feed without entries is refused', () => {
    expect(reasonsOf(feed, rss(''))).toEqual(['feed without entries']);
  });
});
