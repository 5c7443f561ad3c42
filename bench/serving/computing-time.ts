import { readdirSync, readFileSync } from 'node:fs';

/**
 * Returns the CPU time of a process and of the processes below it so far, in ms with a precision of nanoseconds.
 * Threads that have ended are not counted. Returns undefined if the system does not report it: it is not Linux, or the
 * process has ended.
 */
export function computingTime(pid: number): number | undefined {
  try {
    const threads = readdirSync(`/proc/${pid}/task`).map((thread) => `/proc/${pid}/task/${thread}`);
    // The first number of schedstat is the time on a CPU, in ns.
    const own = threads.map((thread) => parseInt(readFileSync(`${thread}/schedstat`, 'utf8'), 10) / 1e6);
    const children = threads.flatMap(
      (thread) => readFileSync(`${thread}/children`, 'utf8').match(/\d+/g) ?? [],
    );
    const below = children.map((child) => computingTime(Number(child)) ?? 0);
    return [...own, ...below].reduce((sum, time) => sum + time, 0);
  } catch {
    return undefined;
  }
}

/** Returns the share of time in which the machine's cores were busy since an earlier result of `cores()`. */
export function busyShare(before: { busy: number; all: number }, after = cores()): number {
  return after.all === before.all ? 0 : (after.busy - before.busy) / (after.all - before.all);
}

/** Returns the busy and total time of the machine's cores so far, in ticks; zero if the system does not report it. */
export function cores(): { busy: number; all: number } {
  try {
    const [line = ''] = readFileSync('/proc/stat', 'utf8').split('\n');
    const ticks = line.trim().split(/\s+/).slice(1, 9).map(Number);
    const all = ticks.reduce((sum, part) => sum + part, 0);
    return { all, busy: all - (ticks[3] ?? 0) - (ticks[4] ?? 0) };
  } catch {
    return { busy: 0, all: 0 };
  }
}
