import { describe, expect, test } from 'vitest';
import { feed } from '../../../../src/reading/formats/feed/feed.ts';
import { draftOf, draftsOf, readAll, reasonsOf } from '../readings.ts';

const text = 'The council voted on Tuesday to reopen the bridge.';

describe('pictures and outlets', () => {
  test('what a group says is not said of other pictures', () => {
    const rss = `<rss version="2.0"><channel><title>G</title><item><title>Bridge</title><description>${text}</description><media:group><media:content url="https://a.example/b-1200.jpg" medium="image"/><media:description>The bridge.</media:description><media:credit>Bo Ek</media:credit></media:group><enclosure url="https://a.example/crane.jpg" type="image/jpeg"/></item></channel></rss>`;
    expect(draftOf(feed, rss).images).toMatchObject([
      { url: 'https://a.example/b-1200.jpg', caption: 'The bridge.', credit: 'Bo Ek' },
      { url: 'https://a.example/crane.jpg', caption: null, credit: null },
    ]);
  });

  test('an entry of Atom comes from its source', () => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Planet</title><entry><title>Bridge</title><id>urn:1</id><updated>2025-03-05T14:30:00Z</updated><source><title>Harwick &amp; Gazette</title></source><summary>${text}</summary></entry></feed>`;
    expect(draftOf(feed, atom).source?.name).toBe('Harwick & Gazette');
  });

  test('a news sitemap names the outlet and has pictures', () => {
    const map = `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://a.example/1</loc><news:news><news:publication><news:name>Harwick Gazette</news:name><news:language>en</news:language></news:publication><news:publication_date>2025-03-05</news:publication_date><news:title>Bridge</news:title></news:news><image:image><image:loc>https://a.example/b.jpg</image:loc><image:caption>The bridge</image:caption></image:image></url></urlset>`;
    expect(draftOf(feed, map)).toMatchObject({
      source: { name: 'Harwick Gazette' },
      images: [{ url: 'https://a.example/b.jpg', caption: 'The bridge' }],
    });
  });

  test('attachments of JSON Feed that are images are pictures', () => {
    const item = {
      ...{ id: '1', title: 'Bridge', content_text: text, image: 'https://a.example/b.jpg' },
      attachments: [
        { url: 'https://a.example/c.jpg', mime_type: 'image/jpeg', title: 'Crane' },
        { url: 'https://a.example/d.mp3', mime_type: 'audio/mpeg' },
      ],
    };
    const json = JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'G', items: [item] });
    expect(draftOf(feed, json).images).toEqual([
      { url: 'https://a.example/b.jpg', caption: null, credit: null },
      { url: 'https://a.example/c.jpg', caption: 'Crane', credit: null, type: 'image/jpeg' },
    ]);
  });
});

test('an export of Blogger has posts; comments, settings and the template are left out', () => {
  const entry = (kind: string, id: string) =>
    `<entry><id>tag:blogger.com,1999:blog-1.${id}</id><published>2025-03-05T09:30:00-05:00</published><category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#${kind}'/><category scheme='http://www.blogger.com/atom/ns#' term='bridges'/><title>Bridge</title><content type='html'>${text}</content><author><name>Bo Ek</name><email>noreply@blogger.com</email></author></entry>`;
  const blog = `<feed xmlns='http://www.w3.org/2005/Atom'><title>Blog</title>${entry('settings', 's')}${entry('post', 'p')}${entry('comment', 'c')}${entry('template', 't')}</feed>`;
  const [post] = readAll(feed, blog);
  expect(post).toMatchObject({
    draft: { keywords: ['bridges'], authors: [{ name: 'Bo Ek', email: null }], body: { text } },
  });
  expect(reasonsOf(feed, blog)).toHaveLength(3);
});

describe('exports of WordPress', () => {
  const wxr = (item: string, before = '') =>
    `<rss version="2.0"><channel><title>Gazette</title><wp:wxr_version>1.2</wp:wxr_version>${before}<item><title>Bridge</title><wp:post_type>post</wp:post_type><wp:status>publish</wp:status>${item}</item></channel></rss>`;
  const content = (html: string) => `<content:encoded><![CDATA[${html}]]></content:encoded>`;

  test('a co-author is named by the description of the term', () => {
    const term =
      '<wp:term><wp:term_taxonomy>author</wp:term_taxonomy><wp:term_slug>cap-guest-gus</wp:term_slug><wp:term_name>guest-gus</wp:term_name><wp:term_description>Guest Gus Guest Gus guest-gus 55</wp:term_description></wp:term>';
    const item = `<category domain="author" nicename="cap-guest-gus">guest-gus</category>${content(text)}`;
    expect(draftOf(feed, wxr(item, term)).byline).toBe('Guest Gus');
  });

  test('fields that a newsroom defines are a standfirst and a byline', () => {
    const meta = (key: string, value: string) =>
      `<wp:postmeta><wp:meta_key>${key}</wp:meta_key><wp:meta_value>${value}</wp:meta_value></wp:postmeta>`;
    const fields =
      meta('subtitle', 'After six weeks') + meta('_subtitle', 'field_5f1') + meta('byline', 'By Gus Hall');
    const draft = draftOf(feed, wxr(`<dc:creator>admin</dc:creator>${content(text)}${fields}`));
    expect(draft).toMatchObject({ standfirst: 'After six weeks', byline: 'Gus Hall' });
  });

  test('blocks of classic content have paragraphs, and files are no text', () => {
    const blocks = `<!-- wp:paragraph --><p>One came.</p><!-- /wp:paragraph -->\n<!-- wp:freeform -->\nTwo left.\n\nThree slept.\n<!-- /wp:freeform -->\n<!-- wp:file --><div class="wp-block-file"><a href="x.pdf">Report</a><a href="x.pdf" download>Download</a></div><!-- /wp:file -->`;
    expect(draftsOf(feed, wxr(content(blocks)))[0]?.body.text).toBe('One came.\n\nTwo left.\n\nThree slept.');
  });
});
