import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import autocannon from 'autocannon';
import { z } from 'zod';
import { busyShare, computingTime, cores } from './computing-time.ts';

const run = promisify(execFile);
const script = fileURLToPath(new URL('paths.lua', import.meta.url));

/** The report of the load generator. */
const Told = z.object({
  requests: z.number(),
  requestsPerSecond: z.number(),
  p50Ms: z.number(),
  p99Ms: z.number(),
  /** Responses that were not 2xx, and requests without a response. */
  failed: z.number(),
});

/** The result of sending requests without pause for some seconds. */
export interface Load extends z.infer<typeof Told> {
  /** CPU time of the server per request, in microseconds; undefined if unknown. */
  cpuMicroseconds: number | undefined;
}

export type Generator = 'wrk' | 'autocannon';

/** Returns wrk if it is installed (Debian has it), else autocannon, whose own work slows what it measures. */
export async function loadGenerator(): Promise<Generator> {
  // wrk answers --version with an exit code of 1.
  const isMissing = await run('wrk', ['--version']).then(
    () => false,
    (error) => error.code === 'ENOENT',
  );
  return isMissing ? 'autocannon' : 'wrk';
}

/** Requests paths of a server in turn, over some connections, for some seconds. */
export async function load(
  generator: Generator,
  { origin, pid }: { origin: string; pid?: number | undefined },
  paths: string[],
  { seconds, connections = 16 }: { seconds: number; connections?: number },
): Promise<Load> {
  const before = pid === undefined ? undefined : computingTime(pid);
  const asked = { origin, paths, seconds, connections };
  const told = generator === 'wrk' ? await askByWrk(asked) : await askByAutocannon(asked);
  const after = pid === undefined ? undefined : computingTime(pid);
  const cpuMicroseconds =
    before === undefined || after === undefined || told.requests === 0
      ? undefined
      : (1000 * (after - before)) / told.requests;
  return { ...told, cpuMicroseconds };
}

/**
 * Waits until the machine is idle: requests that are in flight when a run ends would slow the next.
 * Gives up after `patienceMs`.
 */
export async function untilQuiet(patienceMs = 3_000): Promise<void> {
  for (const end = performance.now() + patienceMs; performance.now() < end; ) {
    const before = cores();
    await pause(150);
    if (busyShare(before) < 0.25) return;
  }
}

interface Asked {
  origin: string;
  paths: string[];
  seconds: number;
  connections: number;
}

async function askByWrk({ origin, paths, seconds, connections }: Asked): Promise<z.infer<typeof Told>> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-bench-'));
  try {
    const file = join(folder, 'paths');
    await writeFile(file, `${paths.join('\n')}\n`);
    const options = ['-t1', `-c${connections}`, `-d${seconds}s`, '--timeout', '20s', '-s', script];
    const { stdout } = await run('wrk', [...options, origin, '--', file]);
    return Told.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''));
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function askByAutocannon({ origin, paths, seconds, connections }: Asked) {
  const requests = paths.map((path) => ({ method: 'GET' as const, path }));
  const result = await autocannon({ url: origin, connections, duration: seconds, requests });
  return {
    requests: result.requests.total,
    requestsPerSecond: result.requests.average,
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
    failed: result.non2xx + result.errors,
  };
}
