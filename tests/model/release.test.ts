import { expect, test } from 'vitest';
import { decideRelease, type ReleaseStatement } from '../../src/model/release.ts';

const now = '2026-06-01T12:00:00Z';
const past = '2026-05-01T08:00:00Z';
const soon = '2026-06-02T08:00:00Z';
const later = '2026-06-03T08:00:00Z';

function statement(kind: ReleaseStatement['kind'], value: string, field: string = kind): ReleaseStatement {
  const instant = /^\d{4}-.*Z$/.test(value) ? value : null;
  return { field, kind, value, instant };
}

const decide = (publishedAt: string | null, ...statements: ReleaseStatement[]) =>
  decideRelease(statements, publishedAt, now);

test('a document that states nothing is published', () => {
  expect(decide(past)).toEqual({ kind: 'publish', warnings: [] });
  expect(decide(null)).toEqual({ kind: 'publish', warnings: [] });
});

test.each(['usable', 'stat:usable', 'Publish', 'published', 'PUBLISHED', '1'])(
  'the status %j is published',
  (value) => expect(decide(past, statement('status', value))).toEqual({ kind: 'publish', warnings: [] }),
);

test.each([
  ...['draft', 'auto-draft', 'Pending Review', 'in_progress', 'private', 'trash', 'inactive', '0'],
  ...['hold', 'On hold', 'held', 'expired', '"draft"', 'Draft.', 'Ｄｒａｆｔ'],
])('the status %j is rejected by name, and may be stored as a draft', (value) =>
  expect(decide(past, statement('status', value, 'post_status'))).toEqual({
    kind: 'reject',
    reason: `post_status is ${JSON.stringify(value)}`,
    draft: true,
  }),
);

test.each([
  'canceled',
  'stat:canceled',
  'withheld',
  'killed',
  'removed',
  'revoked',
  'http://cv.iptc.org/newscodes/pubstatusg2/canceled',
])('the status %j withdraws', (value) =>
  expect(decide(past, statement('status', value, 'pubStatus'))).toEqual({
    kind: 'withdraw',
    reason: `pubStatus is ${JSON.stringify(value)}`,
  }),
);

test('an unknown status is published with a warning', () => {
  expect(decide(past, statement('status', 'copytasted'))).toEqual({
    kind: 'publish',
    warnings: [
      {
        code: 'status-unknown',
        message: 'status is "copytasted", which is no known status; the article was published.',
      },
    ],
  });
});

test.each(['members', 'paid', 'tiers', 'private', 'password'])('the visibility %j is rejected', (value) =>
  expect(decide(past, statement('visibility', value))).toMatchObject({ kind: 'reject', draft: true }),
);

test('public visibility is published', () => {
  expect(decide(past, statement('visibility', 'public')).kind).toBe('publish');
});

test('a password, and a flag that says draft, are rejected', () => {
  expect(decide(past, statement('password', 'set')).kind).toBe('reject');
  expect(decide(past, statement('unpublished', 'true', 'draft'))).toMatchObject({
    reason: 'draft is "true"',
  });
});

test.each(['embargo', 'schedule'] as const)('an %s in the future holds until then', (kind) => {
  expect(decide(past, statement(kind, soon))).toEqual({
    kind: 'hold',
    until: soon,
    field: kind,
    warnings: [],
  });
});

test.each(['embargo', 'schedule'] as const)('an %s in the past is ignored', (kind) => {
  expect(decide(past, statement(kind, past)).kind).toBe('publish');
});

test('an embargo that is no instant is rejected, never published by mistake', () => {
  expect(decide(past, statement('embargo', 'until the press conference', 'embargoed'))).toEqual({
    kind: 'reject',
    reason: 'embargoed is "until the press conference", which is no instant such as 2024-11-03T11:59:00Z',
    draft: true,
  });
});

test('the last of several instants decides', () => {
  expect(decide(soon, statement('embargo', later), statement('schedule', past))).toMatchObject({
    until: later,
    field: 'embargo',
  });
});

test('a publication date in the future holds until then', () => {
  expect(decide(soon)).toEqual({ kind: 'hold', until: soon, field: 'publishedAt', warnings: [] });
});

test('a publication date more than 30 days ahead is held with a warning', () => {
  expect(decide('2026-07-02T12:00:00Z')).toMatchObject({
    kind: 'hold',
    warnings: [{ code: 'date-far-ahead' }],
  });
  expect(decide('2026-07-01T12:00:00Z')).toMatchObject({ kind: 'hold', warnings: [] });
});

test('the status embargoed needs an end, which the publication date is not', () => {
  expect(decide(past, statement('status', 'embargoed'))).toMatchObject({ kind: 'reject', draft: true });
  expect(decide(past, statement('status', 'embargoed'), statement('embargo', soon)).kind).toBe('hold');
  expect(decide(past, statement('status', 'embargoed'), statement('embargo', past)).kind).toBe('publish');
});

test('the status scheduled needs a date in the future', () => {
  expect(decide(null, statement('status', 'future'))).toMatchObject({ kind: 'reject', draft: true });
  expect(decide(soon, statement('status', 'future')).kind).toBe('hold');
  expect(decide(past, statement('status', 'scheduled'), statement('schedule', soon)).kind).toBe('hold');
  expect(decide(past, statement('status', 'scheduled'))).toEqual({
    kind: 'reject',
    reason: 'status is "scheduled", without a date in the future',
    draft: true,
  });
});

test('a document that says it was deleted withdraws', () => {
  expect(decide(past, statement('withdrawn', 'true', 'deleted'))).toEqual({
    kind: 'withdraw',
    reason: 'deleted is "true"',
  });
});

test('an embargo that only says yes needs an end', () => {
  expect(decide(past, statement('embargo', 'true', 'isEmbargoed'))).toEqual({
    kind: 'reject',
    reason: 'isEmbargoed is "true", without an end',
    draft: true,
  });
  const flag = statement('embargo', 'true', 'isEmbargoed');
  expect(decide(past, flag, statement('embargo', soon)).kind).toBe('hold');
  expect(decide(past, flag, statement('embargo', past)).kind).toBe('publish');
  expect(decide(past, flag, statement('schedule', past)).kind).toBe('reject');
});

test('an expiry in the past is rejected, and not stored as a draft', () => {
  expect(decide(past, statement('expiry', past, 'expiryDate'))).toEqual({
    kind: 'reject',
    reason: `expiryDate is "${past}": expired`,
    draft: false,
  });
  expect(decide(past, statement('expiry', soon)).kind).toBe('publish');
  expect(decide(past, statement('expiry', 'never'))).toMatchObject({
    kind: 'publish',
    warnings: [{ code: 'expiry-not-understood' }],
  });
});

test('the strictest statement decides: withdraw, reject, hold, publish', () => {
  const usable = statement('status', 'usable');
  const held = statement('embargo', soon);
  const draft = statement('unpublished', 'true', 'draft');
  const expired = statement('expiry', past);
  const canceled = statement('status', 'canceled');
  expect(decide(past, usable, held).kind).toBe('hold');
  expect(decide(past, usable, held, draft)).toMatchObject({ kind: 'reject', draft: true });
  expect(decide(past, usable, held, draft, expired)).toMatchObject({ kind: 'reject', draft: false });
  expect(decide(past, usable, held, draft, expired, canceled).kind).toBe('withdraw');
});
