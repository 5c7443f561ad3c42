/** `npm run bench:report`: writes the table, the chart and docs/performance.md from bench/results/serving.json. */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { drawChart } from './chart.ts';
import { Result, type Row } from './result.ts';

const file = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const mark = { begin: '<!-- results -->', end: '<!-- /results -->' };

const number = (value: number) => value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 1 : 0 });

/** The rows as a Markdown table. */
function tableOf(rows: Row[]): string {
  const names = [...new Set(rows.flatMap(({ peers }) => peers.map(({ name }) => name)))];
  const head = [
    'Articles',
    'Query',
    'Cache',
    'Requests/s',
    'p50 ms',
    'p99 ms',
    'Of the limit',
    'Goal',
    ...names,
  ];
  const lines = rows.map((row) => [
    number(row.size),
    row.query,
    row.cache,
    number(row.requestsPerSecond),
    number(row.p50Ms),
    number(row.p99Ms),
    row.ofLimit.toFixed(2),
    row.goal === null ? '' : `${row.goal} ${row.ofLimit >= row.goal ? 'met' : 'missed'}`,
    ...names.map((name) => {
      const peer = row.peers.find((one) => one.name === name);
      return peer
        ? `${number(peer.requestsPerSecond)}${peer.failed > 0 ? ` (${peer.failed} failed)` : ''}`
        : '';
    }),
  ]);
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function sectionOf(result: Result): string {
  const { date, machine, node, generator, seconds, runs, skipped, rows, figures } = result;
  const skippedLines = skipped.map(({ name, reason }) => `- ${name} was left out: ${reason}`);
  const figureLines = figures.map(
    ({ size, figure, value, unit, goal, atMost }) =>
      `| ${number(size)} | ${figure} | ${value} ${unit} | ${atMost ? '≤' : '≥'} ${goal} ${unit} ${(atMost ? value <= goal : value >= goal) ? 'met' : 'missed'} |`,
  );
  return [
    mark.begin,
    `Measured on ${date} on ${machine}, Node ${node}, by ${generator} on the same machine: the median of ${runs} runs of ${seconds} s with 16 connections.`,
    '',
    tableOf(rows),
    '',
    '![Requests per second by query](../bench/results/serving.svg)',
    '',
    ...(skippedLines.length > 0 ? [...skippedLines, ''] : []),
    '| Articles | Figure | Value | Goal |',
    '| --- | --- | --- | --- |',
    ...figureLines,
    mark.end,
  ].join('\n');
}

/** Shows the rows on a terminal. */
export function printTable({ rows, figures, skipped }: Result): void {
  console.table(
    rows.map(({ peers, bytes: _bytes, ...row }) => ({
      ...row,
      ...Object.fromEntries(peers.map(({ name, requestsPerSecond }) => [name, requestsPerSecond])),
    })),
  );
  console.table(figures);
  if (skipped.length > 0) console.table(skipped);
}

/** Keeps a result: its JSON, its table, its chart, and its quotation in docs/performance.md. */
export async function writeReport(result: Result): Promise<void> {
  await writeFile(file('bench/results/serving.json'), `${JSON.stringify(result, null, 2)}\n`);
  await writeFile(file('bench/results/serving.md'), `${tableOf(result.rows)}\n`);
  await writeFile(file('bench/results/serving.svg'), drawChart(result.rows));
  const page = await readFile(file('docs/performance.md'), 'utf8');
  const [before = '', rest = ''] = page.split(mark.begin);
  const [, after = ''] = rest.split(mark.end);
  await writeFile(file('docs/performance.md'), `${before}${sectionOf(result)}${after}`);
}

if (import.meta.main) {
  await writeReport(Result.parse(JSON.parse(await readFile(file('bench/results/serving.json'), 'utf8'))));
}
