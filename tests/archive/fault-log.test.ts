import { expect, test } from 'vitest';
import { ArchiveUnavailable } from '../../src/archive/archive-unavailable.ts';
import { createFaultLog } from '../../src/archive/fault-log.ts';

test('damage is reported for a minute after it was last met', () => {
  let now = 1_000_000;
  const faults = createFaultLog(() => now);
  faults.check();
  const fault = new ArchiveUnavailable('damaged', 'The archive is damaged.');
  faults.note(fault);
  now += 59_000;
  expect(() => faults.check()).toThrow(fault);
  const again = new ArchiveUnavailable('missing', 'The archive is gone.');
  faults.note(again);
  now += 59_000;
  expect(() => faults.check()).toThrow(again);
  now += 1_000;
  faults.check();
});

test.each(['busy', 'full', 'read-only'] as const)(
  'a fault that is %s is counted, and reads go on',
  (reason) => {
    const faults = createFaultLog();
    faults.note(new ArchiveUnavailable(reason, 'Not now.'));
    expect(faults.counts().get(reason)).toBe(1);
    faults.check();
  },
);
