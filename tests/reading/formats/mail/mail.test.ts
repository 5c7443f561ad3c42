import { describe, expect, test } from 'vitest';
import type { Draft } from '../../../../src/model/draft.ts';
import { isMail } from '../../../../src/reading/formats/mail/is-mail.ts';
import { openedReadings } from '../opened.ts';

const story =
  'The council of Harwick voted on Tuesday to reopen the old harbor bridge, which had been closed for six weeks.';
const more =
  'The bridge carries about 4,000 cars a day, and shopkeepers on the east side had complained since September.';

/** A mail with these headers, instead of or besides the usual ones. An empty value removes a header. */
function mailOf(body: string, headers: Record<string, string> = {}): Buffer {
  const all = {
    ...{
      From: 'Ann Lee <ann.lee@gazette.example>',
      To: 'desk@example.org',
      Subject: 'Harbor bridge reopens',
    },
    ...{
      Date: 'Tue, 26 Nov 2024 09:30:00 -0500',
      'Message-ID': '<1@gazette.example>',
      'MIME-Version': '1.0',
    },
    ...{ 'Content-Type': 'text/plain; charset=utf-8', ...headers },
  };
  const head = Object.entries(all).flatMap(([name, value]) => (value === '' ? [] : `${name}: ${value}\r\n`));
  return Buffer.from(`${head.join('')}\r\n${body.replace(/\r?\n/g, '\r\n')}`);
}

async function draftOf(body: string, headers?: Record<string, string>): Promise<Draft> {
  const { drafts, reasons } = await openedReadings(mailOf(body, headers));
  const [draft] = drafts;
  if (!draft) throw new Error(reasons.join());
  return draft;
}

const html = { 'Content-Type': 'text/html; charset=utf-8' };

test('a mail of a person is an article by that person', async () => {
  expect(await draftOf(`${story}\n\n${more}\n`)).toMatchObject({
    ...{
      sourceKey: '1@gazette.example',
      headline: 'Harbor bridge reopens',
      publishedAt: '2024-11-26T14:30:00Z',
    },
    ...{ authors: [{ name: 'Ann Lee', kind: 'person', email: 'ann.lee@gazette.example' }], source: null },
    ...{ origin: { format: 'mail' }, body: { text: `${story}\n\n${more}` }, warnings: [] },
  });
});

test('a newsletter has an outlet and no author', async () => {
  const headers = {
    From: '"Harwick Gazette" <newsletter@gazette.example>',
    'List-Id': '<news.gazette.example>',
  };
  expect(await draftOf(story, headers)).toMatchObject({
    source: { name: 'Harwick Gazette' },
    authors: [],
    byline: null,
  });
});

test('a person who writes for an outlet is the author', async () => {
  expect(await draftOf(story, { From: 'Ann Lee at Harwick Gazette <news@gazette.example>' })).toMatchObject({
    authors: [{ name: 'Ann Lee' }],
    source: { name: 'Harwick Gazette' },
  });
});

test('empty lines before the headers do not end them', async () => {
  const { drafts } = await openedReadings(Buffer.concat([Buffer.from('\r\n  \r\n'), mailOf(story)]));
  expect(drafts).toMatchObject([{ headline: 'Harbor bridge reopens', body: { text: story } }]);
});

test('a nickname is neither an outlet nor an author if the address is not that of the name', async () => {
  const draft = await draftOf(story, { From: 'someone <x1@gazette.example>' });
  expect([draft.source, draft.byline]).toEqual([null, null]);
});

test('words in headers are decoded', async () => {
  const headers = {
    Subject: '=?UTF-8?Q?Br=C3=BCcke_wieder?=\r\n =?UTF-8?B?IG9mZmVu?=',
    From: '=?ISO-8859-1?Q?Ren=E9e_Blanc?= <renee.blanc@gazette.example>',
  };
  expect(await draftOf(story, headers)).toMatchObject({
    headline: 'Brücke wieder offen',
    byline: 'Renée Blanc',
  });
});

test.each([
  ['Fwd: Re: Harbor bridge reopens', ''],
  ['WG: AW: Harbor bridge reopens', ''],
  ['[Gazette News] Harbor bridge reopens', '<news.gazette.example>'],
  ['Re[2]: [news] Harbor bridge reopens', '<news.gazette.example>'],
])('the subject loses its marks: %s', async (subject, list) => {
  expect((await draftOf(story, { Subject: subject, 'List-Id': list })).headline).toBe(
    'Harbor bridge reopens',
  );
});

test('the body is decoded by its charset and encoding', async () => {
  const body =
    'Der Stadtrat von Harwick hat am Dienstag beschlossen, die alte Br=FCcke wieder zu =\r\n=F6ffnen.';
  const headers = {
    'Content-Type': 'text/plain; charset=iso-8859-1',
    'Content-Transfer-Encoding': 'quoted-printable',
  };
  expect((await draftOf(body, headers)).body.text).toBe(
    'Der Stadtrat von Harwick hat am Dienstag beschlossen, die alte Brücke wieder zu öffnen.',
  );
});

