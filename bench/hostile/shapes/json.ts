import { letters, numbered, run, type Shape, shapesFor } from './shape.ts';

const record = shapesFor('json', 'a.json');

const article = (body: string) => JSON.stringify({ headline: 'Pier opens', body });

/** Records of JSON that repeat one construct. */
export const jsonShapes: Shape[] = [
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
  shapesFor('ndjson', 'a.ndjson')('records', (length) => run('{"headline":"a","body":"b"}\n', length)),
  shapesFor('ndjson', 'a.ndjson')('faults', (length) => run('{\n', length)),
  shapesFor('dateline', 'a.ndjson')('faults', (length) => run('{"tag":1}\n', length)),
];
