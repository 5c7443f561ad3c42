import { expect, test } from 'vitest';
import { openedReadings } from '../opened.ts';

const story = 'The council of Harwick voted on Tuesday to reopen the old harbor bridge.';
const usual = {
  From: 'Ann Lee <ann.lee@gazette.example>',
  Date: 'Tue, 26 Nov 2024 09:30:00 -0500',
  Subject: 'Harbor bridge reopens',
  'Message-ID': '<1@gazette.example>',
};

async function draftOf(headers: Record<string, string>, body = story) {
  const lines = Object.entries({ ...usual, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  const { drafts, reasons } = await openedReadings(Buffer.from(`${lines.join('')}\r\n${body}\r\n`));
  const [draft] = drafts;
  if (!draft) throw new Error(reasons.join());
  return draft;
}

test('a sender of many spaces is read, and so is one that is too long, without an author', async () => {
  const spaced = await draftOf({ From: `Ann${' '.repeat(5_000)}Lee <ann.lee@gazette.example>` });
  expect(spaced.authors).toMatchObject([{ name: 'Ann Lee', email: 'ann.lee@gazette.example' }]);
  const long = await draftOf({ From: `Ann ${'Lee '.repeat(500)}<ann.lee@gazette.example>` });
  expect(long).toMatchObject({ headline: 'Harbor bridge reopens', authors: [], body: { text: story } });
});

test('the sender of a forwarded mail may be as long', async () => {
  const head = `---------- Forwarded message ---------\r\nFrom: a${' '.repeat(50_000)}b\r\nSubject: Pier opens\r\n`;
  const draft = await draftOf({}, `${head}\r\n${story}`);
  expect(draft).toMatchObject({ headline: 'Pier opens', body: { text: story } });
});

test('a long comment after the date does not hide it', async () => {
  for (const comment of ['(EST)', '('.repeat(5_000), `${' '.repeat(5_000)}a`, '(EST) '.repeat(900)]) {
    const draft = await draftOf({ Date: `Tue, 26 Nov 2024 09:30:00 -0500 ${comment}` });
    expect(draft.publishedAt).toBe('2024-11-26T14:30:00Z');
  }
});

test('the names of attachments are cut in the reason', async () => {
  const attached = await openedReadings(
    Buffer.from(
      `From: a@b.example\r\nSubject: Pier\r\nMIME-Version: 1.0\r\nContent-Type: image/${'a'.repeat(5_000)}\r\n\r\na\r\n`,
    ),
  );
  expect(attached.reasons.join().length).toBeLessThan(300);
  expect(attached.reasons.join()).toContain('a mail without text but with 1 attachment (image/aaa');
});
