import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Arrival,
  decideArrival,
  type StoredVersion,
  type StoredVersions,
} from '../../../src/archive/core/decide-arrival.ts';

const nothing: StoredVersions = { purged: false };

function arrival(release: Arrival['release'], version: number | null, more: Partial<Arrival> = {}): Arrival {
  const content = Buffer.from(`${release} ${version}`);
  return { release, version, modified: null, statesPublic: release !== 'draft', content, ...more };
}

const versionOf = (version: number | null, content = 'stored'): StoredVersion => ({
  version,
  modified: null,
  content: Buffer.from(content),
});

const withdrawalOf = (by: 'source' | 'editor', version: number | null, ...contents: string[]) => ({
  version,
  modified: null,
  by,
  contents: contents.map((content) => Buffer.from(content)),
});

/** Does to the stored versions what was decided, as an engine does. */
function apply(stored: StoredVersions, document: Arrival): StoredVersions {
  const decision = decideArrival(stored, document);
  const { version, modified, content } = document;
  const own = { version, modified, content: content ?? Buffer.alloc(0) };
  switch (decision.kind) {
    case 'older':
    case 'gone':
    case 'same':
      return stored;
    case 'publish':
      return { published: own, waiting: decision.replaces ? undefined : stored.waiting, purged: false };
    case 'wait':
      return { ...stored, waiting: own };
    case 'withdraw':
      return {
        waiting: decision.waiting ? undefined : stored.waiting,
        withdrawn: { ...own, contents: stored.published ? [stored.published.content] : [], by: 'source' },
        purged: false,
      };
  }
}

test('a first document is published, held, kept as a draft, or remembered as withdrawn', () => {
  expect(decideArrival(nothing, arrival('publish', null))).toEqual({ kind: 'publish', replaces: false });
  expect(decideArrival(nothing, arrival('hold', null))).toEqual({ kind: 'wait', state: 'held' });
  expect(decideArrival(nothing, arrival('draft', null))).toEqual({ kind: 'wait', state: 'draft' });
  expect(decideArrival(nothing, arrival('withdraw', null))).toEqual({
    kind: 'withdraw',
    published: false,
    waiting: false,
  });
});

test('an older version never replaces a later one', () => {
  const stored = { published: versionOf(2), purged: false };
  for (const release of ['publish', 'hold', 'draft', 'withdraw'] as const)
    expect(decideArrival(stored, arrival(release, 1))).toEqual({ kind: 'older' });
});

test('an embargoed version waits beside the published one', () => {
  const stored = { published: versionOf(1), purged: false };
  expect(decideArrival(stored, arrival('hold', 2))).toEqual({ kind: 'wait', state: 'held' });
});

test('a published version replaces the one that waits, unless that is later', () => {
  const stored = { waiting: versionOf(2), purged: false };
  expect(decideArrival(stored, arrival('publish', 2))).toEqual({ kind: 'publish', replaces: true });
  expect(decideArrival(stored, arrival('publish', 1))).toEqual({ kind: 'publish', replaces: false });
  expect(decideArrival({ waiting: versionOf(null), purged: false }, arrival('publish', null))).toEqual({
    kind: 'publish',
    replaces: true,
  });
});

test('a notice of withdrawal without a version withdraws every version', () => {
  const stored = { published: versionOf(4), waiting: versionOf(5), purged: false };
  expect(decideArrival(stored, arrival('withdraw', null))).toEqual({
    kind: 'withdraw',
    published: true,
    waiting: true,
  });
});

test('only an editor lifts the withdrawal by an editor', () => {
  const stored: StoredVersions = { withdrawn: withdrawalOf('editor', 1), purged: false };
  for (const release of ['publish', 'hold', 'draft', 'withdraw'] as const)
    expect(decideArrival(stored, arrival(release, 9))).toEqual({ kind: 'gone' });
});

test('nothing lifts a purge', () => {
  expect(decideArrival({ purged: true }, arrival('publish', 9))).toEqual({ kind: 'gone' });
});

test('a source lifts its own withdrawal by a later version that states that it is public', () => {
  const stored: StoredVersions = { withdrawn: withdrawalOf('source', 2, 'stored'), purged: false };
  expect(decideArrival(stored, arrival('publish', 3)).kind).toBe('publish');
  expect(decideArrival(stored, arrival('publish', 2)).kind).toBe('gone');
  expect(decideArrival(stored, arrival('publish', 3, { statesPublic: false })).kind).toBe('gone');
});

test('without versions, only other content lifts a withdrawal', () => {
  const stored: StoredVersions = {
    withdrawn: withdrawalOf('source', null, 'first', 'killed'),
    purged: false,
  };
  const again = (content: string) => arrival('publish', null, { content: Buffer.from(content) });
  expect(decideArrival(stored, again('killed')).kind).toBe('gone');
  expect(decideArrival(stored, again('first')).kind).toBe('gone');
  expect(decideArrival(stored, again('mended')).kind).toBe('publish');
  const unseen: StoredVersions = { withdrawn: withdrawalOf('source', null), purged: false };
  expect(decideArrival(unseen, again('mended')).kind).toBe('gone');
});

test('a withdrawal that an editor lifted withdraws again only if it is later', () => {
  const stored = { published: versionOf(1), lifted: { version: 2, modified: null }, purged: false };
  expect(decideArrival(stored, arrival('withdraw', 2)).kind).toBe('older');
  expect(decideArrival(stored, arrival('withdraw', 3)).kind).toBe('withdraw');
});

test('what an editor released early is not held again', () => {
  const stored = { published: versionOf(1, 'released'), purged: false };
  const again = arrival('hold', 1, { content: Buffer.from('released') });
  expect(decideArrival(stored, again)).toEqual({ kind: 'same' });
});

test('versions of one article give the same state in whatever order they arrive', () => {
  const releases = fc.constantFrom<Arrival['release'][]>('publish', 'hold', 'draft', 'withdraw');
  const documents = fc
    .array(releases, { minLength: 1, maxLength: 5 })
    .map((kinds) => kinds.map((release, index) => arrival(release, index + 1)));
  const orders = documents.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
  );
  fc.assert(
    fc.property(orders, ([inOrder, shuffled]) => {
      const one = inOrder.reduce(apply, nothing);
      const other = shuffled.reduce(apply, nothing);
      expect(other.published?.version).toBe(one.published?.version);
      expect(other.waiting?.version).toBe(one.waiting?.version);
    }),
    { numRuns: 2000 },
  );
});
