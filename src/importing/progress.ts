import { pluralize } from '../model/pluralize.ts';
import type { ImportReport } from './report.ts';

/** Intervals of updates on a terminal and of lines elsewhere, in milliseconds. */
const redrawEvery = 100;
const printEvery = 5000;

/** The input, in bytes or documents: read so far, and in total. */
interface InputProgress {
  consumed: number;
  total: number | null;
}

/** Numbers of documents so far. */
type Counts = Pick<ImportReport, 'read' | 'skipped' | 'resumed' | 'milliseconds'>;

export interface Progress {
  show(report: Counts): void;
  /** Restores the terminal. Safe to call twice. */
  end(): void;
}

/**
 * Shows progress: on a terminal as one line that is redrawn (`12,340 articles · 1,250/s · 43 % · 12 s left`),
 * elsewhere as a plain line every few seconds. `input` returns the bytes read and the total.
 */
export function showProgress(
  output: NodeJS.WritableStream & { isTTY?: boolean | undefined; columns?: number | undefined },
  input: () => InputProgress,
): Progress {
  const terminal = output.isTTY === true;
  // Outside a terminal, a short import prints only its report.
  let shownAt = terminal ? 0 : Date.now();
  let drawn = false;
  // With `--resume`, stored documents are skipped quickly, so the rate is measured after them.
  let begun: { seconds: number; consumed: number } | undefined;
  return {
    show(report) {
      const now = Date.now();
      begun ??= { seconds: report.milliseconds / 1000, consumed: report.resumed > 0 ? input().consumed : 0 };
      if (now - shownAt < (terminal ? redrawEvery : printEvery)) return;
      shownAt = now;
      const line = progressLine(report, input(), report.resumed > 0 ? begun : undefined);
      output.write(terminal ? `\r${line.slice(0, (output.columns || 80) - 1)}\u001b[K` : `${line}\n`);
      drawn = terminal;
    },
    end() {
      if (drawn) output.write('\r\u001b[K');
      drawn = false;
    },
  };
}

/**
 * Formats the line: articles, rate, and, if the input size is known, the share done and the time left at the
 * rate since `begun`.
 */
export function progressLine(
  report: Counts,
  input: InputProgress,
  begun: { seconds: number; consumed: number } = { seconds: 0, consumed: 0 },
): string {
  const seconds = Math.max(report.milliseconds, 1) / 1000;
  const parts = [
    pluralize(report.read, 'article'),
    ...(report.skipped > 0 ? [`${report.skipped.toLocaleString('en')} skipped`] : []),
    `${Math.round(report.read / seconds).toLocaleString('en')}/s`,
  ];
  if (input.total !== null && input.consumed > 0) {
    const share = Math.min(input.consumed / input.total, 1);
    parts.push(`${Math.floor(share * 100)} %`);
    const rate = (input.consumed - begun.consumed) / (seconds - begun.seconds);
    if (rate > 0 && Number.isFinite(rate))
      parts.push(`${Math.ceil(Math.max(input.total - input.consumed, 0) / rate)} s left`);
  }
  return parts.join(' · ');
}
