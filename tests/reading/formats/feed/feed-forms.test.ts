import { describe, expect, test } from 'vitest';
import { feed } from '../../../../src/reading/formats/feed/feed.ts';
import { textOfTitle } from '../../../../src/reading/formats/html/text-of-title.ts';
import { draftOf } from '../readings.ts';

const rss = (item: string, channel = '') =>
  `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel><title>Alba Herald</title>${channel}<item><title>Ferry sails</title><guid>1</guid>${item}</item></channel></rss>`;
const long = Array.from(
  { length: 8 },
  () => `<p>${'The ferry to Alba sailed again on Monday. '.repeat(4)}</p>`,
);

describe('titles', () => {
  test.each([
    ['Bridge <em>reopens</em>', 'Bridge reopens'],
    ['Bridge<br/>reopens', 'Bridge reopens'],
    ['<p>Bridge reopens</p>', 'Bridge reopens'],
    ['<a href="https://a.example">Bridge</a> reopens', 'Bridge reopens'],
    ['How to nest <a> within <nav>', 'How to nest <a> within <nav>'],
    ['The <marquee> tag is <b>dead</b>', 'The <marquee> tag is dead'],
    ['Why Vec<T> beats <div>s', 'Why Vec<T> beats <div>s'],
    ['Profit &lt; loss', 'Profit < loss'],
    ['a < b and c > d', 'a < b and c > d'],
    ['X<script>alert(1)</script>', 'X'],
  ])('%s', (title, expected) => {
    expect(textOfTitle(title)).toBe(expected);
  });

  test('the name of the outlet that an item comes from is no part of its title', () => {
    const item = '<source url="https://p.example">The Post</source><description>d</description>';
    const draft = draftOf(feed, rss(item).replace('Ferry sails', 'Ferry sails - The Post'));
    expect(draft).toMatchObject({ headline: 'Ferry sails', source: { name: 'The Post' } });
  });
});

describe('pictures', () => {
  test('the contents of a group are one picture, in the largest size, with its type and size', () => {
    const item = `<description>d</description><media:group><media:content url="https://a.example/s.jpg" type="image/jpeg" width="200"/><media:content url="https://a.example/l.webp" type="image/webp" width="1600" height="900"/><media:credit>AFP</media:credit></media:group>`;
    expect(draftOf(feed, rss(item)).images).toEqual([
      {
        url: 'https://a.example/l.webp',
        caption: null,
        credit: 'AFP',
        width: 1600,
        height: 900,
        type: 'image/webp',
      },
    ]);
  });

  test('the same picture in several sizes without a group is one, two pictures are two', () => {
    const item = `<description>d</description><media:content url="https://a.example/1.jpg?width=140" width="140" medium="image"/><media:content url="https://a.example/1.jpg?width=700" width="700" medium="image"/><media:content url="https://a.example/2.jpg" medium="image"/>`;
    expect(draftOf(feed, rss(item)).images.map(({ url }) => url)).toEqual([
      'https://a.example/1.jpg?width=700',
      'https://a.example/2.jpg',
    ]);
  });

  test('portraits of accounts and logos are no pictures of the article', () => {
    const item = `<description>d</description><media:content url="https://1.gravatar.com/avatar/abc?s=96" medium="image"/><media:content url="https://a.example/site-logo.png" medium="image"/>`;
    expect(draftOf(feed, rss(item)).images).toEqual([]);
  });
});

describe('summaries', () => {
  test.each([
    'The post <a href="x">Ferry sails</a> appeared first on <a href="y">Alba Herald</a>.',
    'Der Beitrag Ferry sails erschien zuerst auf Alba Herald.',
    'L’article Ferry sails est apparu en premier sur Alba Herald.',
  ])('the line of WordPress is neither standfirst nor text: %s', (line) => {
    const html = `<p>Service resumes.</p> <p>${line}</p>`;
    const item = `<description><![CDATA[${html}]]></description><content:encoded><![CDATA[${long.join('')}<p>${line}</p>]]></content:encoded>`;
    const draft = draftOf(feed, rss(item));
    expect(draft.standfirst).toBe('Service resumes.');
    expect(draft.body.text).not.toContain('Alba Herald');
  });

  test('the description of an episode is a summary, however long', () => {
    const item = `<description><![CDATA[${long.join('')}]]></description><enclosure url="https://a.example/1.mp3" type="audio/mpeg" length="1"/>`;
    expect(draftOf(feed, rss(item)).summaryOnly).toBe(true);
    expect(draftOf(feed, rss(item.replace(/<enclosure.*$/, ''))).summaryOnly).toBe(false);
  });
});

describe('dates and rights', () => {
  test.each(['pubDate', 'dc:date', 'created', 'dcterms:date'])('an Atom entry is dated by %s', (name) => {
    const entry = `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><entry><id>urn:1</id><title>A</title><updated>2025-05-07T00:00:00Z</updated><${name}>2025-05-05T08:00:00Z</${name}><summary>s</summary></entry></feed>`;
    expect(draftOf(feed, entry)).toMatchObject({
      publishedAt: '2025-05-05T08:00:00Z',
      updatedAt: '2025-05-07T00:00:00Z',
    });
  });

  test('a date that is none gives way to the next', () => {
    const item = '<description>d</description><pubDate>soon</pubDate><dc:date>2025-05-05T08:00:00Z</dc:date>';
    expect(draftOf(feed, rss(item)).publishedAt).toBe('2025-05-05T08:00:00Z');
  });

  test('an item has the rights that it states, else those of the feed', () => {
    const channel = '<copyright>© Alba Herald</copyright>';
    const own = '<description>d</description><dc:rights>© Ola Dahl</dc:rights>';
    const notice = (item: string) => draftOf(feed, rss(item, channel)).rights?.notice;
    expect([notice(own), notice('<description>d</description>')]).toEqual(['© Ola Dahl', '© Alba Herald']);
  });
});
