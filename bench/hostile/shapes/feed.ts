import { letters, numbered, run, type Shape, shapesFor } from './shape.ts';

const feed = shapesFor('feed', 'a.xml');

const rss = (items: string) => `<rss version="2.0"><channel><title>A</title>${items}</channel></rss>`;
const item = (content: string) =>
  `<item><title>Pier opens</title><description>${content}</description></item>`;

/** Feeds that repeat one construct. */
export const feedShapes: Shape[] = [
  feed('items', (length) => rss(run(item('It is open.'), length))),
  feed(
    'different prefixes on one element',
    (length) =>
      `<rss ${numbered((index) => `xmlns:a${index}="b" `, length)}><channel>${item('a')}</channel></rss>`,
  ),
  feed(
    'different prefixes and children',
    (length) =>
      `<rss ${numbered((index) => `xmlns:a${index}="b" `, length / 2)}><channel>${run('<a xmlns="b"/>', length / 2)}</channel></rss>`,
  ),
  feed('nested prefixes', (length) =>
    rss(numbered((index) => `${'<a>'.repeat(200)}<b xmlns:p${index}="a"/>${'</a>'.repeat(200)}`, length)),
  ),
  feed('a prefix on each level', (length) =>
    rss(
      run(
        `${Array.from({ length: 200 }, (_, at) => `<a xmlns:p${at}="b">`).join('')}${'</a>'.repeat(200)}`,
        length,
      ),
    ),
  ),
  feed('attributes', (length) => `<rss ${numbered((index) => `a${index}="b" `, length)}/>`),
  feed('children of an item', (length) => rss(`<item><title>a</title>${run('<a/>', length)}</item>`)),
  feed('categories', (length) =>
    rss(`<item><title>a</title>${run('<category>a</category>', length)}</item>`),
  ),
  feed('different categories', (length) =>
    rss(`<item><title>a</title>${numbered((index) => `<category>c${index}</category>`, length)}</item>`),
  ),
  feed('creators', (length) =>
    rss(
      `<item><title>a</title>${numbered((index) => `<dc:creator>Ann ${letters(index)}</dc:creator>`, length)}</item>`,
    ),
  ),
  feed(
    'authors',
    (length) =>
      `<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>a</title>${numbered((index) => `<author><name>A ${letters(index)}</name></author>`, length)}</entry></feed>`,
  ),
  feed(
    'entries',
    (length) =>
      `<feed xmlns="http://www.w3.org/2005/Atom">${run('<entry><title>a</title><content>b c</content></entry>', length)}</feed>`,
  ),
  feed('links', (length) => rss(`<item><title>a</title>${run('<link>b</link>', length)}</item>`)),
  feed('images', (length) =>
    rss(
      `<item><title>a</title>${numbered((index) => `<media:content url="https://a.example/${index}.jpg"/>`, length)}</item>`,
    ),
  ),
  feed('nested items', (length) => rss(run('<item><title>a</title>', length))),
  feed('nested items, 200', (length) =>
    rss(run(`${'<item>'.repeat(200)}<title>a</title>${'</item>'.repeat(200)}`, length)),
  ),
  feed('nested markup', (length) =>
    rss(
      run(
        `<item><title>a</title><description>${'<a>'.repeat(200)}b${'</a>'.repeat(200)}</description></item>`,
        length,
      ),
    ),
  ),
  feed(
    'entities',
    (length) =>
      `<!DOCTYPE rss [${numbered((index) => `<!ENTITY e${index} "a">`, length / 2)}]>${rss(item(run('&e1;', length / 2)))}`,
  ),
  feed('open entity declarations', (length) => `<!DOCTYPE rss [${run('<!ENTITY a ', length)}`),
  feed('doctypes', (length) => run('<!DOCTYPE a [', length)),
  feed('ampersands', (length) => rss(item(run('&', length)))),
  feed('open entities', (length) => rss(item(run('&a', length)))),
  feed('CDATA', (length) =>
    rss(`<item><title>a</title><description>${run('<![CDATA[a]]>', length)}</description></item>`),
  ),
  feed('open CDATA', (length) => rss(run('<![CDATA[', length))),
  feed('escaped markup', (length) => rss(item(run('&lt;p&gt;a&lt;/p&gt;', length)))),
  feed('escaped open markup', (length) => rss(item(run('&lt;a ', length)))),
  feed('blank lines', (length) => rss(item(run('a\n \n', length)))),
  feed('spaces', (length) => rss(item(`a\n${run(' ', length)}b`))),
  feed('less than', (length) => rss(run('<', length))),
  feed('read more', (length) => rss(item(run('read more ', length)))),
  feed(
    'base64',
    (length) =>
      `<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>a</title><content type="application/x" mode="base64">${run('YWJj', length)}</content></entry></feed>`,
  ),
  feed(
    'JSON Feed',
    (length) =>
      `{"version":"https://jsonfeed.org/version/1.1","items":[${run('{"id":"1","title":"a","content_text":"b c"},', length)}{}]}`,
  ),
  feed(
    'news sitemap',
    (length) =>
      `<urlset xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">${run('<url><loc>https://a.example/</loc><news:news><news:title>a</news:title></news:news></url>', length)}</urlset>`,
  ),
];
