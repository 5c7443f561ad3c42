import { expect, test } from 'vitest';
import { killAtEnd } from '../process/kill-at-end.ts';
import { runGate } from './run-gate.ts';

test('copy is shown from its time on, though publishers are killed, and not after it was withdrawn', async () => {
  const report = await runGate({ seconds: 5, killEveryMs: 500, started: (child) => void killAtEnd(child) });
  expect(report.faults).toEqual([]);
  expect(report.missing).toEqual([]);
  expect(report.articles).toBeGreaterThan(0);
  expect(report.responses).toBeGreaterThan(0);
  expect(report.kills).toBeGreaterThan(0);
});
