import { expect, test } from 'vitest';
import { decisionsOf } from './decisions.ts';

const body = 'The council voted on Tuesday to reopen the old harbor bridge.';
const base = { id: '1', title: 'Bridge', body, date: '2026-05-01T08:00:00Z' };
const decisions = (fields: object, format = 'json') =>
  decisionsOf(JSON.stringify({ ...base, ...fields }), format);

const hold = ['hold until 2030-01-01T00:00:00Z'];

test.each([
  { Embargoed_Until: '2030-01-01T00:00:00Z' },
  { 'embargo-until': '2030-01-01' },
  { embargo: { active: true, until: '2030-01-01T00:00:00Z' } },
  { embargoedUntil: 1893456000 },
  { 'date.release': '2030-01-01T00:00:00+00:00' },
  { schedule_settings: { utc_embargo: '2030-01-01T00:00:00+0000', time_zone: null } },
  { schedule_settings: { utc_publish_schedule: '2030-01-01T00:00:00+0000' }, state: 'scheduled' },
  { published: true, date: '2030-01-01T00:00:00Z' },
  { status: 'future', date: '2030-01-01T00:00:00Z' },
  { publishDate: '2030-01-01T00:00:00Z' },
  { item: { pubstatus: 'embargoed', embargoed: '2030-01-01T00:00:00Z' } },
  { content_restrictions: { embargo: { active: true, end_time: '2030-01-01T00:00:00Z' } } },
  { planning: { scheduling: { planned_publish_date: '2030-01-01T00:00:00Z' } } },
  {
    publishing: {
      scheduled_operations: { publish_edition: [{ operation_date: '2030-01-01T00:00:00Z' }] },
    },
  },
  { Sperrfrist: '01.01.2030 00:00', language: 'de' },
])('%j holds', (fields) => expect(decisions(fields)).toEqual(hold));

test.each([
  [{ post_status: 'auto-draft' }, 'post_status is "auto-draft"'],
  [{ _status: 'draft' }, '_status is "draft"'],
  [{ isPublished: false }, 'isPublished is "false"'],
  [{ published: false }, 'published is "false"'],
  [{ visibility: 'members' }, 'visibility is "members"'],
  [{ post_password: 'x' }, 'post_password is "set"'],
  [{ content: { rendered: body, protected: true } }, 'content.protected is "true"'],
  [{ revision: { published: false } }, 'revision.published is "false"'],
  [{ attributes: { status: false } }, 'attributes.status is "false"'],
  [{ state: 'spiked' }, 'state is "spiked"'],
  [{ isLive: false }, 'isLive is "false"'],
  [{ restricted: true }, 'restricted is "true"'],
  [{ status: 'archived' }, 'status is "archived"'],
  [{ archivedAt: '2026-05-02T08:00:00Z' }, 'archivedAt is "2026-05-02T08:00:00Z"'],
  [{ status: 'Entwurf' }, 'status is "Entwurf"'],
  [{ statut: 'Brouillon' }, 'statut is "Brouillon"'],
  [{ estado: 'borrador' }, 'estado is "borrador"'],
  [{ Статус: 'черновик' }, 'Статус is "черновик"'],
  [{ 状態: '下書き' }, '状態 is "下書き"'],
  [{ status: 'En attente de relecture' }, 'status is "En attente de relecture"'],
  [{ Veröffentlicht: 'nein' }, 'Veröffentlicht is "nein"'],
  [{ _id: 'drafts.abc' }, '_id is "drafts.abc"'],
  [{ embargo: 'until the press conference' }, 'embargo is "until the press conference"'],
  [{ expiryDate: '2026-01-01T00:00:00Z' }, 'expiryDate is "2026-01-01T00:00:00Z": expired'],
])('%j is rejected by name', (fields, reason) => {
  const [decision] = decisions(fields);
  expect(decision).toContain(`reject: ${reason}`);
});

