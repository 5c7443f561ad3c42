import type { Contender, Running, Source } from './contender.ts';
import { startLimit } from './contenders/limit.ts';
import { type Generator, type Load, load } from './load.ts';
import { drawQuestions, kinds, type readMaterial } from './question.ts';
import type { Result, Row } from './result.ts';

/** How long and how often each is measured; between runs the servers take turns. */
export interface Effort {
  generator: Generator;
  seconds: number;
  runs: number;
}

/** How many questions are asked cold, one after the other, and how many again and again when hot. */
const asked = { cold: 1500, hot: 10 };

/** What hot answers should reach of the limit. */
const hotGoal = 0.85;

/** The server in question, as it is to be measured hot and cold. */
interface Own {
  hot: Running;
  cold: Running;
}

/** Measures every kind of question: ours hot and cold, the limit, and the peers, in turns. */
export async function measureQuestions(
  source: Source,
  material: Awaited<ReturnType<typeof readMaterial>>,
  own: Own,
  peers: { name: string; running: Running }[],
  effort: Effort,
): Promise<Row[]> {
  const limit = await startLimit();
  const rows: Row[] = [];
  try {
    for (const { kind, goal } of kinds) {
      const questions = drawQuestions(kind, asked.cold, material);
      const paths = (running: Running, count: number) =>
        questions.slice(0, count).flatMap((question) => running.path(question) ?? []);
      const hot = [...new Set(paths(own.hot, asked.hot))];
      const cold = [...new Set(paths(own.cold, asked.cold))];
      const bytes = await middleSize(own.cold.origin, cold.slice(0, 50));
      const subjects: [string, string, string[]][] = [
        ['limit', limit.origin, [`/${bytes}`]],
        ['hot', own.hot.origin, hot],
        ['cold', own.cold.origin, cold],
        ...peers.flatMap(({ name, running }): [string, string, string[]][] => {
          const theirs = [...new Set(paths(running, asked.cold))];
          return theirs.length > 0 ? [[name, running.origin, theirs]] : [];
        }),
      ];
      const loads = new Map<string, Load[]>(subjects.map(([name]) => [name, []]));
      for (const [, origin, subject] of subjects) await warmUp(origin, subject);
      for (let turn = 0; turn < effort.runs; turn += 1) {
        for (const [name, origin, subject] of subjects) {
          loads.get(name)?.push(await load(effort.generator, origin, subject, effort));
        }
      }
      const found = new Map([...loads].map(([name, several]) => [name, median(several)]));
      const limitPerSecond = found.get('limit')?.requestsPerSecond ?? 0;
      const others = peers.flatMap(({ name }) => {
        const of = found.get(name);
        return of ? [{ name, requestsPerSecond: of.requestsPerSecond, failed: of.failed }] : [];
      });
      for (const cache of ['hot', 'cold'] as const) {
        const of = found.get(cache);
        if (of === undefined) continue;
        if (of.failed > 0) throw new Error(`${of.failed} requests failed: ${kind}, ${cache}`);
        rows.push({
          size: source.size,
          query: kind,
          cache,
          requestsPerSecond: of.requestsPerSecond,
          p50Ms: of.p50Ms,
          p99Ms: of.p99Ms,
          bytes,
          limitRequestsPerSecond: limitPerSecond,
          ofLimit: Math.round((1000 * of.requestsPerSecond) / limitPerSecond) / 1000,
          goal: cache === 'hot' ? hotGoal : goal,
          peers: others,
        });
      }
    }
  } finally {
    await limit.stop();
  }
  return rows;
}

/** Starts the peers one after the other; those that can't be set up are named with the reason. */
export async function startPeers(
  peers: Contender[],
  source: Source,
): Promise<{ running: { name: string; running: Running }[]; skipped: Result['skipped'] }> {
  const running: { name: string; running: Running }[] = [];
  const skipped: Result['skipped'] = [];
  for (const peer of peers) {
    try {
      running.push({ name: peer.name, running: await peer.start(source) });
      process.stderr.write(`${peer.name} is there\n`);
    } catch (error) {
      const reason = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
      skipped.push({ name: peer.name, reason: reason.slice(0, 200) });
      process.stderr.write(`${peer.name} is left out: ${error instanceof Error ? error.message : error}\n`);
    }
  }
  return { running, skipped };
}

/** Asks some of the paths once, so that neither programs nor files are cold. */
async function warmUp(origin: string, paths: string[]): Promise<void> {
  const end = performance.now() + 2_000;
  for (const path of paths.slice(0, 200)) {
    await (await fetch(`${origin}${path}`)).arrayBuffer();
    if (performance.now() > end) return;
  }
}

async function middleSize(origin: string, paths: string[]): Promise<number> {
  const sizes: number[] = [];
  for (const path of paths) sizes.push((await (await fetch(`${origin}${path}`)).arrayBuffer()).byteLength);
  return sizes.sort((a, b) => a - b)[Math.floor(sizes.length / 2)] ?? 0;
}

/** The medians of several runs, each figure by itself. */
function median(loads: Load[]): Load {
  const of = (name: keyof Load): number => {
    const values = loads.map((one) => one[name]).sort((a, b) => a - b);
    return values[Math.floor(values.length / 2)] ?? 0;
  };
  const rounded = (value: number) => Math.round(value * 100) / 100;
  return {
    requestsPerSecond: rounded(of('requestsPerSecond')),
    p50Ms: rounded(of('p50Ms')),
    p99Ms: rounded(of('p99Ms')),
    failed: of('failed'),
  };
}
