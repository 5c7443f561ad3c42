import { readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second, whatever its clock. */
const tickMs = 10;

/**
 * The computing time that a process and the processes below it have had so far, in ms; undefined where the system
 * does not tell (it is no Linux, or the process has ended).
 */
export function computingTime(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program stands in brackets and may hold spaces.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const own = (Number(fields[11]) + Number(fields[12])) * tickMs;
    const below = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
    const times = below === '' ? [] : below.split(' ').map((child) => computingTime(Number(child)) ?? 0);
    return times.reduce((sum, time) => sum + time, own);
  } catch {
    return undefined;
  }
}

/** The share of time in which the machine's cores had something to do, since a state of `cores()` before. */
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
