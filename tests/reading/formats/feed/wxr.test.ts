import { describe, expect, test } from 'vitest';
import { feed } from '../../../../src/reading/formats/feed/feed.ts';
import { blocksOf, draftOf, draftsOf, readAll, reasonsOf, settings } from '../readings.ts';

const head =
  '<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Alba Herald</title><link>https://alba.example</link><wp:wxr_version>1.2</wp:wxr_version>';
const account = (login: string, name: string) =>
  `<wp:author><wp:author_login><![CDATA[${login}]]></wp:author_login><wp:author_email>x@alba.example</wp:author_email><wp:author_display_name><![CDATA[${name}]]></wp:author_display_name></wp:author>`;

/** A post with its content, and more elements. */
const post = (content: string, more = '') =>
  `<item><title>Ferry sails again</title><link>https://alba.example/ferry/</link><guid isPermaLink="false">https://alba.example/?p=5</guid>${
    more.includes('<pubDate') ? '' : '<pubDate>Mon, 05 May 2025 08:00:00 +0000</pubDate>'
  }<dc:creator>mross</dc:creator><content:encoded><![CDATA[${content}]]></content:encoded><wp:post_id>5</wp:post_id><wp:post_type>post</wp:post_type><wp:status>publish</wp:status>${more}</item>`;
const wxr = (...items: string[]) =>
  `${head}${account('mross', 'Moira Ross')}${items.join('')}</channel></rss>`;
const category = (domain: string, nicename: string, name: string) =>
  `<category domain="${domain}" nicename="${nicename}"><![CDATA[${name}]]></category>`;
const text = 'The ferry to Alba sailed again on Monday.';

