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

/** Installs npm packages for a peer, outside of the dependencies of the project. Throws when npm does. */
export async function installPackages(name: string, packages: string[]): Promise<string> {
  const folder = await peerFolder(name);
  const file = join(folder, 'package.json');
  if (!existsSync(file)) await writeFile(file, '{ "private": true, "type": "module" }\n');
  const missing = packages.filter(
    (spec) => !existsSync(join(folder, 'node_modules', spec.replace(/@[^@]*$/, ''))),
  );
  if (missing.length > 0) {
    await run('npm', ['install', '--no-audit', '--no-fund', ...missing], { cwd: folder, timeout: 900_000 });
  }
  return folder;
}
