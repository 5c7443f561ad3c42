import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { z } from 'zod';
import { buildah, run } from './buildah.ts';

const list = z.array(z.string()).nullish();
const Inspected = z.object({
  Docker: z.object({
    config: z.object({
      User: z.string(),
      WorkingDir: z.string(),
      Env: z.array(z.string()),
      Entrypoint: list,
      Cmd: list,
      Volumes: z.record(z.string(), z.object({})).nullish(),
      Healthcheck: z.object({ Test: z.array(z.string()) }).nullish(),
    }),
  }),
});

/** Settings of an image, as an engine for containers reads them. */
export type ImageConfig = z.output<typeof Inspected>['Docker']['config'];

/** Reads the settings of an image. */
export async function readConfig(image: string): Promise<ImageConfig> {
  return Inspected.parse(JSON.parse(await buildah('inspect', '--type', 'image', image))).Docker.config;
}

/** File system of an image, mounted on this machine. */
export interface MountedImage {
  folder: string;
  config: ImageConfig;
  remove(): Promise<unknown>;
}

/** Mounts the file system of an image, without starting anything. */
export async function mountImage(image: string): Promise<MountedImage> {
  const container = await buildah('from', '--pull-never', image);
  const folder = await buildah('mount', container);
  return { folder, config: await readConfig(image), remove: () => buildah('rm', container) };
}

export interface RunOptions {
  command: string[];
  /** Variables that replace those of the image. */
  env?: Record<string, string>;
  /** Folder of this machine that is mounted as the volume /data. */
  data: string;
  /** True to mount the file system of the image read-only. */
  readOnly?: boolean;
}

/**
 * Starts a command in an image as an engine does: with the user, the variables and the folder of the image, the volume
 * /data, an own /tmp, and the file system of the image read-only if asked. The process is that of the command itself, so
 * it gets the signals; the network is that of this machine.
 */
export function startIn(
  { folder, config }: MountedImage,
  { command, env = {}, data, readOnly = false }: RunOptions,
) {
  const variables = [...config.Env, ...Object.entries(env).map(([name, value]) => `${name}=${value}`)];
  const script = `set -e
    root=$1 data=$2; shift 2
    mkdir -p "$root/data"
    mount --bind "$root" "$root"
    mount --bind "$data" "$root/data"
    mount -t tmpfs -o mode=1777 tmpfs "$root/tmp"
    mount -t proc proc "$root/proc"
    mount --rbind /dev "$root/dev"
    ${readOnly ? 'mount -o remount,bind,ro "$root"' : ''}
    exec chroot --userspec=${config.User} "$root" env -i --chdir=${config.WorkingDir} "$@"`;
  const marked = [`DATELINE_TEST_RUN=${process.env.DATELINE_TEST_RUN ?? ''}`];
  return spawn(
    'unshare',
    ['--mount', 'sh', '-c', script, 'sh', folder, data, ...variables, ...marked, ...command],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
}

/** Runs a command in an image and returns its exit code and output. */
export async function runIn(
  image: MountedImage,
  options: RunOptions,
): Promise<{ code: number; output: string }> {
  const child = startIn(image, options);
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const [code] = await once(child, 'close');
  return { code: Number(code), output };
}

/** Starts the server of an image with the image's own command. Resolves when it says that it serves. */
export async function startServerIn(
  image: MountedImage,
  options: Omit<RunOptions, 'command'> & { command?: string[] },
) {
  const { Entrypoint, Cmd } = image.config;
  const command = [...(Entrypoint ?? []), ...(options.command ?? Cmd ?? [])];
  const child = startIn(image, { ...options, env: { PORT: '0', ...options.env }, command });
  const closed = once(child, 'close');
  let output = '';
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk;
      const address = /serves .* on http:\/\/[^\s:]*:(\d+)/.exec(output)?.[1];
      if (address) resolve(`http://127.0.0.1:${address}`);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    closed.then(() => reject(new Error(`The server ended:\n${output}`)), reject);
  });
  return {
    url,
    pid: child.pid,
    output: () => output,
    /** Sends SIGTERM and returns the exit code. */
    async stop(): Promise<unknown> {
      child.kill('SIGTERM');
      const [code] = await closed;
      return code;
    },
  };
}

/** Returns the ids of the user that the user `name` of an image has. */
export async function userOf({ folder }: MountedImage, name: string): Promise<string> {
  return run('chroot', folder, 'id', '--user', name);
}
