/** Documents that are cheap to write and might be expensive to read: long runs of one construct of each format. */

/** A kind of hostile document. */
export interface Shape {
  name: string;
  /** File name, from which the format is detected if `format` does not name it. */
  path: string;
  format: string;
  /** Returns a document of about this length, in characters. */
  write(length: number): string;
}

/** Repeats a text up to a length. */
function run(unit: string, length: number): string {
  return unit.repeat(Math.max(1, Math.floor(length / unit.length)));
}

/** Repeats a numbered text up to a length. */
function numbered(unit: (index: number) => string, length: number): string {
  const parts: string[] = [];
  for (let index = 0, written = 0; written < length; index += 1) {
    const part = unit(index);
    parts.push(part);
    written += part.length;
  }
  return parts.join('');
}

/** The first lines of an ANPA 1312 message. */
const anpaHeader = '\x16\x16\x01a4102\x1fwires\nr a\x13\x11 BC-US--Pier  11-13 0112\n';

const text = (name: string, write: Shape['write']): Shape => ({
  name: `text: ${name}`,
  path: 'a.txt',
  format: 'text',
  write,
});
const wire = (name: string, write: Shape['write']): Shape => ({
  name: `wire: ${name}`,
  path: 'a.tst',
  format: 'wire',
  write,
});
const html = (name: string, write: Shape['write']): Shape => ({
  name: `html: ${name}`,
  path: 'a.html',
  format: 'html',
  write,
});
const feed = (name: string, write: Shape['write']): Shape => ({
  name: `feed: ${name}`,
  path: 'a.xml',
  format: 'feed',
  write,
});
const markdown = (name: string, write: Shape['write']): Shape => ({
  name: `markdown: ${name}`,
  path: 'a.md',
  format: 'markdown',
  write,
});
const record = (name: string, write: Shape['write']): Shape => ({
  name: `json: ${name}`,
  path: 'a.json',
  format: 'json',
  write,
});
const csv = (name: string, write: Shape['write']): Shape => ({
  name: `csv: ${name}`,
  path: 'a.csv',
  format: 'csv',
  write,
});

const page = (body: string) => `<html><body><h1>Pier opens in Seahaven</h1>${body}</body></html>`;
const rss = (items: string) => `<rss version="2.0"><channel><title>A</title>${items}</channel></rss>`;
const item = (content: string) =>
  `<item><title>Pier opens</title><description>${content}</description></item>`;
const article = (body: string) => JSON.stringify({ headline: 'Pier opens', body });