test.each([
  { state: 'Maine' },
  { embargo: null },
  { embargo: '' },
  { embargo: false },
  { embargo: '0000-00-00 00:00:00' },
  { embargoedUntil: '0001-01-01T00:00:00' },
  { releaseDate: 'Summer 2025' },
  { commentStatus: 'closed' },
  { isAccessibleForFree: false },
  { deleted: false },
  { password: '' },
  { active: true },
  { isLive: true },
  { restricted: false },
  { estado: 'Sonora' },
  { status: 'veröffentlicht' },
  { status: 'Publié' },
  { Veröffentlicht: 'ja' },
  { content_restrictions: { content_code: 'free', embargo: { active: false, end_time: '2030-01-01' } } },
  { planning: { scheduling: { planned_publish_date: '2026-05-01T08:00:00Z' } } },
])('%j holds nothing', (fields) => expect(decisions(fields)).toEqual(['publish']));

test('a status that says in another language that it was deleted withdraws', () => {
  expect(decisions({ status: 'gelöscht' })).toEqual(['withdraw 1']);
  expect(decisions({ status: 'Supprimé' })).toEqual(['withdraw 1']);
});

test('a record that says it was deleted withdraws, also without a text', () => {
  expect(decisionsOf('{"id":"1","deleted":true}', 'json')).toEqual(['withdraw 1']);
  expect(decisions({ status: 'retracted' })).toEqual(['withdraw 1']);
});

test('a field that the user maps to another is no status', () => {
  expect(
    decisionsOf(JSON.stringify({ ...base, visibility: 'private' }), 'json', {
      map: { section: 'visibility' },
    }),
  ).toEqual(['publish']);
});

test('tombstones of Atom withdraw', () => {
  const feed = `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0"><id>a</id><at:deleted-entry ref="urn:1" when="2026-05-02T08:00:00Z"><at:comment>Wrong</at:comment></at:deleted-entry></feed>`;
  expect(decisionsOf(feed, 'feed')).toEqual(['withdraw urn:1']);
});

test('an entry that Atom Publishing marks as a draft is rejected', () => {
  const entry = `<entry xmlns="http://www.w3.org/2005/Atom" xmlns:app="http://www.w3.org/2007/app"><id>1</id><title>Bridge</title><updated>2026-05-02T08:00:00Z</updated><content>${body}</content><app:control><app:draft>yes</app:draft></app:control></entry>`;
  expect(decisionsOf(entry, 'feed')).toEqual(['reject: app:draft is "yes"']);
});

test('kill notices without headline or text withdraw', () => {
  expect(
    decisionsOf('{"uri":"urn:1","pubstatus":"canceled","versioncreated":"2026-05-02T08:00:00Z"}', 'ninjs'),
  ).toEqual(['withdraw urn:1']);
});

test.each([
  [{ status: ['published', 'draft'] }, 'reject: status is "draft"'],
  [{ status: [{ value: 'published' }, { value: 'private' }] }, 'reject: status is "private"'],
  [
    { embargo: [{ until: '2030-01-01T00:00:00Z' }, { until: '2031-01-01T00:00:00Z' }] },
    'hold until 2031-01-01T00:00:00Z',
  ],
  [{ embargoed: [] }, 'publish'],
])('each value of a list in %j counts', (fields, expected) => expect(decisions(fields)).toEqual([expected]));

test.each([
  [{ embargo: { active: true } }, /^reject: embargo is .*active.*, which is no instant/],
  [{ embargo: { active: true, until: null } }, /^reject: embargo is/],
  [{ embargo: { active: false } }, /^publish$/],
  [{ embargo: { active: false, until: null, note: '' } }, /^publish$/],
  [{ embargo: {} }, /^publish$/],
])('an embargo without an end in %j is rejected unless it is empty', (fields, expected) => {
  const [decision] = decisions(fields);
  expect(decision).toMatch(expected);
});
