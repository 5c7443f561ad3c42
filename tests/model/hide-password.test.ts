import { expect, test } from 'vitest';
import { hidePassword } from '../../src/model/hide-password.ts';

test.each([
  ['postgres://ada:secret@db/news', 'postgres://***@db/news'],
  ['from https://key@quay.example/a?b=c@d to file.txt', 'from https://***@quay.example/a?b=c@d to file.txt'],
  ['https://quay.example/@ada', 'https://quay.example/@ada'],
  ['ada@quay.example', 'ada@quay.example'],
  ['sqlite:/srv/a@b.db', 'sqlite:/srv/a@b.db'],
])('%s is shown as %s', (text, shown) => {
  expect(hidePassword(text)).toBe(shown);
});