export const shapes: Shape[] = [
  wire('messages', (length) =>
    run(`${anpaHeader}\x02BC-US--Pier,1<\n^Pier opens<\n\t It did.\n\x03\n`, length),
  ),
  wire('fields', (length) => `${anpaHeader}\x02${run('^Pier opens<\n', length)}`),
  wire('bylines', (length) => `${anpaHeader}\x02${run('^By ANN LEE=\n', length)}`),
  wire('rows', (length) => `${anpaHeader}\x02${run('\x08Pier;1;2{\n', length)}`),
  wire('spaces of columns', (length) => `${anpaHeader}\x02\x08${run('\x1f \x1e', length)}`),
  wire('starts of text', (length) => `${anpaHeader}${run('\x02', length)}a`),
  wire('carets', (length) => `^Aa4102 wires\n${run('^A ^B\n', length)}`),
  wire('lines of a head', (length) => `\x01eca0410 3 i 93  dpa 1888\n\x02${run('EXTRA\n', length)}`),
  wire(
    'slugs',
    (length) => `\x01eca0410 3 i 93  dpa 1888\n${run('pier/', length)}\n\x02Pier opens =\n\nIt did.`,
  ),
  wire(
    'wrapped text',
    (length) => `\x01eca0410 3 i 93  dpa\n\x02Pier opens =\n${run('The pier opened on\n', length)}`,
  ),
  wire('numbers of a kill', (length) => `\x01eca0410 3 i 93  dpa\n\x02KILL =\n${run('eca0411 ', length)}`),
  wire('letters', (length) => `\x01eca0410 3 i 93  dpa\n\x02${run('a', length)}`),
  text('one letter a line', (length) => run('a\n', length)),
  text('two words a line', (length) => run('word word\n', length)),
  text('a sentence a line', (length) => run('It rained again.\n', length)),
  text('a sentence a paragraph', (length) => run('Word word.\n\n', length)),
  text('headline-like paragraphs', (length) => run('Pier opens\n\n', length)),
  text('bylines', (length) => run('By Ann Lee\n', length)),
  text('bylines apart', (length) => run('By Ann Lee\n\n', length)),
  text('different bylines', (length) => numbered((index) => `By Ann Lee${letters(index)}\n\n`, length)),
  text('headlines and bylines', (length) => run('Pier opens\n\nBy Ann Lee\n\n', length)),
  text('headlines, bylines, dates', (length) => run('Pier opens\n\nBy Ann Lee\n\nNov. 3, 2024\n\n', length)),
  text('datelines', (length) => run('SEOUL, Nov. 3 (Yonhap) -- The pier opened.\n\n', length)),
  text('datelines of Asia', (length) => run('(서울=연합뉴스) 김지연 기자 = 부두가 열렸다.\n\n', length)),
  text('places and dates', (length) => run('Madrid, 14 de marzo de 2024\n\n', length)),
  text('labels of dates', (length) => run('Published Updated ', length)),
  text('signed dates', (length) => run('Posted on Nov. 3, 2024 by Ann Lee\n\n', length)),
  text('Arabic words', (length) => run('القاهرة ', length)),
  text('Chinese numerals', (length) => run('二〇二四年', length)),
  text('Thai letters', (length) => run('1 มี.ค. ', length)),
  text('colons', (length) => run('NEW DELHI: ', length)),
  text('dates', (length) => run('Published Nov. 3, 2024\n', length)),
  text('furniture', (length) => run('Share on Facebook\n', length)),
  text('related links', (length) => `Related articles\n${run('Pier opens in Seahaven\n', length)}`),
  text('captions', (length) => run('A flood in Rome. (AP Photo/Jane Doe)\n\n', length)),
  text('different captions', (length) =>
    numbered((index) => `A flood ${letters(index)} in Rome. (AP Photo/Jane Doe)\n\n`, length),
  ),
  text('credits', (length) => run('(Yonhap)\n\n', length)),
  text('rules', (length) => run('Pier opens\n\n* * *\n\n', length)),
  text('form feeds', (length) => run('Pier opens\n\f\n', length)),
  text('ends of takes', (length) => run('Pier opens\n\nIt did.\n\nNNNN\n', length)),
  text('metadata', (length) => run('Title: Pier opens\n', length)),
  text('keywords', (length) => `Keywords: ${run('pier, ', length)}\n\nPier opens\n\nIt did.`),
  text('wrapped lines', (length) =>
    run('the pier was opened on a rainy Monday by the mayor of Seahaven and its\n', length),
  ),
  text('indented lines', (length) =>
    run('    The pier was opened on Monday by the mayor\nof the town and\n', length),
  ),
  text('one word', (length) => run('a', length)),
  text('spaces', (length) => `a${run(' ', length)}b`),
  text('tabs', (length) => `${run('\t', length)}b`),
  text('empty lines', (length) => `a\n${run('\n', length)}b`),
  text('full stops', (length) => run('.', length)),
  text('commas', (length) => run('a, ', length)),
  text('hyphens', (length) => run('a-', length)),
  text('numbers', (length) => run('1 ', length)),
  text('digits', (length) => run('1', length)),
  text('slashes', (length) => run('1/', length)),
  text('capitals', (length) => run('A ', length)),
  text('names', (length) => run('Ann Lee ', length)),
  text('different names', (length) => numbered((index) => `Ann ${letters(index)} said so. `, length)),
  text('different last names', (length) =>
    numbered((index) => `${letters(index)} Lee said so. Lee agreed. `, length),
  ),
  text('one last name, many first names', (length) =>
    numbered((index) => `${letters(index)} Lee came. `, length),
  ),
  text('names and short names', (length) =>
    numbered((index) => `Mayor Ann ${letters(index)} came. ${letters(index)} left. `, length),
  ),
  text('lower-case prefixes', (length) => run('van der ', length)),
  text('titles', (length) => run('Mayor ', length)),
  text('roles', (length) => run('Ann Lee, the mayor of Rome, ', length)),
  text('and', (length) => run('Ann Lee and ', length)),
  text('of the', (length) => run('Ministry of the ', length)),
  text('quotes', (length) => run('“It is open,” Ann Lee said. ', length)),
  text('quotes of paragraphs', (length) => run('“It is open,” Ann Lee said.\n\n', length)),
  text('an interview', (length) =>
    numbered(
      (index) =>
        `The council of Rome met again, Mayor Ann ${letters(index % 700)} said. “We will open the pier,” ${letters(index % 700)} added. Bo ${letters(index % 90)}, who runs the harbour, disagreed.\n\n`,
      length,
    ),
  ),
  text('one paragraph of prose', (length) =>
    run('The pier was opened on Monday, said Ann Lee, the mayor. “It is open,” she added. ', length),
  ),
  text('straight quotes', (length) => run('"It is open," Ann Lee said. ', length)),
  text('opened quotes', (length) => run('“Hello there people\n\n', length)),
  text('opened quotes in a paragraph', (length) => run('“Hello there people ', length)),
  text('marks of opened quotes', (length) => run('“', length)),
  text('straight marks', (length) => run('" ', length)),
  text('single marks', (length) => run("'a ", length)),
  text('closed quotes', (length) => run('Hello” ', length)),
  text('apostrophes', (length) => run("a's ", length)),
  text('said', (length) => run('said ', length)),
  text('he said', (length) => run('“No,” he said. ', length)),
  text('brackets', (length) => run('(', length)),
  text('brackets apart', (length) => run('( a ', length)),
  text('square brackets', (length) => run('[', length)),
  text('addresses', (length) => run('a@b.example ', length)),
  text('at signs', (length) => run('a@', length)),
  text('dotted domains', (length) => `a@${run('b.', length)}`),
  text('colons', (length) => run('a: ', length)),
  text('asterisks', (length) => run('*', length)),
  text('greater than', (length) => run('> ', length)),
  text('crumbs', (length) => run('Home > World > ', length)),
  text('combining marks', (length) => `e${run('\u0301', length)}`),
  text('emoji', (length) => run('😀', length)),
  text('CJK', (length) => run('東京', length)),
  text('Korean', (length) => run('서울 ', length)),
  text('Arabic', (length) => run('مرحبا ', length)),
  text('soft hyphens', (length) => run('\u00ad', length)),
  text('control characters', (length) => run('a\u0001\n', length)),
  text('carriage returns', (length) => run('a\r', length)),
  text('topics', (length) => run('interest rates and football ', length)),

  html('nested div', (length) => page(`${run('<div>', length / 2)}text${run('</div>', length / 2)}`)),
  html('nested div, 700', (length) => page(run(`${'<div>'.repeat(700)}text${'</div>'.repeat(700)}`, length))),
  html('nested div, 250', (length) => page(run(`${'<div>'.repeat(250)}text${'</div>'.repeat(250)}`, length))),
  html('nested spans', (length) => page(`<p>${run('<span>', length / 2)}text${run('</span>', length / 2)}`)),
  html('nested lists', (length) => page(`${run('<ul><li>', length)}text`)),
  html('nested tables', (length) => page(`${run('<table><tr><td>', length)}text`)),
  html('nested block quotes', (length) => page(`${run('<blockquote>', length)}text`)),
  html('open div', (length) => page(run('<div>', length))),
  html('open div with text', (length) => page(run('<div>word ', length))),
  html('open p and a', (length) => page(run('<p><a href=x>', length))),
  html('open a', (length) => page(`<p>${run('<a href=x>', length)}`)),
  html('open a with text', (length) => page(`<p>${run('<a href=x>word ', length)}`)),
  html('open b', (length) => page(run('<b>', length))),
  html('open b with text', (length) => page(run('<p><b>word ', length))),
  html('open em and p', (length) => page(run('<em><p>word', length))),
  html('open font', (length) => page(run('<font>', length))),
  html('open li', (length) => page(run('<li>word', length))),
  html('open td', (length) => page(`<table>${run('<td>word', length)}`)),
  html('open option', (length) => page(run('<option>a', length))),
  html('closed only', (length) => page(run('</p>', length))),
  html('closed div only', (length) => page(run('</div>', length))),
  html('paragraphs', (length) => page(run('<p>a</p>', length))),
  html('long paragraphs', (length) =>
    page(run('<p>The pier was opened on Monday, said Ann Lee, the mayor of Seahaven.</p>', length)),
  ),
  html('paragraphs in div', (length) =>
    page(run('<div><p>The pier was opened on Monday, said Ann Lee, the mayor.</p></div>', length)),
  ),
  html('different paragraphs', (length) =>
    page(numbered((index) => `<p>Line ${letters(index)} here</p>`, length)),
  ),
  html('divs', (length) => page(run('<div>a</div>', length))),
  html('divs with long text', (length) =>
    page(run('<div>The pier was opened on Monday, said Ann Lee, the mayor.</div>', length)),
  ),
  html('spans', (length) => page(run('<span>a</span>', length))),
  html('br', (length) => page(`<p>a${run('<br>', length)}b`)),
  html('br and text', (length) => page(run('a<br><br>', length))),
  html('hr', (length) => page(run('<hr>', length))),
  html('links', (length) => page(run('<a href="/a">a</a> ', length))),
  html('list of links', (length) => page(`<ul>${run('<li><a href="/a">a</a></li>', length)}</ul>`)),
  html('items', (length) => page(`<ul>${run('<li>a b c d</li>', length)}</ul>`)),
  html('rows', (length) => page(`<table>${run('<tr><td>a</td></tr>', length)}</table>`)),
  html('cells', (length) => page(`<table><tr>${run('<td>a</td>', length)}</tr></table>`)),
  html('images', (length) => page(run('<img src="/a.jpg">', length))),
  html('figures', (length) =>
    page(run('<figure><img src="/a.jpg"><figcaption>A flood</figcaption></figure>', length)),
  ),
  html('headings', (length) => page(run('<h2>Pier opens</h2>', length))),
  html('h1', (length) => page(run('<h1>Pier opens</h1>', length))),
  html('different h1', (length) => page(numbered((index) => `<h1>Pier ${letters(index)}</h1>`, length))),
  html('meta', (length) => `<html><head>${run('<meta name="author" content="Ann Lee">', length)}</head>`),
  html(
    'different meta',
    (length) => `<html><head>${numbered((index) => `<meta name="m${index}" content="a">`, length)}</head>`,
  ),
  html('scripts', (length) => page(run('<script type="application/ld+json">{"a":1}</script>', length))),
  html('linked articles', (length) =>
    page(run('<script type="application/ld+json">{"@type":"Article","headline":"A"}</script>', length)),
  ),
  html('a linked graph', (length) =>
    page(
      `<script type="application/ld+json">{"@graph":[${numbered((index) => `{"@id":"#${index}","@type":"Article","headline":"A"},`, length)}{}]}</script>`,
    ),
  ),
  html('one identifier in a graph', (length) =>
    page(
      `<script type="application/ld+json">{"@graph":[${numbered((index) => `{"@id":"#a","@type":"Article","n${index}":"A"},`, length)}{}]}</script>`,
    ),
  ),
  html('references to a large node', (length) =>
    page(
      `<script type="application/ld+json">{"@graph":[{"@type":"Article","headline":"A","about":[${run('{"@id":"#a","n":1},', length / 2)}{}]},{"@id":"#a","@type":"Person",${numbered((index) => `"n${index}":1,`, length / 2)}"name":"Ann Lee"}]}</script>`,
    ),
  ),
  html('times', (length) => page(run('<time datetime="2024-11-03">Nov. 3</time>', length))),
  html('classes', (length) => page(run('<p class="byline date author">a</p>', length))),
  html('dates in divs', (length) => page(run('<div>on 3 or so</div>', length))),
  html('nested classes', (length) => page(run('<div class="byline"><div class="date">', length))),
  html('citations', (length) => page(run('<div itemprop="citation"><p class="author">', length))),
  html('less than', (length) => run('<', length)),
  html('less than in a page', (length) => page(run('<', length))),
  html('less than and space', (length) => page(run('< ', length))),
  ...[
    '<a',
    '</',
    '</p',
    '<!',
    '<?',
    '<p',
    '<td',
    '<b>',
    '<td>',
    '<p>',
    '<br>',
    '<svg>',
    '<table>',
    '>',
    '"',
  ].map((unit) => html(`${unit} alone`, (length) => run(unit, length))),
  ...[
    '&',
    '<p>a',
    '</p>',
    '<!--',
    '-->',
    ']]>',
    '<a b="',
    '<a b=',
    "<a b='",
    '=',
    '/>',
    '< <',
    '<>',
    '<1',
    '<é',
  ].map((unit) => html(`${unit} alone`, (length) => run(unit, length))),
  ...['</', '<!', '<?', '<>', '<1', '< a', ']]>', '<svg>', '<table>', '<math>', '<td', '<tr', '<select>'].map(
    (unit) => html(`${unit} in a page`, (length) => page(run(unit, length))),
  ),
  html('unclosed tags', (length) => page(run('<p ', length))),
  html('unclosed attributes', (length) => page(run('<p a="', length))),
  html('attributes', (length) => page(`<p ${run('a ', length)}>a</p>`)),
  html('different attributes', (length) => page(`<p ${numbered((index) => `a${index}=b `, length)}>a</p>`)),
  html(
    'different attributes of html',
    (length) => `<html ${numbered((index) => `a${index}=b `, length)}><body><p>a</p></body></html>`,
  ),
  html('comments', (length) => page(run('<!-- a -->', length))),
  html('open comments', (length) => page(run('<!--', length))),
  html('open comments first', (length) => run('<!--', length)),
  html('doctypes', (length) => page(run('<!DOCTYPE html>', length))),
  html('CDATA', (length) => page(run('<![CDATA[a]]>', length))),
  html('open CDATA', (length) => page(run('<![CDATA[', length))),
  html('processing instructions', (length) => page(run('<?xml a ', length))),
  html('ampersands', (length) => page(run('&', length))),
  html('entities', (length) => page(`<p>${run('&amp;', length)}`)),
  html('numeric entities', (length) => page(`<p>${run('&#0;', length)}`)),
  html('open entities', (length) => page(`<p>${run('&a', length)}`)),
  html('a long title', (length) => `<html><title>${run('a | ', length)}</title><body><p>a</p></body></html>`),
  html('a long title of dashes', (length) => `<html><title>${run(' - ', length)}</title><p>a</p></html>`),
  html('iframes', (length) => page(run('<iframe>', length))),
  html('open iframe tags', (length) => page(run('<iframe ', length))),
  html('svg', (length) => page(run('<svg><p>', length))),
  html('templates', (length) => page(run('<template>', length))),
  html('noscript', (length) => page(run('<noscript><img src=a>', length))),
  html('text only', (length) => page(run('word ', length))),
  html('one word', (length) => page(`<p>${run('a', length)}`)),
  html('spaces', (length) => page(`<p>a${run(' ', length)}b`)),
  html('line breaks', (length) => page(`<p>a${run('\n', length)}b`)),
  html('bodies', (length) => run('<body><p>a', length)),
  html('heads', (length) => run('<head><title>a', length)),
  html('forms', (length) => page(run('<form><input>', length))),
  html('sections', (length) => page(run('<section><p>word word word word, and word.</p>', length))),
  html('custom elements', (length) => page(run('<a-b>word', length))),
  html('style attributes', (length) => page(run('<p style="display:none">a</p>', length))),
  html('a long style', (length) => page(`<p style="${run('display', length)}">a</p>`)),
  html('a long class', (length) => page(`<p class="${run('credit-', length)}">a</p>`)),
  html('a long srcset', (length) => page(`<img srcset="${run('a 1x, ', length)}">`)),

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
  {
    ...feed('', () => ''),
    name: 'newsml: items',
    format: 'newsml',
    write: (length) =>
      `<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/">${run('<newsItem><contentMeta><headline>Pier opens</headline></contentMeta><contentSet><inlineData>It is.</inlineData></contentSet></newsItem>', length)}</newsMessage>`,
  },
  {
    ...feed('', () => ''),
    name: 'newsml: nested items',
    format: 'newsml',
    write: (length) =>
      `<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/">${run(`${'<newsItem>'.repeat(200)}<contentMeta><headline>Pier opens</headline></contentMeta><contentSet><inlineData>It is.</inlineData></contentSet>${'</newsItem>'.repeat(200)}`, length)}</newsMessage>`,
  },
  {
    ...feed('', () => ''),
    name: 'newsml: subjects',
    format: 'newsml',
    write: (length) =>
      `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><contentMeta><headline>Pier opens</headline>${numbered((index) => `<subject><name>s${index}</name></subject>`, length)}</contentMeta><contentSet><inlineData>It is.</inlineData></contentSet></newsItem>`,
  },
  {
    ...feed('', () => ''),
    name: 'nitf: paragraphs',
    format: 'nitf',
    write: (length) =>
      `<nitf><body><body.head><hedline><hl1>Pier opens</hl1></hedline></body.head><body.content>${run('<p>It is.</p>', length)}</body.content></body></nitf>`,
  },
  {
    ...feed('', () => ''),
    name: 'nitf: bylines and media',
    format: 'nitf',
    write: (length) =>
      `<nitf><body><body.head><hedline><hl1>Pier opens</hl1></hedline>${run('<byline>By Ann Lee</byline>', length / 2)}</body.head><body.content><p>It is.</p>${run('<media><media-reference source="a.jpg"/><media-caption>a</media-caption></media>', length / 2)}</body.content></body></nitf>`,
  },

  record('brackets', (length) => run('[', length)),
  record('nested, 60', (length) => `[${run(`${'['.repeat(60)}${']'.repeat(60)},`, length)}{}]`),
  record('quotation marks', (length) => run('"', length)),
  record('backslashes', (length) => `{"a":"${run('\\', length)}`),
  record('escapes', (length) => `{"headline":"a","body":"${run('\\u0000', length)}"}`),
  record('records', (length) => `[${run('{"headline":"a","body":"b"},', length)}{}]`),
  record(
    'records with different names',
    (length) => `[${numbered((index) => `{"headline":"a","body":"b","n${index}":1},`, length)}{}]`,
  ),
  record('names', (length) => `{${numbered((index) => `"n${index}":1,`, length)}"headline":"a","body":"b"}`),
  record(
    'keywords',
    (length) => `{"headline":"a","body":"b","keywords":[${numbered((index) => `"k${index}",`, length)}"c"]}`,
  ),
  record('a list of keywords', (length) =>
    JSON.stringify({ headline: 'a', body: 'b', keywords: numbered((index) => `k${index} , `, length) }),
  ),
  record('spaces between keywords', (length) =>
    JSON.stringify({ headline: 'a', body: 'b', keywords: `a${run(' ', length)}b` }),
  ),
  record(
    'authors',
    (length) =>
      `{"headline":"a","body":"b","author":[${numbered((index) => `"Ann ${letters(index)}",`, length)}"c"]}`,
  ),
  record('a long byline', (length) =>
    JSON.stringify({ headline: 'a', body: 'b', author: run('Ann Lee and ', length) }),
  ),
  record('a long byline of commas', (length) =>
    JSON.stringify({ headline: 'a', body: 'b', author: run('Ann, ', length) }),
  ),
  record('a long byline of spaces', (length) =>
    JSON.stringify({ headline: 'a', body: 'b', author: `By${run(' ', length)}Ann` }),
  ),
  record('a long date', (length) => JSON.stringify({ headline: 'a', body: 'b', date: run('1 ', length) })),
  record('a long date of months', (length) =>
    JSON.stringify({ headline: 'a', body: 'b', date: run('Nov. 3, ', length) }),
  ),
  record('a long date of digits', (length) =>
    JSON.stringify({ headline: 'a', body: 'b', date: run('1', length) }),
  ),
  record('a long date of colons', (length) =>
    JSON.stringify({ headline: 'a', body: 'b', date: run('1:', length) }),
  ),
  record('a long headline', (length) => JSON.stringify({ headline: run('a ', length), body: 'b' })),
  record('a long headline of markup', (length) =>
    JSON.stringify({ headline: run('<b>', length), body: 'b' }),
  ),
  record('a long headline of quotes', (length) =>
    JSON.stringify({ headline: run('“a ', length), body: 'b' }),
  ),
  record('a long headline of spaces', (length) =>
    JSON.stringify({ headline: `a${run(' ', length)}b`, body: 'b' }),
  ),
  record('a long language', (length) =>
    JSON.stringify({ headline: 'a', body: 'b', language: run('en-', length) }),
  ),
  record('a long source', (length) => JSON.stringify({ headline: 'a', body: 'b', source: run('a', length) })),
  record('a long address', (length) =>
    JSON.stringify({ headline: 'a', body: 'b', url: `https://a.example/${run('a/', length)}` }),
  ),
  record('dotted address', (length) =>
    JSON.stringify({ headline: 'a', body: 'b', url: `https://a.example/${run('../', length)}` }),
  ),
  record('a long caption', (length) =>
    JSON.stringify({
      headline: 'a',
      body: 'b',
      image: 'https://a.example/a.jpg',
      caption: run('a (', length),
    }),
  ),
  record('a long credit', (length) =>
    JSON.stringify({
      headline: 'a',
      body: 'b',
      image: 'https://a.example/a.jpg',
      credit: run('AP Photo/', length),
    }),
  ),
  record(
    'images',
    (length) =>
      `{"headline":"a","body":"b","images":[${numbered((index) => `"https://a.example/${index}.jpg",`, length)}"c"]}`,
  ),
  record('lines of text', (length) => article(run('a\n', length))),
  record('paragraphs of text', (length) => article(run('It is open.\n\n', length))),
  record('spaces in text', (length) => article(`a\n${run(' ', length)}b`)),
  record('spaces and breaks', (length) => article(run(' \n', length))),
  record('markup in text', (length) => article(run('<p>a', length))),
  record('open markup in text', (length) => article(run('<p ', length))),
  record('open tags in text', (length) => article(`<p>${run('<', length)}`)),
  record('full stops at the end', (length) => article(run('".', length))),
  record('closing marks', (length) => article(`a\n${run('"', length)}`)),
  record('credits at the end', (length) => article(`It is open.\n\n${run('(AP) ', length)}`)),
  record('open brackets at the end', (length) => article(`It is open. ${run('(', length)}`)),
  record('lists of lists', (length) => `{"articles":${run('{"articles":', length)}`),
  {
    ...record('', () => ''),
    name: 'ndjson: records',
    path: 'a.ndjson',
    format: 'ndjson',
    write: (length) => run('{"headline":"a","body":"b"}\n', length),
  },
  {
    ...record('', () => ''),
    name: 'ndjson: faults',
    path: 'a.ndjson',
    format: 'ndjson',
    write: (length) => run('{\n', length),
  },
  {
    ...record('', () => ''),
    name: 'dateline: faults',
    path: 'a.ndjson',
    format: 'dateline',
    write: (length) => run('{"tag":1}\n', length),
  },
  {
    ...record('', () => ''),
    name: 'ninjs: unknown properties',
    format: 'ninjs',
    write: (length) =>
      `{"uri":"a","headline":"Pier opens","body_text":"It is.",${numbered((index) => `"n${index}":1,`, length)}"type":"text"}`,
  },
  {
    ...record('', () => ''),
    name: 'ninjs: subjects',
    format: 'ninjs',
    write: (length) =>
      `{"uri":"a","headline":"Pier opens","body_text":"It is.","subject":[${numbered((index) => `{"name":"s${index}"},`, length)}{}]}`,
  },
  {
    ...record('', () => ''),
    name: 'ninjs: same items',
    format: 'ninjs',
    write: (length) =>
      `{"uri":"a","headline":"Pier opens","body_text":"It is.","subject":[${run('{},', length)}{}]}`,
  },
  {
    ...record('', () => ''),
    name: 'ninjs: associations',
    format: 'ninjs',
    write: (length) =>
      `{"uri":"a","headline":"Pier opens","body_text":"It is.","associations":{${numbered((index) => `"a${index}":{"uri":"b","type":"picture"},`, length)}"z":{}}}`,
  },
  {
    ...record('', () => ''),
    name: 'ninjs: collection',
    format: 'ninjs',
    write: (length) => `[${run('{"uri":"a","headline":"Pier opens","body_text":"It is."},', length)}{}]`,
  },
  {
    ...record('', () => ''),
    name: 'ninjs: nested associations',
    format: 'ninjs',
    write: (length) =>
      `[${run(`${'{"uri":"a","headline":"b","body_text":"c","associations":{"d":'.repeat(20)}{}${'}}'.repeat(20)},`, length)}{}]`,
  },

  csv('records', (length) => `headline,body\n${run('a,b\n', length)}`),
  csv('columns', (length) => `headline,body,${run('a,', length)}\nb,c\n`),
  csv('different columns', (length) => `headline,body,${numbered((index) => `a${index},`, length)}\nb,c,d\n`),
  csv('fields beyond the header', (length) => `headline,body\na,b,${run('c,', length)}\n`),
  csv('open quotation mark', (length) => `headline,body\na,"${run('b\n', length)}`),
  csv('quotation marks', (length) => `headline,body\na,${run('"', length)}`),
  csv('quoted fields', (length) => `headline,body\n${run('"a","b"\n', length)}`),
  csv('marks in fields', (length) => `headline,body\n${run('a"b,c"d"\n', length)}`),
  csv('empty lines', (length) => `headline,body\n${run('\n', length)}a,b\n`),
  csv('carriage returns', (length) => `headline,body\r${run('a,b\r', length)}`),
  csv('semicolons', (length) => `headline;body\n${run('a;b\n', length)}`),

  markdown('stars', (length) => run('*', length)),
  markdown('stars and letters', (length) => run('*a ', length)),
  markdown('stars and underscores', (length) => run('*a_ ', length)),
  markdown('emphasis', (length) => run('*a **b ', length)),
  markdown('open links', (length) => run('[a](', length)),
  markdown('open link texts', (length) => run('[a ', length)),
  markdown('open images', (length) => run('![a](b ', length)),
  markdown('images', (length) => run('![a](https://a.example/a.jpg) ', length)),
  markdown('links', (length) => run('[a](https://a.example/) ', length)),
  markdown('reference definitions', (length) => numbered((index) => `[a${index}]: b\n`, length)),
  markdown('references', (length) => `[a]: b\n\n${run('[a] ', length)}`),
  markdown('code marks', (length) => numbered((index) => `a${'`'.repeat(1 + (index % 90))} `, length)),
  markdown('block quotes', (length) => run('> ', length)),
  markdown('block quote lines', (length) => run('> a\n', length)),
  markdown('nested block quotes', (length) => run(`${'>'.repeat(90)} a\n\n`, length)),
  markdown('nested lists', (length) => run(`${'- '.repeat(90)}a\n`, length)),
  markdown('deeper lists', (length) =>
    run(Array.from({ length: 60 }, (_, at) => `${'  '.repeat(at)}- a\n`).join(''), length),
  ),
  markdown('items', (length) => run('- a\n', length)),
  markdown('headings', (length) => run('# a\n', length)),
  markdown('underlined headings', (length) => run('a\n=\n', length)),
  markdown('paragraphs', (length) => run('a b c.\n\n', length)),
  markdown('lines', (length) => run('a\n', length)),
  markdown('less than', (length) => run('<', length)),
  markdown('open tags', (length) => run('<a ', length)),
  markdown('html blocks', (length) => run('<div>\n', length)),
  markdown('comments', (length) => run('<!-- ', length)),
  markdown('instructions', (length) => run('<?a ', length)),
  markdown('CDATA', (length) => run('<![CDATA[ ', length)),
  markdown('backslashes', (length) => run('\\', length)),
  markdown('entities', (length) => run('&a', length)),
  markdown('addresses', (length) => run('<a@b', length)),
  markdown('pipes', (length) => run('|a', length)),
  markdown('rules', (length) => run('---\n', length)),
  markdown('open YAML', (length) => `---\n${run('a: b\n', length)}`),
  markdown(
    'YAML keys',
    (length) =>
      `---\n${numbered((index) => `k${index}: b\n`, Math.min(length, 60_000))}---\n# Pier opens\n\nIt is.`,
  ),
  markdown(
    'YAML lists',
    (length) => `---\ntags: ${run('[', Math.min(length, 60_000))}\n---\n# Pier opens\n\nIt is.`,
  ),
  markdown(
    'YAML maps',
    (length) => `---\na: ${run('{a: ', Math.min(length, 60_000))}\n---\n# Pier opens\n\nIt is.`,
  ),
  markdown(
    'YAML indents',
    (length) =>
      `---\n${Array.from({ length: Math.floor(Math.sqrt(Math.min(length, 60_000))) }, (_, at) => `${' '.repeat(at)}a:\n`).join('')}---\n# Pier opens\n\nIt is.`,
  ),
  markdown(
    'YAML marks',
    (length) => `---\na: ${run('"', Math.min(length, 60_000))}\n---\n# Pier opens\n\nIt is.`,
  ),
  markdown(
    'YAML comments',
    (length) => `---\n${run('# a\n', Math.min(length, 60_000))}---\n# Pier opens\n\nIt is.`,
  ),
  markdown(
    'YAML anchors',
    (length) =>
      `---\n${numbered((index) => `a${index}: &a${index} b\n`, Math.min(length, 60_000))}---\n# Pier opens\n\nIt is.`,
  ),
  markdown(
    'TOML keys',
    (length) =>
      `+++\n${numbered((index) => `k${index} = 1\n`, Math.min(length, 60_000))}+++\n# Pier opens\n\nIt is.`,
  ),
  markdown(
    'TOML tables',
    (length) =>
      `+++\n${numbered((index) => `[a.b${index}]\n`, Math.min(length, 60_000))}+++\n# Pier opens\n\nIt is.`,
  ),
  markdown(
    'TOML dotted keys',
    (length) => `+++\n${run('a.', Math.min(length, 60_000))}b = 1\n+++\n# Pier opens\n\nIt is.`,
  ),
  markdown(
    'TOML lists',
    (length) => `+++\na = ${run('[', Math.min(length, 60_000))}\n+++\n# Pier opens\n\nIt is.`,
  ),
];

/** Returns a word of letters for a number, capitalised: 0 → "Baa", 1 → "Bab". */
function letters(index: number): string {
  const digits = 'abcdefghijklmnopqrstuvwxyz';
  let word = '';
  for (let rest = index + 676; rest > 0; rest = Math.floor(rest / 26)) word = `${digits[rest % 26]}${word}`;
  return word.charAt(0).toUpperCase() + word.slice(1);
}
