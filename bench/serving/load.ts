import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import autocannon from 'autocannon';
import { z } from 'zod';

const run = promisify(execFile);
const script = fileURLToPath(new URL('paths.lua', import.meta.url));

/** What came of asking without pause for some seconds. */
export const Load = z.object({
  requestsPerSecond: z.number(),
  p50Ms: z.number(),
  p99Ms: z.number(),
  /** Answers that were no 2xx, and requests without answer. */
  failed: z.number(),
});
export type Load = z.infer<typeof Load>;

export type Generator = 'wrk' | 'autocannon';

/** wrk where it is installed (Debian has it), else autocannon, whose own work slows what it measures. */
export async function loadGenerator(): Promise<Generator> {
  // wrk answers --version with an exit code of 1.
  const isMissing = await run('wrk', ['--version']).then(
    () => false,
    (error) => error.code === 'ENOENT',
  );
  return isMissing ? 'autocannon' : 'wrk';
}

/** Asks an origin for paths in turn, from some connections, for some seconds. */
export async function load(
  generator: Generator,
  origin: string,
  paths: string[],
  { seconds, connections = 16 }: { seconds: number; connections?: number },
): Promise<Load> {
  if (generator === 'autocannon') {
    const requests = paths.map((path) => ({ method: 'GET' as const, path }));
    const result = await autocannon({ url: origin, connections, duration: seconds, requests });
    return {
      requestsPerSecond: result.requests.average,
      p50Ms: result.latency.p50,
      p99Ms: result.latency.p99,
      failed: result.non2xx + result.errors,
    };
  }
  const folder = await mkdtemp(join(tmpdir(), 'dateline-bench-'));
  try {
    const file = join(folder, 'paths');
    await writeFile(file, `${paths.join('\n')}\n`);
    const options = ['-t1', `-c${connections}`, `-d${seconds}s`, '--timeout', '20s', '-s', script];
    const { stdout } = await run('wrk', [...options, origin, '--', file]);
    return Load.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''));
  } finally {
    await rm(folder, { recursive: true });
  }
}