describe('WXR', () => {
  test('an author is who the site shows, without the address of the account, and the site is the source', () => {
    const draft = draftOf(feed, wxr(post(text)));
    expect(draft.authors).toEqual([{ name: 'Moira Ross', kind: 'person', role: null, email: null }]);
    expect(draft.source?.name).toBe('Alba Herald');
    const given = { ...settings, source: { slug: 'x', name: 'X' } };
    expect(draftOf(feed, wxr(post(text)), 'a', given).source?.name).toBe('X');
  });

  test.each([
    ['names of Co-Authors Plus', category('author', 'cap-ola-dahl', 'Ola Dahl'), ['Ola Dahl']],
    [
      'several, one of them an account',
      category('author', 'cap-mross', 'mross') + category('author', 'ola', 'Ola Dahl'),
      ['Moira Ross', 'Ola Dahl'],
    ],
    ['those of PublishPress', category('ppma_author', 'ola', 'Ola Dahl'), ['Ola Dahl']],
  ])('co-authors are authors and no keywords: %s', (_, more, authors) => {
    const draft = draftOf(feed, wxr(post(text, more)));
    expect(draft.authors.map(({ name }) => name)).toEqual(authors);
    expect(draft.keywords).toEqual([]);
  });

  test('a guest author has the name that the profile shows', () => {
    const profile =
      '<item><title>ola</title><wp:post_type>guest-author</wp:post_type><wp:post_id>8</wp:post_id><wp:postmeta><wp:meta_key>cap-user_login</wp:meta_key><wp:meta_value>ola-dahl</wp:meta_value></wp:postmeta><wp:postmeta><wp:meta_key>cap-display_name</wp:meta_key><wp:meta_value>Ola Dahl</wp:meta_value></wp:postmeta></item>';
    const [first] = readAll(feed, wxr(post(text, category('author', 'cap-ola-dahl', 'ola-dahl')), profile));
    expect(first).toMatchObject({ kind: 'draft', draft: { byline: 'Ola Dahl' } });
  });

  test('categories are sections, tags are keywords, and taxonomies of plug-ins are neither', () => {
    const more = [
      category('category', 'isles', 'Isles'),
      category('category', 'uncategorized', 'Uncategorized'),
      category('post_tag', 'ferry', 'ferry'),
      category('region', 'north', 'North'),
      category('post_format', 'post-format-video', 'Video'),
      category('post_translations', 'pll_5f', 'pll_5f'),
      category('nav_menu', 'main', 'Main'),
      category('language', 'gd', 'Gàidhlig'),
    ].join('');
    expect(draftOf(feed, wxr(post(text, more)))).toMatchObject({
      sections: ['Isles'],
      keywords: ['Isles', 'ferry', 'North'],
      language: 'gd',
    });
  });

  test('pages, attachments and menus are left out with one line for each kind', () => {
    const item = (type: string) => `<item><title>A</title><wp:post_type>${type}</wp:post_type></item>`;
    const items = ['page', 'page', 'attachment', 'nav_menu_item', 'product'].map(item);
    expect(reasonsOf(feed, wxr(post(text), ...items))).toEqual([
      '2 pages left out; only posts are articles',
      '1 attachment left out; only posts are articles',
      '1 menu item left out; only posts are articles',
      '1 entry of the type "product" left out; only posts are articles',
    ]);
  });

  test('post types that newsrooms define are articles', () => {
    const other = post(text).replace('<wp:post_type>post<', '<wp:post_type>news_article<');
    expect(draftsOf(feed, wxr(other))).toHaveLength(1);
  });

  test('the featured image is an attachment, with what it says of itself', () => {
    const meta = (key: string, value: string) =>
      `<wp:postmeta><wp:meta_key>${key}</wp:meta_key><wp:meta_value><![CDATA[${value}]]></wp:meta_value></wp:postmeta>`;
    const picture = `<item><title>f</title><excerpt:encoded><![CDATA[The ferry.]]></excerpt:encoded><wp:post_id>9</wp:post_id><wp:post_type>attachment</wp:post_type><wp:attachment_url>https://alba.example/u/ferry.jpg</wp:attachment_url>${meta('_wp_attachment_image_alt', 'A ship')}${meta('_wp_attachment_metadata', 'a:6:{s:5:"width";i:1200;s:6:"height";i:800;s:4:"file";s:9:"ferry.jpg";}')}</item>`;
    const body = `<p>${text}</p><img src="https://alba.example/u/ferry-300x200.jpg">`;
    const [reading] = readAll(feed, wxr(post(body, meta('_thumbnail_id', '9')), picture));
    expect(reading).toMatchObject({
      kind: 'draft',
      draft: {
        images: [
          {
            url: 'https://alba.example/u/ferry.jpg',
            caption: 'The ferry.',
            alt: 'A ship',
            width: 1200,
            height: 800,
          },
        ],
      },
    });
  });

  test('dates are those of GMT, else those of the site in its zone', () => {
    const dates = (gmt: string) =>
      `<pubDate>Mon, 30 Nov -0001 00:00:00 +0000</pubDate><wp:post_date>2025-05-05 09:00:00</wp:post_date><wp:post_date_gmt>${gmt}</wp:post_date_gmt><wp:post_modified_gmt>2025-05-06 10:00:00</wp:post_modified_gmt>`;
    const given = { ...settings, timeZone: 'Europe/London' };
    const read = (gmt: string) => draftOf(feed, wxr(post(text, dates(gmt))), 'a', given);
    expect(read('2025-05-05 08:00:00')).toMatchObject({
      publishedAt: '2025-05-05T08:00:00Z',
      updatedAt: '2025-05-06T10:00:00Z',
    });
    expect(read('0000-00-00 00:00:00').publishedAt).toBe('2025-05-05T08:00:00Z');
  });

  test('shortcodes are no text, what they enclose is, and brackets in prose stay', () => {
    const content = `[caption id="a" width="300"]<a href="x"><img src="https://alba.example/f.jpg" /></a> The ferry, in May.[/caption]

[dropcap style="x"]T[/dropcap]he ferry [sic] sailed.
It was full.

[gallery ids="1,2"]
[video width="640" mp4="https://alba.example/v.mp4"][/video]
https://video.example/watch?v=1

[su_quote cite="A"]We sail.[/su_quote]

[contact-form][contact-field label="Name" type="name"/][/contact-form]

The mayor [Lena Berg] agreed [2]. [Video] of it exists. See [the report].`;
    const draft = draftOf(feed, wxr(post(content)));
    expect(blocksOf(draft)).toEqual([
      'paragraph: The ferry [sic] sailed.\nIt was full.',
      'paragraph: We sail.',
      'paragraph: The mayor [Lena Berg] agreed [2]. [Video] of it exists. See [the report].',
    ]);
    expect(draft.images).toMatchObject([
      { url: 'https://alba.example/f.jpg', caption: 'The ferry, in May.' },
    ]);
  });

  test('blocks are read as text, those that show other pages are not, and synced blocks stand in their place', () => {
    const content = `<!-- wp:paragraph --><p>${text}</p><!-- /wp:paragraph -->
<!-- wp:core-embed/twitter {"url":"https://t.example/1"} --><figure><div>https://t.example/1</div><figcaption>A post</figcaption></figure><!-- /wp:core-embed/twitter -->
<!-- wp:block {"ref":7} /-->
<!-- wp:list --><ul><li>One</li></ul><!-- /wp:list -->`;
    const synced =
      '<item><title>b</title><wp:post_id>7</wp:post_id><wp:post_type>wp_block</wp:post_type><content:encoded><![CDATA[<p>Tickets cost 9 pounds.</p>]]></content:encoded></item>';
    const [reading] = readAll(feed, wxr(post(content), synced));
    if (reading?.kind !== 'draft') throw new Error('no draft');
    expect(blocksOf(reading.draft)).toEqual([
      `paragraph: ${text}`,
      'paragraph: Tickets cost 9 pounds.',
      'list-item1: One',
    ]);
  });

  test('a long synced block does not make a file many times longer, and all posts are read', () => {
    const block = `<p>${text}</p>\n`.repeat(400);
    const synced = `<item><title>b</title><wp:post_id>7</wp:post_id><wp:post_type>wp_block</wp:post_type><content:encoded><![CDATA[${block}]]></content:encoded></item>`;
    const references = '<!-- wp:block {"ref":7} /-->'.repeat(5);
    const posts = Array.from({ length: 60 }, () => post(`<p>${text}</p>${references}`));
    const lengths = readAll(feed, wxr(synced, ...posts)).flatMap((reading) =>
      reading.kind === 'draft' ? [reading.draft.body.text.length] : [],
    );
    expect(lengths).toHaveLength(60);
    expect(lengths[0]).toBeGreaterThan(text.length * 5 * 400);
    expect(lengths.at(-1)).toBe(text.length);
    expect(lengths.reduce((sum, length) => sum + length, 0)).toBeLessThan(wxr(synced, ...posts).length * 11);
  });

  test('a block that is never closed costs no text', () => {
    const draft = draftOf(feed, wxr(post(`<!-- wp:embed {"url":"x"} --><p>${text}</p>`)));
    expect(draft.body.text).toBe(text);
  });

  test('own fields of a post are named as unused, those of WordPress are not', () => {
    const more =
      '<wp:postmeta><wp:meta_key>_edit_last</wp:meta_key><wp:meta_value>1</wp:meta_value></wp:postmeta><wp:postmeta><wp:meta_key>_yoast_wpseo_title</wp:meta_key><wp:meta_value>x</wp:meta_value></wp:postmeta>';
    expect(draftOf(feed, wxr(post(text, more))).unused).toEqual(['wp:postmeta _yoast_wpseo_title']);
  });

  test('the excerpt is the standfirst', () => {
    const more = '<excerpt:encoded><![CDATA[Service resumes.]]></excerpt:encoded>';
    expect(draftOf(feed, wxr(post(text, more)))).toMatchObject({ standfirst: 'Service resumes.' });
  });
});
