import { Fragment, h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { neighbourLinks } from '../../web/view/neighbours.ts';

test.each([
  ['the local day', '2024-05-03T23:30:00Z', 'minute', 'Asia/Seoul', '4 May 2024'],
  ['only the month that is known', '2024-05-01T00:00:00Z', 'month', null, 'May 2024'],
] as const)('shows %s of a neighbour', (_, publishedAt, precision, timeZone, day) => {
  const older = {
    slug: 'pier',
    headline: 'Pier closed',
    language: 'en',
    publishedAt,
    publication: { precision, timeZone, text: null, basis: 'printed' as const, estimated: false },
    href: '/articles/pier',
  };
  const page = renderToString(h(Fragment, null, neighbourLinks({ suffix: '', newer: undefined, older })));
  expect(page).toMatch(new RegExp(`>${day}<`));
});
