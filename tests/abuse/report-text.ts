import type { Report } from './abuse.ts';

/** Formats a report for the terminal: statuses, then faults with an example each. */
export function reportText({ sent, statuses, faults }: Report): string {
  const byStatus = [...statuses].sort(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`);
  const lines = [...faults]
    .sort(([, a], [, b]) => b.count - a.count)
    .map(([fault, { count, example }]) => `${count} × ${fault}\n    ${example}`);
  return [
    `${sent} sent; ${byStatus.join(', ')}`,
    faults.size === 0 ? 'no faults' : `${faults.size} kinds of faults:`,
    ...lines,
  ].join('\n');
}
