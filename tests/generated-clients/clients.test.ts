import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeApi } from '../../src/routes/openapi/openapi.ts';
import { routes } from '../../src/routes/table.ts';
import { openSampleApp, type SampleApp } from '../routes/sample-app.ts';

/**
 * Generates clients from the OpenAPI document with the generators that are used most, compiles them, and lists articles
 * with them. The generators are installed into a temporary folder: they need the JavaScript API of TypeScript 5.
 */
const run = promisify(execFile);
const packages = {
  typescript: '^5.9.0',
  esbuild: '^0.25.0',
  'openapi-typescript': '^7.13.0',
  'openapi-fetch': '^0.17.0',
  '@hey-api/openapi-ts': '^0.99.0',
  orval: '^8.38.0',
  prettier: '^3.0.0',
  '@kubb/core': '^4.39.0',
  '@kubb/cli': '^4.39.0',
  '@kubb/plugin-oas': '^4.39.0',
  '@kubb/plugin-ts': '^4.39.0',
  '@kubb/plugin-client': '^4.39.0',
};

/** Parameters with every kind of list. */
const query = `{
  fields: ['slug', 'headline'], facets: ['year', 'person'], 'tag.any': ['topic/harbours', 'topic/storms'],
  tag: ['place/seahaven', '-topic/storms'], person: ['ada-birch'], limit: 5,
}`;

interface Generator {
  /** Arguments of the generator, the path of its program first. */
  command: string[];
  config?: [file: string, text: string];
  /** A program that exports `listArticles(baseUrl)`, which returns slugs. */
  use: string;
}

const generators: Record<string, Generator> = {
  'openapi-fetch': {
    command: ['openapi-typescript/bin/cli.js', 'openapi.json', '-o', 'out/openapi-fetch.ts'],
    use: `
      import createClient from 'openapi-fetch';
      import type { paths } from './out/openapi-fetch.ts';
      export async function listArticles(baseUrl: string): Promise<(string | undefined)[]> {
        const client = createClient<paths>({ baseUrl });
        const { data, error } = await client.GET('/v1/articles', { params: { query: ${query} } });
        if (!data) throw new Error(error.detail);
        return data.data.map(({ slug }) => slug);
      }`,
  },
  'hey-api': {
    command: ['.bin/openapi-ts', '-i', 'openapi.json', '-o', 'out/hey-api', '-c', '@hey-api/client-fetch'],
    use: `
      import { client } from './out/hey-api/client.gen.ts';
      import { listArticles as list } from './out/hey-api/index.ts';
      export async function listArticles(baseUrl: string): Promise<(string | undefined)[]> {
        client.setConfig({ baseUrl });
        const { data, error } = await list({ query: ${query} });
        if (!data) throw new Error(error?.detail);
        return data.data.map(({ slug }) => slug);
      }`,
  },
  orval: {
    command: ['.bin/orval', '--config', 'orval.config.mjs'],
    config: [
      'orval.config.mjs',
      `export default { dateline: { input: './openapi.json', output: { target: './out/orval.ts', client: 'fetch', baseUrl: 'BASE' } } };`,
    ],
    use: `
      import { listArticles as list } from './out/orval.ts';
      export async function listArticles(baseUrl: string): Promise<(string | undefined)[]> {
        const response = await list(${query});
        if (response.status !== 200) throw new Error(String(response.status));
        return response.data.data.map(({ slug }) => slug);
      }`,
  },
  kubb: {
    command: ['.bin/kubb', 'generate', '--config', 'kubb.config.mjs'],
    config: [
      'kubb.config.mjs',
      `import { defineConfig } from '@kubb/core';
       import { pluginOas } from '@kubb/plugin-oas';
       import { pluginTs } from '@kubb/plugin-ts';
       import { pluginClient } from '@kubb/plugin-client';
       export default defineConfig({
         input: { path: './openapi.json' },
         output: { path: './out/kubb' },
         plugins: [pluginOas(), pluginTs(), pluginClient({ client: 'fetch' })],
       });`,
    ],
    use: `
      import { listArticles as list } from './out/kubb/index.ts';
      export async function listArticles(baseURL: string): Promise<(string | undefined)[]> {
        const response = await list(${query}, undefined, { baseURL });
        return response.data.map(({ slug }) => slug);
      }`,
  },
};

const folder = mkdtempSync(join(tmpdir(), 'dateline-clients-'));
let api: SampleApp;
let base: string;

/** Runs a program of the installed packages. */
async function program(name: string, ...args: string[]): Promise<void> {
  await run(process.execPath, [join(folder, 'node_modules', name), ...args], { cwd: folder }).catch(
    ({ stdout, stderr }: { stdout: string; stderr: string }) => {
      throw new Error(`${name} ${args.join(' ')} failed:\n${stdout.slice(-4_000)}\n${stderr.slice(-4_000)}`);
    },
  );
}

beforeAll(async () => {
  api = await openSampleApp();
  base = await api.app.listen({ port: 0, host: '127.0.0.1' });
  mkdirSync(join(folder, 'out'));
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ private: true, type: 'module', dependencies: packages }),
  );
  await run('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts'], { cwd: folder });
  const document = await describeApi(routes, { version: '1.0.0', base: '' });
  writeFileSync(join(folder, 'openapi.json'), JSON.stringify(document));
  // The generators must not see the types of this project.
  cpSync(join(import.meta.dirname, 'tsconfig.strict.json'), join(folder, 'tsconfig.json'));
});
afterAll(async () => {
  await api.close();
  rmSync(folder, { recursive: true });
});

describe.each(Object.entries(generators))('a client of %s', (name, { command, config, use }) => {
  const source = `${name}.ts`;

  test('is generated and compiles under --strict', async () => {
    if (config) writeFileSync(join(folder, config[0]), config[1].replace('BASE', base));
    const [generator = '', ...args] = command;
    await program(generator, ...args);
    writeFileSync(join(folder, source), use);
    await program('typescript/bin/tsc', '--noEmit', '-p', '.');
  });

  test('lists articles', async () => {
    const bundle = join(folder, `${name}.mjs`);
    await program('esbuild/bin/esbuild', source, '--bundle', '--format=esm', `--outfile=${bundle}`);
    // Another process, because the connections of its fetch would keep this server from closing.
    const script = `const { listArticles } = await import(${JSON.stringify(pathToFileURL(bundle).href)});
      console.log(JSON.stringify(await listArticles(${JSON.stringify(base)})));`;
    const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script]);
    expect(JSON.parse(stdout)).toEqual(['birch-promises-a-new-pier']);
  });
});
