import { expect, test } from 'vitest';
import { collectBytes } from '../../src/importing/byte-stream.ts';
import { unpack } from '../../src/importing/unpack.ts';
import { found } from './found.ts';

async function contents(text: string, step?: number): Promise<[string, string][]> {
  const items: [string, string][] = [];
  for await (const item of unpack(found('letters.mbox', text, step)))
    items.push([
      item.path,
      'reason' in item ? `! ${item.reason}` : Buffer.from(await collectBytes(item.open(), 1e9)).toString(),
    ]);
  return items;
}

const letters = [
  'From desk@gazette.example Tue Nov 26 14:30:00 2024\nSubject: Bridge\n\nThe bridge is open.\n\n>From here on it is free.\n>>From there, too.\n\n',
  'From 1790000@xxx Tue Nov 26 15:30:00 +0000 2024\r\nSubject: Pier\r\n\r\nThe pier is closed.\r\n\r\nFrom now on, nobody may enter.\r\n\r\n',
  'From - Tue Nov 26 16:30:00 2024\nSubject: Ferry\n\nNo ferry.\n',
].join('');

test.each([1 << 16, 300, 1])('each message of an mbox is a file, read %i bytes at a time', async (step) => {
  expect(await contents(letters, step)).toEqual([
    [
      'letters.mbox/1',
      'Subject: Bridge\n\nThe bridge is open.\n\nFrom here on it is free.\n>From there, too.\n\n',
    ],
    [
      'letters.mbox/2',
      'Subject: Pier\r\n\r\nThe pier is closed.\r\n\r\nFrom now on, nobody may enter.\r\n\r\n',
    ],
    ['letters.mbox/3', 'Subject: Ferry\n\nNo ferry.\n'],
  ]);
});

test.each([1, 2, 399, 400, 401])(
  'a message begins after a blank line that arrived before it, read %i bytes at a time',
  async (step) => {
    for (const end of ['\n', '\r\n']) {
      const letter = `From - Tue Nov 26 16:30:00 2024${end}Subject: Ferry${end}${end}${`No ferry.${end}`.repeat(60)}${end}`;
      const paths = (await contents(letter.repeat(3), step)).map(([path]) => path);
      expect(paths).toEqual(['letters.mbox/1', 'letters.mbox/2', 'letters.mbox/3']);
    }
  },
);

test('a text that begins with From is itself', async () => {
  const text = 'From our correspondent in Harwick, 26 Nov 2024\n\nThe bridge is open.\n';
  expect(await contents(text)).toEqual([['letters.mbox', text]]);
});

test('an mbox of many messages is read in parts, and a huge message is rejected alone', async () => {
  const letter = 'From a@b.example Tue Nov 26 14:30:00 2024\nSubject: Bridge\n\nOpen.\n\n';
  const huge = `From a@b.example Tue Nov 26 14:30:00 2024\nSubject: Huge\n\n${'a'.repeat(79)}\n`;
  const items = await contents(`${letter}${huge}${`${'b'.repeat(79)}\n`.repeat(2 ** 20)}\n${letter}`);
  expect(items.map(([path, text]) => [path, text.slice(0, 21)])).toEqual([
    ['letters.mbox/1', 'Subject: Bridge\n\nOpen'],
    ['letters.mbox/2', '! message larger than'],
    ['letters.mbox/3', 'Subject: Bridge\n\nOpen'],
  ]);
});
