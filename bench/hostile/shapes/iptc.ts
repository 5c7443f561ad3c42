import { numbered, run, type Shape, shapesFor } from './shape.ts';

/** Repeats an element around a text up to a length, at most 200 deep each time. */
function nested(name: string, inner: string, length: number): string {
  return run(`${`<${name}>`.repeat(200)}${inner}${`</${name}>`.repeat(200)}`, length);
}

function shapesOf(format: string, path: string, writers: Record<string, Shape['write']>): Shape[] {
  const shape = shapesFor(format, path);
  return Object.entries(writers).map(([name, write]) => shape(name, write));
}

const nitf = (head: string, content: string) =>
  `<nitf><head>${head}</head><body><body.head><hedline><hl1>Pier opens</hl1></hedline></body.head><body.content>${content}</body.content></body></nitf>`;
const newsml = (inside: string, meta = '') =>
  `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="a"><itemMeta><itemClass qcode="ninat:text"/></itemMeta><contentMeta><headline>Pier opens</headline>${meta}</contentMeta><contentSet><inlineXML><html><body>${inside}</body></html></inlineXML></contentSet></newsItem>`;
const newsml1 = (components: string) =>
  `<NewsML><NewsItem><NewsManagement/><NewsComponent><NewsLines><HeadLine>Pier opens</HeadLine></NewsLines>${components}</NewsComponent></NewsItem></NewsML>`;
const part =
  '<NewsComponent><NewsLines><HeadLine>a</HeadLine></NewsLines><ContentItem><DataContent>It is.</DataContent></ContentItem></NewsComponent>';
const picture =
  '<NewsComponent><Role FormalName="Photo"/><ContentItem Href="https://a.example/a.jpg"/></NewsComponent>';