test('the HTML part loses hints, hidden previews, layout tables and the footer', async () => {
  const body = `<html><head><style>p{}</style></head><body>
    <div style="display:none;max-height:0">Preview of the day</div>
    <table role="presentation"><tr><td><a href="https://a.example">View this email in your browser</a></td></tr>
    <tr><td><h2>Bridge</h2><p>${story}</p></td><td><p>${more}</p><img src="https://t.example/p.gif" width="1" height="1"></td></tr></table>
    <p>You are receiving this email because you signed up. <a href="https://a.example/u">Unsubscribe</a></p><p>Gazette, 1 Main Street</p></body></html>`;
  const { body: read, images } = await draftOf(body, html);
  expect(read.text).toBe(`Bridge\n\n${story}\n\n${more}`);
  expect(images).toEqual([]);
});

test('of two parts the one with the text is read', async () => {
  const parts = (plain: string, marked: string) =>
    `--b\nContent-Type: text/plain; charset=utf-8\n\n${plain}\n--b\nContent-Type: text/html; charset=utf-8\n\n${marked}\n--b--\n`;
  const type = { 'Content-Type': 'multipart/alternative; boundary=b' };
  expect(
    (await draftOf(parts('Read it at https://a.example', `<p>${story}</p><p>${more}</p>`), type)).body.text,
  ).toBe(`${story}\n\n${more}`);
  expect((await draftOf(parts(`${story}\n\n${more}`, '<p>See the text part.</p>'), type)).body.text).toBe(
    `${story}\n\n${more}`,
  );
});

test('a press release keeps its dateline and byline, and loses its labels and the signature', async () => {
  const body = `FOR IMMEDIATE RELEASE\n\nHarbor bridge reopens\n\nBy Bo Ek\n\nHARWICK, Nov. 26 — ${story}\n\n${more}\n\n###\n\n-- \nAnn Lee\nPress office\n`;
  expect(await draftOf(body)).toMatchObject({
    ...{ headline: 'Harbor bridge reopens', byline: 'Bo Ek', dateline: { place: 'HARWICK' } },
    body: { text: `HARWICK, Nov. 26 — ${story}\n\n${more}` },
  });
});

test.each([
  [
    'text',
    `---------- Forwarded message ---------\nFrom: Bo Ek <bo.ek@press.example>\nDate: Mon, 25 Nov 2024 at 10:00\nSubject: Pier closes\nTo: Ann Lee\n\n${story}\n`,
    {},
  ],
  [
    'HTML',
    `<div>FYI</div><div>---------- Forwarded message ---------<br>From: <b>Bo Ek</b> &lt;bo.ek@press.example&gt;<br>Date: Mon, 25 Nov 2024 at 10:00<br>Subject: Pier closes<br>To: Ann Lee<br></div><p>${story}</p>`,
    html,
  ],
])('a forwarded mail is that of its author, in %s', async (_, body, headers) => {
  expect(await draftOf(body, { ...headers, Subject: 'Fwd: Pier' })).toMatchObject({
    ...{ headline: 'Pier closes', byline: 'Bo Ek', body: { text: story } },
    publishedAt: expect.stringMatching(/^2024-11-25/),
  });
});

test('attachments are counted as not used', async () => {
  const body = `--b\nContent-Type: text/plain\n\n${story}\n--b\nContent-Type: image/jpeg\nContent-Disposition: attachment; filename=a.jpg\nContent-Transfer-Encoding: base64\n\n/9j/\n--b--\n`;
  const { unused } = await draftOf(body, { 'Content-Type': 'multipart/mixed; boundary=b' });
  expect(unused).toEqual(['attachment (image/jpeg)']);
});

test('keywords and the language are those of the headers', async () => {
  const draft = await draftOf(story, { Keywords: 'bridges, Harwick', 'Content-Language': 'en-GB' });
  expect(draft).toMatchObject({ keywords: ['bridges', 'Harwick'], language: 'en-GB' });
});

test('a mail that supersedes another is a version of it', async () => {
  expect((await draftOf(story, { 'Message-ID': '<2@a>', Supersedes: '<1@a>' })).sourceKey).toBe('1@a');
});

test('an embargo in the subject or the text reaches the gate', async () => {
  const release = [{ kind: 'embargo', instant: '2030-11-03T00:01:00Z' }];
  expect(await draftOf(`EMBARGOED UNTIL 0001 GMT NOV 3, 2030\n\n${story}`)).toMatchObject({ release });
  expect(await draftOf(story, { Subject: 'EMBARGOED UNTIL 0001 GMT NOV 3, 2030: Bridge' })).toMatchObject({
    release,
  });
});

