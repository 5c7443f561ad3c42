import { readFile } from 'node:fs/promises';

/** Returns the resident memory of a process in MiB. Throws an Error where there is no /proc. */
export async function residentMiB(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
}
