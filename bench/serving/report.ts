/** `npm run bench:report`: writes the table, the chart and docs/performance.md from bench/results/serving.json. */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { drawChart } from './chart.ts';
import { type Figure, isMet, Result, type Row } from './result.ts';

const file = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const mark = { begin: '<!-- results -->', end: '<!-- /results -->' };

const number = (value: number) => value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 1 : 0 });
const tableOf = (head: string[], lines: string[][]): string =>
  [head, head.map((_, index) => (index < 2 ? '---' : '--:')), ...lines]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');

/** Our rates and latencies, beside the limit. */
function ratesTable(rows: Row[]): string {
  const head = [
    'Articles',
    'Query',
    'Cache',
    'Requests/s',
    'p50 ms',
    'p99 ms',
    'Limit/s',
    'Of the limit',
    'Goal',
    '',
  ];
  return tableOf(
    head,
    rows.map((row) => [
      number(row.size),
      row.query,
      row.cache,
      number(row.requestsPerSecond),
      number(row.p50Ms),
      number(row.p99Ms),
      number(row.limitRequestsPerSecond),
      row.ofLimit.toFixed(2),
      row.goal === null ? '' : `≥ ${row.goal}`,
      row.goal === null ? '' : metWord(row.ofLimit >= row.goal),
    ]),
  );
}

/** Requests per second of ours and of the peers, for the size that they were measured with. */
function peersTable(rows: Row[]): string {
  const names = [...new Set(rows.flatMap(({ peers }) => peers.map(({ name }) => name)))];
  if (names.length === 0) return '';
  const measured = rows.filter(({ peers, cache }) => peers.length > 0 && cache === 'cold');
  const hotOf = (query: string) =>
    rows.find((row) => row.cache === 'hot' && row.query === query && row.peers.length > 0)?.requestsPerSecond;
  return tableOf(
    ['Articles', 'Query', 'Dateline, hot', 'Dateline, cold', ...names],
    measured.map((row) => [
      number(row.size),
      row.query,
      number(hotOf(row.query) ?? 0),
      number(row.requestsPerSecond),
      ...names.map((name) => {
        const peer = row.peers.find((one) => one.name === name);
        return peer ? number(peer.requestsPerSecond) : '';
      }),
    ]),
  );
}

function figuresTable(figures: Figure[]): string {
  return tableOf(
    ['Articles', 'Figure', 'Value', 'Goal', ''],
    figures.map((figure) => {
      const { size, figure: name, value, unit, goal, atMost } = figure;
      const met = isMet(figure);
      return [
        number(size),
        name,
        `${number(value)} ${unit}`,
        goal === null ? '' : `${atMost ? '≤' : '≥'} ${goal} ${unit}`,
        met === undefined ? '' : metWord(met),
      ];
    }),
  );
}

const metWord = (met: boolean) => (met ? 'met' : '**missed**');

/** The tables of a result. */
function tablesOf({ rows, figures, skipped }: Result): string {
  const skippedLines = skipped.map(({ name, reason }) => `- Left out: ${name}. ${reason}`);
  return [ratesTable(rows), peersTable(rows), skippedLines.join('\n'), figuresTable(figures)]
    .filter((part) => part !== '')
    .join('\n\n');
}

function sectionOf(result: Result): string {
  const { date, machine, node, generator, seconds, runs } = result;
  return [
    mark.begin,
    `Measured on ${date} on ${machine}, Node ${node}, by ${generator} on the same machine: the median of ${runs} runs`,
    `of ${seconds} s with 16 connections, or with one where it says so.`,
    '',
    '![Requests per second by query](../bench/results/serving.svg)',
    '',
    tablesOf(result),
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
  console.table(figures.map((figure) => ({ ...figure, met: isMet(figure) })));
  if (skipped.length > 0) console.table(skipped);
}

/** Keeps what was found so far, of which `npm run bench:report` makes the rest. */
export async function keepResult(result: Result): Promise<void> {
  await writeFile(file('bench/results/serving.json'), `${JSON.stringify(result, null, 2)}\n`);
}

/** Keeps a result: its JSON, its tables, its chart, and its quotation in docs/performance.md. */
export async function writeReport(result: Result): Promise<void> {
  await keepResult(result);
  await writeFile(file('bench/results/serving.md'), `${tablesOf(result)}\n`);
  await writeFile(file('bench/results/serving.svg'), drawChart(result.rows));
  const page = await readFile(file('docs/performance.md'), 'utf8');
  const [before = '', rest = ''] = page.split(mark.begin);
  const [, after = ''] = rest.split(mark.end);
  await writeFile(file('docs/performance.md'), `${before}${sectionOf(result)}${after}`);
}

if (import.meta.main) {
  await writeReport(Result.parse(JSON.parse(await readFile(file('bench/results/serving.json'), 'utf8'))));
}
