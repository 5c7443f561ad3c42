import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** Folder of all images and containers of these tests. The base image stays there for the next run. */
export const folder = join(tmpdir(), 'dateline-container');

/** Storage and isolation that work as root without a daemon, also inside another container. */
const storage = [
  '--root',
  join(folder, 'storage'),
  '--runroot',
  join(folder, 'run'),
  '--storage-driver',
  'vfs',
];

/** Returns the arguments of a buildah command with the storage of these tests. */
export function buildahArguments(...args: string[]): string[] {
  return [...storage, ...args];
}

/** Runs a program. Returns its standard output without the last newline; throws an Error with its standard error. */
export async function run(program: string, ...args: string[]): Promise<string> {
  const { stdout } = await execute(program, args, { maxBuffer: 2 ** 26 });
  return stdout.trimEnd();
}

/** Runs a buildah command and returns its standard output. */
export async function buildah(...args: string[]): Promise<string> {
  await mkdir(folder, { recursive: true });
  return run('buildah', ...buildahArguments(...args));
}