/** Documents of the formats of IPTC that repeat one construct. */
export const iptcShapes: Shape[] = [
  ...shapesOf('nitf', 'a.xml', {
    documents: (length) => `<a>${run(nitf('', '<p>It is.</p>'), length)}</a>`,
    'nested documents': (length) => nested('nitf', '<p>It is.</p>', length),
    'nested blocks': (length) => nitf('', nested('block', '<p>It is.</p>', length)),
    'escaped markup': (length) => nitf('', `<p>${run('&lt;p&gt;It is.&lt;/p&gt;', length)}</p>`),
    'escaped open markup': (length) => nitf('', `<p>${run('&lt;a ', length)}</p>`),
    'open media': (length) => nitf('', run('<media><media-caption>a', length)),
    'wrapped lines': (length) => nitf('', `<p>${run(`${'word '.repeat(12)}<br/>`, length)}</p>`),
    subjects: (length) =>
      nitf(run('<tobject.subject tobject.subject.refnum="04000000"/>', length), '<p>a</p>'),
    metas: (length) => nitf(run('<meta name="a" content="b"/>', length), '<p>a</p>'),
    entities: (length) => `<!DOCTYPE nitf [<!ENTITY e "a">]>${nitf('', `<p>${run('&e;', length)}</p>`)}`,
    commas: (length) =>
      `<nitf><body><body.head><hedline><hl1>a</hl1></hedline><byline>${run(',', length)}<byttl>b</byttl></byline><dateline>${run('. ', length)}</dateline></body.head><body.content><p>a</p></body.content></body></nitf>`,
    addresses: (length) =>
      nitf('', '<p>a</p>').replace(
        '</body>',
        `<body.end><tagline>a@${run('a.', length)}!</tagline></body.end></body>`,
      ),
  }),
  ...shapesOf('newsml', 'a.xml', {
    'nested headers': (length) => newsml(nested('header', '<p>a</p>', length)),
    'header lines': (length) =>
      newsml(run('<p>Pier | opens</p>', length), run('<keyword>Pier</keyword>', length)),
    'long header line': (length) => newsml(`<p>${run('pier | ', length)}</p>`, '<keyword>pier</keyword>'),
    pictures: (length) =>
      `<newsMessage>${newsml('<p>a</p>')}${run('<newsItem guid="b"><itemMeta><itemClass qcode="ninat:picture"/></itemMeta><contentMeta><headline>a</headline></contentMeta></newsItem>', length)}</newsMessage>`,
    links: (length) =>
      `<newsMessage>${newsml('<p>a</p>')}${newsml('<p>a</p>')}<packageItem xmlns="http://iptc.org/std/nar/2006-10-01/">${run('<itemRef residref="a"/>', length)}</packageItem></newsMessage>`,
    figures: (length) => newsml(nested('figure', '<div class="byline">a</div>', length)),
    texts: (length) => `<newsMessage>${run(newsml('<p>a</p>'), length)}</newsMessage>`,
  }),
  ...shapesOf('newsml1', 'a.xml', {
    components: (length) => newsml1(run(part, length)),
    'nested components': (length) =>
      newsml1(
        nested('NewsComponent', '<ContentItem><DataContent>It is.</DataContent></ContentItem>', length),
      ),
    pictures: (length) =>
      newsml1(`<ContentItem><DataContent>a</DataContent></ContentItem>${run(picture, length)}`),
    'stories and pictures': (length) => newsml1(run(part + picture, length)),
    items: (length) => `<NewsML>${run(`<NewsItem>${part}</NewsItem>`, length)}</NewsML>`,
    metadata: (length) =>
      newsml1(
        `<DescriptiveMetadata>${run('<SubjectCode><Subject FormalName="04000000"/></SubjectCode>', length)}</DescriptiveMetadata>${part}`,
      ),
  }),
  ...shapesOf('ninjs', 'a.json', {
    items: (length) =>
      `{"_items":[${run('{"guid":"a","headline":"a","body_html":"<p>It is.</p>"},', length)}{}]}`,
    associations: (length) =>
      `{"guid":"a","headline":"a","body_html":"<p>b</p>","associations":[${run('{"type":"picture","description_text":"a"},', length)}{}]}`,
    'escaped markup': (length) => `{"guid":"a","headline":"a","body_text":"${run('&lt;p&gt;', length)}"}`,
    lines: (length) => `{"guid":"a","headline":"a","body_html":"${run('a &amp; b\\n', length)}"}`,
    properties: (length) =>
      `{"guid":"a","headline":"a","body_html":"<p>b</p>"${Array.from({ length: length / 12 }, (_, index) => `,"p${index}":1`).join('')}}`,
  }),
  ...shapesOf('newsml', 'a.xml', {
    items: (length) =>
      `<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/">${run('<newsItem><contentMeta><headline>Pier opens</headline></contentMeta><contentSet><inlineData>It is.</inlineData></contentSet></newsItem>', length)}</newsMessage>`,
    'nested items': (length) =>
      `<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/">${run(`${'<newsItem>'.repeat(200)}<contentMeta><headline>Pier opens</headline></contentMeta><contentSet><inlineData>It is.</inlineData></contentSet>${'</newsItem>'.repeat(200)}`, length)}</newsMessage>`,
    subjects: (length) =>
      `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><contentMeta><headline>Pier opens</headline>${numbered((index) => `<subject><name>s${index}</name></subject>`, length)}</contentMeta><contentSet><inlineData>It is.</inlineData></contentSet></newsItem>`,
  }),
  ...shapesOf('nitf', 'a.xml', {
    paragraphs: (length) =>
      `<nitf><body><body.head><hedline><hl1>Pier opens</hl1></hedline></body.head><body.content>${run('<p>It is.</p>', length)}</body.content></body></nitf>`,
    'bylines and media': (length) =>
      `<nitf><body><body.head><hedline><hl1>Pier opens</hl1></hedline>${run('<byline>By Ann Lee</byline>', length / 2)}</body.head><body.content><p>It is.</p>${run('<media><media-reference source="a.jpg"/><media-caption>a</media-caption></media>', length / 2)}</body.content></body></nitf>`,
  }),
  ...shapesOf('ninjs', 'a.json', {
    'unknown properties': (length) =>
      `{"uri":"a","headline":"Pier opens","body_text":"It is.",${numbered((index) => `"n${index}":1,`, length)}"type":"text"}`,
    subjects: (length) =>
      `{"uri":"a","headline":"Pier opens","body_text":"It is.","subject":[${numbered((index) => `{"name":"s${index}"},`, length)}{}]}`,
    'same items': (length) =>
      `{"uri":"a","headline":"Pier opens","body_text":"It is.","subject":[${run('{},', length)}{}]}`,
    'associations again': (length) =>
      `{"uri":"a","headline":"Pier opens","body_text":"It is.","associations":{${numbered((index) => `"a${index}":{"uri":"b","type":"picture"},`, length)}"z":{}}}`,
    collection: (length) => `[${run('{"uri":"a","headline":"Pier opens","body_text":"It is."},', length)}{}]`,
    'nested associations': (length) =>
      `[${run(`${'{"uri":"a","headline":"b","body_text":"c","associations":{"d":'.repeat(20)}{}${'}}'.repeat(20)},`, length)}{}]`,
  }),
];
