import { existsSync } from 'node:fs';
import { chmod, copyFile, cp, mkdir, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { buildah, folder, run } from './buildah.ts';

/** Image that the Dockerfile is built on. */
export const baseImage = 'docker.io/library/node:24-bookworm-slim';

const path = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/**
 * Makes a stand-in for Docker's Node image, unless an earlier run has made it: Debian's smallest system with the
 * Node.js of the package `node`, npm, and the user `node`. No registry of images is needed.
 */
export async function makeBaseImage(): Promise<void> {
  const images = await buildah('images', '--format', '{{.Name}}:{{.Tag}}');
  if (images.split('\n').includes(baseImage)) return;
  const system = join(folder, 'base');
  if (!existsSync(join(system, 'etc/debian_version'))) {
    await mkdir(folder, { recursive: true });
    await run('debootstrap', '--variant=minbase', 'bookworm', system);
  }
  const require = createRequire(import.meta.url);
  const node = join(dirname(require.resolve('node/package.json')), 'bin/node');
  await copyFile(node, join(system, 'usr/local/bin/node'));
  await chmod(join(system, 'usr/local/bin/node'), 0o755);
  const modules = await run('npm', 'root', '--global');
  await cp(join(modules, 'npm'), join(system, 'usr/local/lib/node_modules/npm'), { recursive: true });
  for (const name of ['npm', 'npx']) {
    const script = join(system, 'usr/local/lib/node_modules/npm/bin', `${name}-cli.js`);
    await chmod(script, 0o755);
    await symlink(`../lib/node_modules/npm/bin/${name}-cli.js`, join(system, 'usr/local/bin', name)).catch(
      ignoreExisting,
    );
  }
  await run(
    'chroot',
    system,
    'sh',
    '-c',
    'id node || useradd --create-home --uid 1000 --shell /bin/bash node',
  );
  await writeFile(join(system, 'etc/hostname'), 'base\n');
  const container = await buildah('from', '--pull-never', 'scratch');
  const trust = await trustedCertificates(system);
  await buildah('copy', '--quiet', container, system, '/');
  await buildah('config', '--env', `PATH=${path}`, '--cmd', 'node', ...trust, container);
  await buildah('commit', '--quiet', '--rm', '--format', 'docker', container, baseImage);
}

/** Lets npm in the image trust what it trusts on this machine, for registries behind a proxy. Returns buildah options. */
async function trustedCertificates(system: string): Promise<string[]> {
  const file = process.env.NODE_EXTRA_CA_CERTS;
  if (!file) return [];
  await copyFile(file, join(system, 'etc/extra-certificates.pem'));
  return ['--env', 'NODE_EXTRA_CA_CERTS=/etc/extra-certificates.pem'];
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}
