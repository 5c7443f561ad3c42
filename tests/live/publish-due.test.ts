import { expect, onTestFinished, test, vi } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import { publishWhenDue } from '../../src/live/publish-due.ts';
import { instantOf } from '../../src/model/instant.ts';
import { arriving } from '../archive/arriving.ts';
import { createArchive } from '../archive/engines.ts';
import { allHeadlines } from '../archive/pages.ts';

/** The time of the test, which only it moves: seconds since 1970. */
const start = 2_000_000_000;

async function openNewsroom() {
  const made = await createArchive();
  const clock = { seconds: start };
  onTestFinished(() => made.remove());
  await made.archive.writes.writeArticles([
    arriving({ headline: 'Soon', release: 'hold', dueAt: instantOf(start + 60) }),
    arriving({ headline: 'Later', release: 'hold', dueAt: instantOf(start + 120) }),
    arriving({ headline: 'Never', release: 'draft' }),
  ]);
  const publish = (archive: Archive) => {
    const sender = publishWhenDue({
      archive,
      now: () => clock.seconds * 1000,
      limits: { everyMs: 5, leaseMs: 2000 },
      warn: ({ err }) => {
        throw err;
      },
    });
    onTestFinished(() => sender.close());
    return sender;
  };
  return { ...made, clock, publish };
}

test('held copy is published when it is due, and drafts never', async () => {
  const { archive, clock, publish } = await openNewsroom();
  publish(archive);
  expect(await allHeadlines(archive)).toEqual([]);
  clock.seconds = start + 60;
  await expect.poll(() => allHeadlines(archive)).toEqual(['Soon']);
  clock.seconds = start + 1_000_000;
  await expect.poll(() => allHeadlines(archive)).toHaveLength(2);
  expect((await archive.states.unpublished({ limit: 5 })).map(({ headline }) => headline)).toEqual(['Never']);
});

test('another process takes over when the lease of one that died expires', async () => {
  const { archive, again, clock, publish } = await openNewsroom();
  const died = { name: 'publishing', owner: 'a process that was killed' } as const;
  clock.seconds = start + 60;
  const now = clock.seconds * 1000;
  await archive.webhooks.hold(died, now + 2000, now);
  const other = await again();
  const hold = vi.spyOn(other.webhooks, 'hold');
  publish(other);
  await expect.poll(() => hold.mock.calls.length).toBeGreaterThan(3);
  expect(await allHeadlines(archive)).toEqual([]);
  clock.seconds += 2;
  await expect.poll(() => allHeadlines(archive)).toEqual(['Soon']);
});
