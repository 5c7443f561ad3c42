import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { progressLine, showProgress } from '../../src/importing/progress.ts';
import { emptyReport } from '../../src/importing/report.ts';

const report = { ...emptyReport(), read: 12_340, milliseconds: 10_000 };

test('the line says how much was read, how fast, and how much is left', () => {
  expect(progressLine(report, { consumed: 25, total: 100 })).toBe(
    '12,340 articles · 1,234/s · 25 % · 30 s left',
  );
});

test('what an earlier run had stored does not make the rest look short', () => {
  const begun = { seconds: 1, consumed: 60 };
  const line = progressLine({ ...report, resumed: 5 }, { consumed: 78, total: 100 }, begun);
  expect(line).toBe('12,340 articles · 1,234/s · 78 % · 11 s left');
  expect(progressLine({ ...report, milliseconds: 1000 }, { consumed: 60, total: 100 }, begun)).toBe(
    '12,340 articles · 12,340/s · 60 %',
  );
});

test('a terminal that does not say how wide it is has 80 columns', () => {
  const terminal = Object.assign(new PassThrough(), { isTTY: true, columns: 0 });
  showProgress(terminal, () => ({ consumed: 25, total: 100 })).show(report);
  expect(String(terminal.read())).toBe('\r12,340 articles · 1,234/s · 25 % · 30 s left\u001b[K');
});

test('where the size of the input is not known, nothing is said of what is left', () => {
  const line = progressLine({ ...report, skipped: 3 }, { consumed: 25, total: null });
  expect(line).toBe('12,340 articles · 3 skipped · 1,234/s');
});

test('a terminal has one line that is drawn anew and is gone in the end', () => {
  const terminal = Object.assign(new PassThrough(), { isTTY: true, columns: 30 });
  const progress = showProgress(terminal, () => ({ consumed: 25, total: 100 }));
  progress.show(report);
  progress.end();
  progress.end();
  expect(String(terminal.read())).toBe('\r12,340 articles · 1,234/s · 2\u001b[K\r\u001b[K');
});

test('elsewhere, an import that is soon over shows no progress', () => {
  const file = new PassThrough();
  const progress = showProgress(file, () => ({ consumed: 25, total: 100 }));
  progress.show(report);
  progress.end();
  expect(file.read()).toBeNull();
});
