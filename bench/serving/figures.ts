import type { RunningDateline } from './contenders/dateline.ts';
import { startDateline, startServer } from './contenders/dateline.ts';
import { fileUse, textBytes } from './disk.ts';
import { load, untilQuiet } from './load.ts';
import { type Effort, pathsOf } from './measure.ts';
import { drawQuestions, type Material, type QuestionKind } from './question.ts';
import { residentMiB } from './resident-memory.ts';
import type { Figure, Row } from './result.ts';

/** A measurement beside the request rates, with a name for when it fails. */
export type FigureTask = [name: string, measure: () => Promise<Figure[]>];

/** Requests whose cost grows with the matches in a plain design, and their goal in ms. */
const heavy: QuestionKind[] = ['search by relevance', 'facets of a topic'];
const heavyGoalMs = 50;

/** Returns the figures measured once for a size: latency of heavy requests, memory, start, disk, two processes. */
export function figureTasks(
  { size, path }: { size: number; path: string },
  material: Material,
  { hot, cold }: { hot: RunningDateline; cold: RunningDateline },
  effort: Effort,
): FigureTask[] {
  const { generator, seconds } = effort;
  return [
    ...heavy.map(
      (kind): FigureTask => [
        kind,
        async () => {
          const paths = pathsOf(cold, drawQuestions(kind, 500, material));
          const { p50Ms, p99Ms } = await load(generator, cold, paths, { seconds, connections: 1 });
          const figure = (name: string, value: number, goal: number | null) =>
            atMost(size, `${kind}, one client, ${name}`, value, 'ms', goal);
          return [figure('p50', p50Ms, null), figure('p99', p99Ms, heavyGoalMs)];
        },
      ],
    ),
    [
      'memory',
      async () => [
        atMost(size, 'resident memory of a process, answers kept', await residentMiB(hot.pid), 'MiB', 150),
        atMost(size, 'resident memory of a process, none kept', await residentMiB(cold.pid), 'MiB', 150),
      ],
    ],
    [
      'start',
      async () => {
        await untilQuiet();
        const times: number[] = [];
        for (let start = 0; start < 5; start += 1) {
          const started = await startServer({ path });
          await started.stop();
          times.push(started.startMs);
        }
        return [atMost(size, 'start to the first list', times.sort((a, b) => a - b)[2] ?? 0, 'ms', 500)];
      },
    ],
    [
      'disk',
      async () => {
        const text = await textBytes(path);
        const { file, free } = fileUse(path);
        const ofText = (bytes: number) => Math.round((100 * bytes) / text) / 100;
        return [
          atMost(size, 'disk, of the text', ofText(file - free), '×', 2.5),
          atMost(size, 'disk with free pages, of the text', ofText(file), '×', null),
        ];
      },
    ],
    ['two processes', () => twoProcesses({ size, path }, material, effort)],
  ];
}

/**
 * Two processes beside one. The generator takes a part of the second core, so the work for each request counts too:
 * with as much of it, what is lacking to twice the rate is what the generator took.
 */
async function twoProcesses(
  { size, path }: { size: number; path: string },
  material: Material,
  { generator, seconds }: Effort,
): Promise<Figure[]> {
  // Of what the serving process answers itself: long reads have processes of their own even beside one.
  const questions = drawQuestions('topic in a year', 500, material);
  const rate = async (processes: number) => {
    const running = await startDateline(
      { path },
      { RESPONSE_CACHE_MB: '0', WEB_CONCURRENCY: String(processes) },
    );
    try {
      const paths = pathsOf(running, questions);
      await load(generator, running, paths, { seconds: 2 });
      await untilQuiet();
      return await load(generator, running, paths, { seconds });
    } finally {
      await running.stop();
    }
  };
  const [one, two] = [await rate(1), await rate(2)];
  const ratio = (a: number, b: number) => Math.round((100 * a) / b) / 100;
  const work = [one.cpuMicroseconds, two.cpuMicroseconds];
  return [
    {
      ...atMost(size, 'two processes, of one', ratio(two.requestsPerSecond, one.requestsPerSecond), '×', 1.6),
      atMost: false,
    },
    ...(work[0] && work[1]
      ? [
          atMost(
            size,
            'computing time a request of two processes, of one',
            ratio(work[1], work[0]),
            '×',
            null,
          ),
        ]
      : []),
  ];
}

/** Returns figures that compare rows: the growth of latency with the archive, and our rate as a multiple of peers'. */
export function comparedFigures(rows: Row[]): Figure[] {
  const cold = rows.filter(({ cache }) => cache === 'cold');
  const smallest = Math.min(...cold.map(({ size }) => size));
  const largest = Math.max(...cold.map(({ size }) => size));
  return cold.flatMap((row) => {
    const few = cold.find(({ size, query }) => size === smallest && query === row.query);
    const growth =
      row.size === largest && few && largest > smallest
        ? [
            atMost(
              row.size,
              `${row.query}, cold p99, of that with ${smallest.toLocaleString('en')}`,
              Math.round((100 * row.p99Ms) / few.p99Ms) / 100,
              '×',
              2,
            ),
          ]
        : [];
    const factors = row.peers.map(
      ({ name, requestsPerSecond }): Figure => ({
        ...atMost(
          row.size,
          `${row.query}, cold, of ${name}`,
          Math.round((10 * row.requestsPerSecond) / requestsPerSecond) / 10,
          '×',
          peerGoals[name] ?? null,
        ),
        atMost: false,
      }),
    );
    return [...growth, ...factors];
  });
}

/** Factor by which our rate should exceed that of a peer. */
const peerGoals: Record<string, number> = { WordPress: 20, Directus: 20, 'Express + SQLite': 3 };

function atMost(size: number, figure: string, value: number, unit: string, goal: number | null): Figure {
  return { size, figure, value, unit, goal, atMost: true };
}