describe('an embargo reaches the gate', () => {
  const embargo = 'EMBARGOED UNTIL 6 MARCH 2030';
  const instant = '2030-03-06T00:00:00Z';
  test.each([
    `Fwd: ${embargo}: Bridge reopens`,
    `Bridge reopens (${embargo})`,
    `Press release - ${embargo} - Bridge reopens`,
    'Brücke offen – Sperrfrist: 6. März 2030',
  ])('anywhere in the subject: %s', async (subject) => {
    const { release } = await draftOf(story, { Subject: encoded(subject) });
    expect(release).toMatchObject([{ kind: 'embargo', instant }]);
  });

  const forwarded = '---------- Forwarded message ---------\nFrom: Bob Ray <b@x.example>\nSubject:';
  test.each([
    ['in the subject of a forwarded mail', `${forwarded} ${embargo}: Bridge reopens\n\n${story}`],
    ['above a forwarded mail', `${embargo}\n\n${forwarded} Bridge reopens\n\n${story}`],
  ])('%s', async (_, body) => {
    expect((await draftOf(body)).release).toMatchObject([{ kind: 'embargo', instant }]);
  });

  test.each([
    ['text', `${embargo}\n\n${story}`, `<p>${story}</p><p>${more}</p>`],
    ['HTML', `${story}\n\n${more}\n\n${story}`, `<p>${embargo}</p><p>${story}</p>`],
  ])('in the %s part only', async (_, text, page) => {
    const part = (type: string, content: string) => `--b\nContent-Type: ${type}\n\n${content}\n`;
    const body = `${part('text/plain', text)}${part('text/html', page)}--b--\n`;
    const { release } = await draftOf(body, { 'Content-Type': 'multipart/alternative; boundary=b' });
    expect(release).toMatchObject([{ kind: 'embargo', instant }]);
  });

  test('with its date in the text and a mark in the subject', async () => {
    const { release } = await draftOf(`${embargo}\n\n${story}`, { Subject: 'EMBARGOED: Bridge reopens' });
    expect(release).toMatchObject([{ kind: 'embargo', instant }]);
  });

  /** Encodes a header (RFC 2047). */
  const encoded = (text: string) => `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`;
});

describe('a mail without an article is refused by name', () => {
  test.each<[RegExp, string, Record<string, string>]>([
    [/^a bounce/, story, { 'Content-Type': 'multipart/report; boundary=b' }],
    [/^a bounce/, story, { From: 'MAILER-DAEMON@mx.example' }],
    [/^an automatic reply/, story, { 'Auto-Submitted': 'auto-replied' }],
    [/^an automatic reply/, story, { Subject: 'Out of office: Harbor bridge' }],
    [/^an automatic reply/, story, { Subject: 'Automatische Antwort: Brücke' }],
    [/^a mail without text$/, '', {}],
    [
      /^a mail without text but with 1 attachment \(application\/pdf\)/,
      '--b\nContent-Type: application/pdf\nContent-Disposition: attachment\n\n%PDF\n--b--\n',
      { 'Content-Type': 'multipart/mixed; boundary=b' },
    ],
    [/^an encrypted mail/, story, { 'Content-Type': 'multipart/encrypted; boundary=b' }],
  ])('%s', async (reason, body, headers) => {
    const { drafts, reasons } = await openedReadings(mailOf(body, headers));
    expect(drafts).toEqual([]);
    expect(reasons[0]).toMatch(reason);
  });
});

test('a page that a browser saved as MHTML is a page', async () => {
  const page = `<html lang=3D"en"><head><title>Harbor bridge reopens</title></head><body><article><h1>Harbor bridge reopens</h1><p>${story}</p></article></body></html>`;
  const bytes = Buffer.from(
    `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://gazette.example/bridge\r\nSubject: Harbor bridge reopens\r\nDate: Wed, 27 Nov 2024 08:00:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${page}\r\n--b--\r\n`,
  );
  const { drafts } = await openedReadings(bytes, 'bridge.mhtml');
  expect(drafts).toMatchObject([
    {
      origin: { format: 'html' },
      url: 'https://gazette.example/bridge',
      publishedAt: null,
      body: { text: story },
    },
  ]);
});

describe('a mail is recognised by its headers, whatever its name', () => {
  test.each([
    'Delivered-To: a@b.example\nReceived: by 10.0.0.1;\n Tue, 26 Nov 2024\nFrom: a\n\nText',
    'Return-Path: <a@b.example>\r\nFrom: a@b.example\r\nSubject: A\r\n\r\nText',
    'From: Ann Lee <a@b.example>\nTo: b@c.example\nSubject: A\n\nText',
    `Received: from a\n${'X-Spam-Report: none at all\n'.repeat(400)}`.slice(0, 8192),
  ])('%j', (head) => expect(isMail(head)).toBe(true));

  test.each([
    'Bridge reopens\n\nBy Ann Lee\n\nThe bridge is open.',
    'Headline: Bridge\nDate: 26 Nov 2024\nFrom: our reporter\n\nThe bridge is open.',
    'HARWICK: The bridge\nis open again.\n',
    '{"from": "a@b.example", "subject": "A"}',
    'From: our correspondent\nSubject: the bridge\n\nThe bridge is open.',
  ])('not so %j', (head) => expect(isMail(head)).toBe(false));
});
