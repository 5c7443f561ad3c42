import { checkAnswers } from './check-answers.ts';
import type { Contender, Running, Source } from './contender.ts';
import { type Generator, type Load, load, untilQuiet } from './load.ts';
import { drawQuestions, type kinds, type Material, type Question } from './question.ts';
import type { Result, Row } from './result.ts';
import { say } from './say.ts';

/** Length and number of the runs; between runs the servers take turns. */
export interface Effort {
  generator: Generator;
  seconds: number;
  runs: number;
}

/** Number of different requests, sent in turn: many when cold, few when hot. */
const asked = { cold: 1500, hot: 10 };

/** Share of the limit that hot responses should reach. */
const hotGoal = 0.85;

/** Seconds of the load that goes before, so that programs are compiled and files are read. */
const warmingSeconds = 2;

/** Dateline with and without its response cache, and the limit. */
export interface Own {
  hot: Running;
  cold: Running;
  limit: Pick<Running, 'origin' | 'pid'>;
}

export interface Peer {
  name: string;
  running: Running;
}

interface Subject {
  name: string;
  running: Pick<Running, 'origin' | 'pid'>;
  paths: string[];
}

/**
 * Measures one kind of question: ours hot and cold, the limit, and the peers, in turns. A peer whose answers are
 * wrong is left out and named in `skipped`. Throws an Error where ours fails.
 */
export async function measureKind(
  { kind, goal }: (typeof kinds)[number],
  {
    size,
    material,
    own,
    peers,
    effort,
  }: { size: number; material: Material; own: Own; peers: Peer[]; effort: Effort },
  skipped: Result['skipped'],
): Promise<Row[]> {
  const questions = drawQuestions(kind, asked.cold, material);
  const hot = pathsOf(own.hot, questions.slice(0, asked.hot));
  const cold = pathsOf(own.cold, questions);
  const bytes = await middleSize(own.cold.origin, cold.slice(0, 50));
  const subjects: Subject[] = [
    { name: 'limit', running: own.limit, paths: [`/${bytes}`] },
    { name: 'hot', running: own.hot, paths: hot },
    { name: 'cold', running: own.cold, paths: cold },
  ];
  for (const { name, running } of peers) {
    const paths = pathsOf(running, questions);
    if (paths.length === 0) continue;
    try {
      say(`  ${kind}: are the answers of ${name} right?`);
      await checkAnswers(own.cold, running, questions);
      subjects.push({ name, running, paths });
    } catch (error) {
      leaveOut(skipped, `${name}, ${kind}`, error);
    }
  }
  const loads = new Map<string, Load[]>(subjects.map(({ name }) => [name, []]));
  const { generator, seconds } = effort;
  say(`  ${kind}: warming ${subjects.length} servers`);
  for (const { running, paths } of subjects) {
    await load(generator, running, paths, { seconds: Math.min(seconds, warmingSeconds) });
    await untilQuiet();
  }
  for (let run = 0; run < effort.runs; run += 1) {
    say(`  ${kind}: run ${run + 1} of ${effort.runs}`);
    for (const { name, running, paths } of subjects) {
      loads.get(name)?.push(await load(generator, running, paths, { seconds }));
      await untilQuiet();
    }
  }
  const found = new Map([...loads].map(([name, several]) => [name, median(several)]));
  const limit = found.get('limit');
  const others = peers.flatMap(({ name }) => {
    const of = found.get(name);
    if (of === undefined) return [];
    if (of.failed === 0 && of.requests > 0) return [{ name, requestsPerSecond: of.requestsPerSecond }];
    const reason = `${of.failed} requests failed and ${of.requests} were answered in ${seconds} s`;
    leaveOut(skipped, `${name}, ${kind}`, new Error(reason));
    return [];
  });
  return (['hot', 'cold'] as const).flatMap((cache): Row[] => {
    const of = found.get(cache);
    if (of === undefined || limit === undefined) return [];
    if (of.failed > 0) throw new Error(`${of.failed} of ${of.requests} requests failed, ${cache}`);
    const row: Row = {
      size,
      query: kind,
      cache,
      requestsPerSecond: of.requestsPerSecond,
      p50Ms: of.p50Ms,
      p99Ms: of.p99Ms,
      ofLimit: Math.round((1000 * of.requestsPerSecond) / limit.requestsPerSecond) / 1000,
      goal: cache === 'hot' ? hotGoal : goal,
      peers: others,
      bytes,
      limitRequestsPerSecond: limit.requestsPerSecond,
      cpuMicroseconds: of.cpuMicroseconds ?? null,
      limitCpuMicroseconds: limit.cpuMicroseconds ?? null,
    };
    say(
      `  ${kind}, ${cache}: ${Math.round(row.requestsPerSecond)}/s, ${row.ofLimit} of the limit, p99 ${row.p99Ms} ms`,
    );
    return [row];
  });
}

/** Starts the peers one after the other; those that can't be set up are named with the reason. */
export async function startPeers(
  peers: Contender[],
  source: Source,
  skipped: Result['skipped'],
): Promise<Peer[]> {
  const running: Peer[] = [];
  for (const peer of peers) {
    try {
      running.push({ name: peer.name, running: await peer.start(source) });
      say(`${peer.name} is there`);
    } catch (error) {
      leaveOut(skipped, peer.name, error);
    }
  }
  return running;
}

/** Reports and stores what is not measured, and why. */
export function leaveOut(skipped: Result['skipped'], name: string, error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error);
  say(`left out: ${name}: ${reason}`);
  skipped.push({ name, reason: (reason.split('\n')[0] ?? '').slice(0, 200) });
}

/** Returns the different paths of a server for some requests. */
export function pathsOf(running: Pick<Running, 'path'>, questions: Question[]): string[] {
  return [...new Set(questions.flatMap((question) => running.path(question) ?? []))];
}

async function middleSize(origin: string, paths: string[]): Promise<number> {
  const sizes: number[] = [];
  for (const path of paths) {
    const reply = await fetch(`${origin}${path}`, {
      redirect: 'manual',
      signal: AbortSignal.timeout(30_000),
    });
    if (reply.status !== 200) throw new Error(`${path} answered ${reply.status}`);
    sizes.push((await reply.arrayBuffer()).byteLength);
  }
  return sizes.sort((a, b) => a - b)[Math.floor(sizes.length / 2)] ?? 0;
}

/** The medians of several runs, each figure by itself. */
function median(loads: Load[]): Load {
  const of = (name: keyof Load): number => {
    const values = loads.map((one) => one[name] ?? 0).sort((a, b) => a - b);
    return values[Math.floor(values.length / 2)] ?? 0;
  };
  const rounded = (value: number) => Math.round(value * 100) / 100;
  return {
    requests: of('requests'),
    requestsPerSecond: rounded(of('requestsPerSecond')),
    p50Ms: rounded(of('p50Ms')),
    p99Ms: rounded(of('p99Ms')),
    failed: Math.max(...loads.map(({ failed }) => failed)),
    cpuMicroseconds: loads.some(({ cpuMicroseconds }) => cpuMicroseconds === undefined)
      ? undefined
      : rounded(of('cpuMicroseconds')),
  };
}
