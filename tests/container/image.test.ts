import { chown, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { baseImage, makeBaseImage } from './base-image.ts';
import { buildah } from './buildah.ts';
import { type MountedImage, mountImage, runIn, startServerIn, userOf } from './run-image.ts';

const name = 'localhost/dateline-test';
let image: MountedImage;

beforeAll(async () => {
  await makeBaseImage();
  const build = ['build', '--isolation', 'chroot', '--pull-never', '--format', 'docker', '--tag', name];
  await buildah(...build, join(import.meta.dirname, '../..'));
  image = await mountImage(name);
});

afterAll(async () => {
  await image?.remove();
  await buildah('rmi', '--force', name);
});

/** Makes an empty volume, which an engine gives to the user of the image. */
async function volume(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-volume-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const id = Number(await userOf(image, image.config.User));
  await chown(folder, id, id);
  return folder;
}

test('the image is built on the Node.js image that the Dockerfile names', async () => {
  expect(await readFile(join(import.meta.dirname, '../../Dockerfile'), 'utf8')).toContain(
    `FROM ${baseImage.replace('docker.io/library/', '')} AS dependencies`,
  );
});

test('the image serves an empty archive, with the script of the reader, as the user node', async () => {
  const server = await startServerIn(image, { data: await volume() });
  onTestFinished(async () => void (await server.stop()));
  expect(server.output()).toContain('PUBLIC_URL is not set');
  const list = await fetch(`${server.url}/v1/articles?limit=1`);
  expect(list.status).toBe(200);
  expect(await list.json()).toMatchObject({ data: [] });
  const page = await (await fetch(`${server.url}/`)).text();
  const [, script] = /<script[^>]+src="([^"]+)"/.exec(page) ?? [];
  expect(script).toBeDefined();
  const response = await fetch(new URL(script ?? '', server.url));
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toContain('javascript');
  const status = await readFile(`/proc/${server.pid}/status`, 'utf8');
  const id = await userOf(image, 'node');
  expect(image.config.User).toBe('node');
  expect(/^Uid:\s+(\d+)/m.exec(status)?.[1]).toBe(id);
  expect(id).not.toBe('0');
});

test('the health check passes while the server runs, and fails without it', async () => {
  const [kind, ...command] = image.config.Healthcheck?.Test ?? [];
  expect(kind).toBe('CMD');
  const data = await volume();
  const server = await startServerIn(image, { data });
  const env = { PORT: new URL(server.url).port };
  expect(await runIn(image, { command, env, data })).toMatchObject({ code: 0 });
  await server.stop();
  expect(await runIn(image, { command, env, data })).toMatchObject({ code: 1 });
});

test('SIGTERM stops the server with the exit code 0', async () => {
  const server = await startServerIn(image, { data: await volume() });
  expect(await server.stop()).toBe(0);
});

test('the data stays on the volume when the container is replaced', async () => {
  expect(Object.keys(image.config.Volumes ?? {})).toEqual(['/data']);
  const data = await volume();
  const first = await startServerIn(image, { data, command: ['serve', '--seed'] });
  const before = await (await fetch(`${first.url}/v1/articles`)).json();
  expect(before).toMatchObject({ data: [{ headline: expect.any(String) }] });
  await first.stop();
  const second = await startServerIn(image, { data });
  onTestFinished(async () => void (await second.stop()));
  expect(await (await fetch(`${second.url}/v1/articles`)).json()).toEqual(before);
});

test('the image starts with a read-only root file system', async () => {
  const data = await volume();
  expect(await runIn(image, { command: ['touch', 'compiled/x'], data, readOnly: true })).toMatchObject({
    code: 1,
  });
  const server = await startServerIn(image, { data, readOnly: true });
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  expect(await server.stop()).toBe(0);
});
