import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { dataFolder } from './data-folder.ts';

const run = promisify(execFile);
const peers = join(dataFolder, 'peers');

/** The folder that a peer is installed into, kept between runs. */
export async function peerFolder(name: string): Promise<string> {
  const folder = join(peers, name);
  await mkdir(folder, { recursive: true });
  return folder;
}

/**
 * Installs npm packages for a peer, outside of the dependencies of the project; without `scripts`, what they would run
 * when installed is left out. Throws when npm does.
 */
export async function installPackages(
  name: string,
  packages: string[],
  { overrides = {}, scripts = true }: { overrides?: Record<string, string>; scripts?: boolean } = {},
): Promise<string> {
  const folder = await peerFolder(name);
  const file = join(folder, 'package.json');
  if (!existsSync(file)) {
    await writeFile(file, `${JSON.stringify({ private: true, type: 'module', overrides })}\n`);
  }
  const missing = packages.some(
    (spec) => !existsSync(join(folder, 'node_modules', spec.replace(/@[^@]*$/, ''), 'package.json')),
  );
  if (missing) {
    const options = ['--no-audit', '--no-fund', ...(scripts ? [] : ['--ignore-scripts'])];
    await run('npm', ['install', ...options, ...packages], { cwd: folder, timeout: 900_000 });
  }
  return folder;
}
