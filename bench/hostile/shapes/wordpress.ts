import { numbered, run, type Shape, shapesFor } from './shape.ts';

const wxr = shapesFor('feed', 'a.xml', 'wxr');
const post = shapesFor('json', 'a.json', 'wordpress');

const prose = 'The pier of Seahaven was opened on Monday by its mayor, Ann Lee.';
const channel = (items: string) =>
  `<rss version="2.0"><channel><title>A</title><wp:wxr_version>1.2</wp:wxr_version>${items}</channel></rss>`;
const item = (content: string, inside = '') =>
  `<item><title>Pier opens</title><wp:post_type>post</wp:post_type><wp:status>publish</wp:status><wp:post_id>1</wp:post_id>${inside}<content:encoded><![CDATA[${content}]]></content:encoded></item>`;

/** Constructs of the content of a post. */
const units: Record<string, string> = {
  paragraphs: `${prose}\n\n`,
  lines: 'The pier\n',
  'blank lines of spaces': ' \n \n',
  spaces: ' ',
  shortcodes: '[gallery ids="1,2"]',
  'unknown shortcodes': '[a-b c="d"]',
  'closed shortcodes': '[box]a[/box]',
  'open shortcodes': '[box]',
  'ends of shortcodes': '[/box]',
  'shortcode with open attribute': '[a b="',
  'shortcode with attributes': '[a b=c d=e ',
  'shortcode with entities': '[a b=&quot;c ',
  brackets: '[',
  'closing brackets': ']',
  'names in brackets': '[sic] ',
  captions: '[caption]<img src="a"/>a[/caption]',
  'open captions': '[caption]',
  'captions with open attribute': '[caption a="',
  'ends of captions': '[/caption]',
  'open captions with text': '[caption id="a"] word ',
  blocks: '<!-- wp:paragraph --><p>a</p><!-- /wp:paragraph -->',
  'open blocks': '<!-- wp:paragraph -->',
  'open embeds': '<!-- wp:embed -->',
  'open comments': '<!-- ',
  'synced blocks': '<!-- wp:block {"ref":7} /-->',
  'open synced blocks': '<!-- wp:block {',
  divs: '<div>a</div>\n\n',
  addresses: 'https://a.example/b\n\n',
  'sign-offs': 'The post a appeared first on b. ',
  'broken sentences': 'x… ',
};

/** Exports and posts of WordPress that repeat one construct. */
export const wordpressShapes: Shape[] = [
  ...Object.entries(units).flatMap(([name, unit]) => [
    wxr(name, (length) => channel(item(`${prose}\n\n${run(unit, length)}`))),
    post(name, (length) =>
      JSON.stringify({
        id: 1,
        link: 'https://a.example/a',
        title: { rendered: 'Pier opens' },
        content: { rendered: `${prose}\n\n${run(unit, length)}` },
      }),
    ),
  ]),
  wxr('posts', (length) => channel(run(item(prose), length))),
  wxr('posts with a synced block', (length) =>
    channel(
      `<item><wp:post_type>wp_block</wp:post_type><wp:post_id>7</wp:post_id><content:encoded><![CDATA[${run(`${prose}\n\n`, length / 2)}]]></content:encoded></item>${run(item(run('<!-- wp:block {"ref":7} /-->', 400)), length / 2)}`,
    ),
  ),
  wxr('posts with the pictures of galleries', (length) =>
    channel(
      numbered(
        (at) =>
          `<item><wp:post_type>attachment</wp:post_type><wp:post_id>${at}</wp:post_id><wp:attachment_url>https://a.example/${at}.jpg</wp:attachment_url></item>`,
        length / 2,
      ) + run(item(`${prose} [gallery ids="${run('1,2,3,', 300)}"]`), length / 2),
    ),
  ),
  wxr('fields', (length) =>
    channel(
      item(
        prose,
        numbered(
          (at) =>
            `<wp:postmeta><wp:meta_key>k${at}</wp:meta_key><wp:meta_value>a</wp:meta_value></wp:postmeta>`,
          length,
        ),
      ),
    ),
  ),
  wxr('categories', (length) =>
    channel(
      item(
        prose,
        numbered((at) => `<category domain="category" nicename="c${at}">c${at}</category>`, length),
      ),
    ),
  ),
  wxr('tags', (length) =>
    channel(
      item(
        prose,
        numbered((at) => `<category domain="post_tag" nicename="c${at}">c${at}</category>`, length),
      ),
    ),
  ),
  wxr('authors', (length) =>
    channel(
      numbered(
        (at) =>
          `<wp:author><wp:author_login>a${at}</wp:author_login><wp:author_display_name>Ann</wp:author_display_name></wp:author>`,
        length,
      ) + item(prose),
    ),
  ),
  wxr('creators', (length) =>
    channel(
      item(
        prose,
        numbered((at) => `<dc:creator>a${at}</dc:creator>`, length),
      ),
    ),
  ),
  wxr('comments', (length) =>
    channel(item(prose, run('<wp:comment><wp:comment_content>a</wp:comment_content></wp:comment>', length))),
  ),
];
