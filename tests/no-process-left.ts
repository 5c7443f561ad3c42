import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** Environment variable that vitest.config.ts gives to tests, and that the programs they start inherit. */
const mark = `DATELINE_TEST_RUN=${process.pid}`;

/** Grace for a process that a test has just killed, in steps of 100 ms. */
const graceSteps = 50;

/** Global setup of vitest: returns the teardown, which fails if a program that a test started still runs. */
export default function setup(): () => Promise<void> {
  return async () => {
    for (let step = 0; step < graceSteps && programsLeft().length > 0; step += 1) await pause(100);
    const left = programsLeft();
    for (const { pid } of left) process.kill(pid, 'SIGKILL');
    const lines = left.map(({ pid, command }) => `  ${pid} ${command}`);
    if (left.length > 0) throw new Error(`tests left ${left.length} processes running:\n${lines.join('\n')}`);
  };
}

/** Lists the running programs that tests started. Reads /proc, so it finds none on systems other than Linux. */
function programsLeft(): { pid: number; command: string }[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const marked = readFileSync(`/proc/${name}/environ`, 'utf8').split('\0').includes(mark);
      const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
      // A process that has ended and was not waited for has no command line.
      return marked && command !== '' ? [{ pid: Number(name), command }] : [];
    } catch {
      // It ended meanwhile, or belongs to another user.
      return [];
    }
  });
}
