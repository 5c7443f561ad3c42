import { describe, expect, test } from 'vitest';
import { openedReadings } from '../opened.ts';

const story = 'The council of Harwick voted on Tuesday to reopen the old harbor bridge after six weeks.';

async function mailWith(headers: string) {
  const head = `From: Ann Lee <ann.lee@gazette.example>\nDate: Tue, 26 Nov 2024 09:30:00 -0500\n${headers}`;
  const { drafts } = await openedReadings(Buffer.from(`${head}\nMessage-ID: <2@x.example>\n\n${story}\n`));
  return drafts[0];
}

describe('a mark in the subject reaches the gate', () => {
  test.each(['DRAFT: Bridge reopens', '[Draft] Bridge reopens', 'Fwd: ENTWURF - Bridge', 'Borrador: Puente'])(
    '%s',
    async (subject) =>
      expect((await mailWith(`Subject: ${subject}`))?.release).toMatchObject([{ kind: 'unpublished' }]),
  );

  test.each([
    'KILL: Bridge reopens',
    'ANNULATION : Le pont',
    'STORNO - Bruecke',
    'Bridge reopens (WITHDRAWN)',
  ])('%s', async (subject) =>
    expect((await mailWith(`Subject: ${subject}`))?.release).toMatchObject([{ kind: 'withdrawn' }]),
  );

  test.each([
    'Draft bill passes',
    'Kill switch found in bridge',
    'Recall: 4,000 cars go back',
    'Review: Bridge',
  ])('but not in %s', async (subject) =>
    expect((await mailWith(`Subject: ${subject}`))?.release ?? []).toEqual([]),
  );
});

test('a kill takes back the mail that it answers', async () => {
  expect(await mailWith('Subject: KILL: Bridge\nIn-Reply-To: <1@x.example>')).toMatchObject({
    sourceKey: '1@x.example',
  });
  expect(await mailWith('Subject: Re: Bridge\nIn-Reply-To: <1@x.example>')).toMatchObject({
    sourceKey: '2@x.example',
  });
});

test.each([
  ['X-Embargo: 2030-11-03T00:01:00Z', '2030-11-03T00:01:00Z'],
  ['X-Embargo-Until: Sun, 3 Nov 2030 10:00:00 +0100', '2030-11-03T09:00:00Z'],
  ['Embargo: until the vote', null],
])('the header %s is an embargo', async (header, instant) =>
  expect((await mailWith(`Subject: Bridge\n${header}`))?.release).toMatchObject([
    { kind: 'embargo', instant },
  ]),
);
