import { run, type Shape, shapesFor } from './shape.ts';

const mail = shapesFor('mail', 'a.eml');
const mbox = shapesFor(null, 'a.mbox', 'mbox');

const prose = 'The pier of Seahaven was opened on Monday by its mayor, Ann Lee.';
const given: Record<string, string> = {
  From: 'Ann Lee <ann@gazette.example>',
  Date: 'Tue, 26 Nov 2024 09:30:00 +0000',
  Subject: 'Pier opens in Seahaven',
};

/** Writes a mail with other headers. */
function message(headers: Record<string, string>, body = prose): string {
  const lines = Object.entries({ ...given, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${lines.join('')}\r\n${body}\r\n`;
}

const mixed = 'multipart/mixed; boundary=b';
const base64 = { 'Content-Transfer-Encoding': 'base64' };

const headerShapes = Object.entries({
  spaces: ' ',
  letters: 'a',
  words: 'Pier opens ',
  'opening brackets': '(',
  'closing brackets': ')',
  'comments in brackets': '(a) ',
  'less than': '<',
  'quotation marks': '"',
  'quoted names': '"a" ',
  commas: ',',
  semicolons: ';',
  colons: ': ',
  addresses: 'Ann Lee <ann@gazette.example>, ',
  groups: 'a: b@c.example; ',
  'encoded words': '=?utf-8?Q?=41?= ',
  'open encoded words': '=?utf-8?Q?',
  folds: 'a\r\n ',
  reply: 'Re: ',
  digits: '1',
  dates: '26 Nov 2024 ',
}).flatMap(([name, unit]) =>
  ['From', 'Subject', 'Date', 'Keywords', 'Received', 'Content-Type'].map((header) =>
    mail(`${name} in ${header}`, (length) => message({ [header]: `a ${run(unit, length)}b` })),
  ),
);

/** Mails and files of mails that repeat one construct. */
export const mailShapes: Shape[] = [
  ...headerShapes,
  mail('headers', (length) => `${run('X-A: b\r\n', length)}${message({})}`),
  mail('received', (length) => `${run('Received: from a by b; 26 Nov 2024\r\n', length)}${message({})}`),
  mail('parameters', (length) => message({ 'Content-Type': `text/plain; ${run('a=b; ', length)}` })),
  mail('continued parameters', (length) =>
    message({
      'Content-Type': `text/plain; ${Array.from({ length: length / 14 }, (_, at) => `name*${at}=b; `).join('')}`,
    }),
  ),
  mail('text', (length) => message({}, run(`${prose}\r\n\r\n`, length))),
  mail('one line', (length) => message({}, run('a', length))),
  mail('blank lines', (length) => message({}, `a${run('\r\n', length)}b`)),
  mail('spaces', (length) => message({}, `a${run(' ', length)}b`)),
  mail('quoted lines', (length) => message({ Subject: 'Re: Pier' }, run('> a\r\n', length))),
  mail('introductions of quotes', (length) =>
    message({ Subject: 'Re: Pier' }, run('On Monday wrote ', length)),
  ),
  mail('signatures', (length) => message({}, run('-- \r\na\r\n', length))),
  mail('forwarded mails', (length) =>
    message({}, run('---------- Forwarded message ---------\r\nFrom: Ann Lee\r\n\r\n', length)),
  ),
  mail('heads of a forwarded mail', (length) =>
    message({}, `---------- Forwarded message ---------\r\n${run('From: Ann Lee\r\n', length)}`),
  ),
  mail('flowed', (length) =>
    message({ 'Content-Type': 'text/plain; format=flowed; delsp=yes' }, run('The pier \r\n', length)),
  ),
  mail('quoted-printable', (length) =>
    message({ 'Content-Transfer-Encoding': 'quoted-printable' }, run('=41=\r\n', length)),
  ),
  mail('equals signs', (length) =>
    message({ 'Content-Transfer-Encoding': 'quoted-printable' }, run('=', length)),
  ),
  mail('base64', (length) => message(base64, run(`${Buffer.from(prose).toString('base64')}\r\n`, length))),
  mail('base64 without line breaks', (length) => message(base64, run('YWJj', length))),
  mail('no base64', (length) => message(base64, run('!', length))),
  mail('parts', (length) =>
    message(
      { 'Content-Type': mixed },
      `${run(`--b\r\nContent-Type: text/plain\r\n\r\n${prose}\r\n`, length)}--b--`,
    ),
  ),
  mail('parts of HTML', (length) =>
    message(
      { 'Content-Type': mixed },
      `${run(`--b\r\nContent-Type: text/html\r\n\r\n<p>${prose}</p>\r\n`, length)}--b--`,
    ),
  ),
  mail('empty parts', (length) => message({ 'Content-Type': mixed }, run('--b\r\n', length))),
  mail('ends of parts', (length) => message({ 'Content-Type': mixed }, run('--b--\r\n', length))),
  mail('dashes', (length) => message({ 'Content-Type': mixed }, run('--\r\n', length))),
  mail('nested parts', (length) =>
    message(
      { 'Content-Type': 'multipart/mixed; boundary=b0' },
      Array.from(
        { length: Math.min(length / 60, 45) },
        (_, at) => `--b${at}\r\nContent-Type: multipart/mixed; boundary=b${at + 1}\r\n\r\n`,
      ).join('') + run('a\r\n', length),
    ),
  ),
  mail('parts nested too deep', (length) =>
    message(
      { 'Content-Type': 'multipart/mixed; boundary=b0' },
      Array.from(
        { length: length / 60 },
        (_, at) => `--b${at}\r\nContent-Type: multipart/mixed; boundary=b${at + 1}\r\n\r\n`,
      ).join(''),
    ),
  ),
  mail('attachments', (length) =>
    message(
      { 'Content-Type': mixed },
      `--b\r\n\r\n${prose}\r\n${run('--b\r\nContent-Type: image/png\r\nContent-Disposition: attachment\r\n\r\na\r\n', length)}--b--`,
    ),
  ),
  mail('attached mails', (length) =>
    message(
      { 'Content-Type': mixed },
      `${run(`--b\r\nContent-Type: message/rfc822\r\n\r\n${message({})}\r\n`, length)}--b--`,
    ),
  ),
  mail('nested mails', (length) =>
    message({ 'Content-Type': 'message/rfc822' }, run('Content-Type: message/rfc822\r\n\r\n', length)),
  ),
  ...Object.entries({
    paragraphs: '<p>It is open.</p>',
    styles: '<p style="mso-hide: all">a</p>',
    'open styles': '<p style="',
    'styles of spaces': 'style  ',
    tables: '<table><tr><td>',
    'table cells': '<tr><td>a</td></tr>',
    'open tables': '<table ',
    blocks: '<div>a</div>',
    footers: '<p>unsubscribe</p>',
    hints: '<p>View this email in your browser</p>',
  }).map(([name, unit]) =>
    mail(`HTML, ${name}`, (length) =>
      message({ 'Content-Type': 'text/html' }, `<p>${prose}</p>${run(unit, length)}`),
    ),
  ),
  mbox('messages', (length) => run(`From ann@a.example Tue Nov 26 09:30:00 2024\n${message({})}\n`, length)),
  mbox(
    'quoted lines',
    (length) => `From ann@a.example Tue Nov 26 09:30:00 2024\n${message({}, run('>From a\n', length))}`,
  ),
  mbox(
    'lines that begin like a message',
    (length) => `From ann@a.example Tue Nov 26 09:30:00 2024\n${message({}, run('\nFrom a\n', length))}`,
  ),
  mbox(
    'marks of quotes',
    (length) => `From ann@a.example Tue Nov 26 09:30:00 2024\n${message({}, run('>', length))}`,
  ),
  mbox('empty messages', (length) => run('From ann@a.example Tue Nov 26 09:30:00 2024\na: b\n\n', length)),
];
