import { setTimeout as pause } from 'node:timers/promises';
import { computingTime } from '../serving/computing-time.ts';
import type { Running } from '../serving/contender.ts';
import { startServer } from '../serving/contenders/dateline.ts';
import { type Generator as LoadGenerator, load, untilQuiet } from '../serving/load.ts';
import { residentMiB } from '../serving/resident-memory.ts';
import { say } from '../serving/say.ts';
import { median, type Pairs } from './ratios.ts';

/** A server to measure: the other checkout, this one, or another server in the same run. */
export interface Subject {
  name: 'base' | 'ours' | 'other';
  server: Pick<Running, 'origin' | 'pid'>;
  paths: string[];
}

/** A figure of each server in one round; `other` is 0 without another server. */
export type Round = Record<Subject['name'], number>;

/** Requests per second in each round, and requests per second of CPU time, which a busy machine changes less. */
export interface Rates {
  perSecond: Round[];
  perCpuSecond: Round[];
}

/** Seconds of load before the first round, so that the code is compiled and files are cached. */
const warmUpSeconds = 2;
/** Longest wait for the machine to become idle between two runs, in ms. */
const quietMs = 500;

/** Length and number of the rounds of one measure. */
export interface Effort {
  generator: LoadGenerator;
  seconds: number;
  rounds: number;
  /** Longest time for one measure in ms: on a busy machine it ends with fewer rounds, but no less than three. */
  budgetMs: number;
}

/** Numbers of the rounds, from 0, until their number or the time is used up. */
function* roundsOf({ rounds, budgetMs }: Pick<Effort, 'rounds' | 'budgetMs'>): Generator<number> {
  const end = performance.now() + budgetMs;
  for (let index = 0; index < rounds && (index < 3 || performance.now() < end); index += 1) yield index;
}

/**
 * Measures servers in rounds, each round in the opposite order of the one before. Throws an Error if a request fails.
 */
export async function measureRates(measure: string, subjects: Subject[], effort: Effort): Promise<Rates> {
  const { generator, seconds } = effort;
  const rateOf = async ({ name, server, paths }: Subject, duration: number) => {
    const { requestsPerSecond, cpuMicroseconds, failed } = await load(generator, server, paths, {
      seconds: duration,
    });
    if (failed > 0) throw new Error(`${measure}, ${name}: ${failed} requests failed`);
    await untilQuiet(quietMs);
    return { perSecond: requestsPerSecond, perCpuSecond: 1e6 / (cpuMicroseconds ?? Number.NaN) };
  };
  for (const subject of subjects) await rateOf(subject, warmUpSeconds);
  const found: Rates = { perSecond: [], perCpuSecond: [] };
  for (const index of roundsOf(effort)) {
    const [perSecond, perCpuSecond]: [Round, Round] = [
      { base: 0, ours: 0, other: 0 },
      { base: 0, ours: 0, other: 0 },
    ];
    for (const subject of index % 2 === 0 ? subjects : subjects.toReversed()) {
      const rate = await rateOf(subject, seconds);
      perSecond[subject.name] = rate.perSecond;
      perCpuSecond[subject.name] = rate.perCpuSecond;
    }
    found.perSecond.push(perSecond);
    found.perCpuSecond.push(perCpuSecond);
  }
  const ratio = median(found.perSecond.map(({ base, ours }) => ours / base)).toFixed(2);
  say(`${measure}: ${ratio} × the base in ${found.perSecond.length} rounds`);
  return found;
}

/** Time after a start for its work to end, in ms. */
const settleMs = 1_000;

/** Measures the time from the start of a process to the first list, and its memory a second later. */
export async function measureStarts(
  base: { checkout: string; path: string },
  ours: { checkout: string; path: string },
  effort: Effort,
): Promise<Pairs[]> {
  say('starting both');
  const once = async (server: { checkout: string; path: string }) => {
    const { startMs, pid, stop } = await startServer(server);
    await pause(settleMs);
    const memory = await residentMiB(pid);
    const cpuMs = computingTime(pid ?? 0) ?? Number.NaN;
    await stop();
    return { startMs, cpuMs, memory };
  };
  // Compiles the sources of both, which is cached on disk.
  for (const server of [base, ours]) await once(server);
  const found: { base: Awaited<ReturnType<typeof once>>; ours: Awaited<ReturnType<typeof once>> }[] = [];
  for (const index of roundsOf(effort)) {
    if (index % 2 === 0) found.push({ base: await once(base), ours: await once(ours) });
    else {
      const second = await once(ours);
      found.push({ base: await once(base), ours: second });
    }
  }
  const goal = { ratio: 1.05, atMost: true };
  return [
    {
      measure: 'start to the first list',
      unit: 'ms',
      rounds: found.map((round) => ({ base: round.base.startMs, ours: round.ours.startMs })),
      goal,
    },
    {
      measure: 'CPU time of the start and a second',
      unit: 'ms',
      rounds: found.map((round) => ({ base: round.base.cpuMs, ours: round.ours.cpuMs })),
      goal,
    },
    {
      measure: 'resident memory, idle',
      unit: 'MiB',
      rounds: found.map((round) => ({ base: round.base.memory, ours: round.ours.memory })),
      goal,
    },
  ];
}
