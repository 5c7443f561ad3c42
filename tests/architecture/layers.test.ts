import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

/**
 * The layers, top to bottom: each may import itself and those named with it, nothing else.
 * The drawing of the same is in docs/architecture.md.
 */
const layers: Record<string, string[]> = {
  main: ['cli'],
  cli: [
    'server',
    'web',
    'mcp',
    'routes',
    'http',
    'publishing',
    'live',
    'net',
    'exporting',
    'importing',
    'archive',
    'reading',
    'model',
    'config',
    'errors',
    'log',
    'version',
  ],
  server: [
    'routes',
    'http',
    'mcp',
    'web',
    'live',
    'net',
    'importing',
    'archive',
    'model',
    'config',
    'errors',
    'log',
    'version',
  ],
  mcp: ['routes', 'http', 'live', 'archive', 'model', 'errors'],
  web: ['http', 'reader'],
  reader: [],
  routes: ['http', 'publishing', 'exporting', 'live', 'archive', 'model', 'errors'],
  http: ['live', 'archive', 'model', 'errors'],
  publishing: ['model'],
  live: ['net', 'archive', 'model'],
  exporting: ['publishing', 'archive', 'model'],
  importing: ['reading', 'net', 'archive', 'model'],
  reading: ['model'],
  archive: ['model'],
  net: [],
  model: [],
  errors: [],
  config: ['model'],
  log: ['config'],
  version: [],
};

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) =>
  /\.[tj]s$/.test(name),
);

function layerOf(file: string): string {
  // The pages and the typed client lie beside src, below its top.
  if (/^\.\.\/(web|clients)\//.test(file)) return 'reader';
  return file.split(/[/.]/)[0] ?? file;
}

function importsOf(file: string): string[] {
  const text = readFileSync(join('src', file), 'utf8');
  return [...text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map(([, path = '']) =>
    relative('src', join('src', dirname(file), path)),
  );
}

test('every file of src lies in a layer that this test knows', () => {
  expect(files.map(layerOf).filter((layer) => !(layer in layers))).toEqual([]);
});

describe('imports point downwards only', () => {
  test.each(Object.entries(layers))('%s imports only what lies below it', (layer, below) => {
    const upward = files
      .filter((file) => layerOf(file) === layer)
      .flatMap((file) => importsOf(file).map((target) => ({ file, target })))
      .filter(({ target }) => target.endsWith('.ts'))
      .filter(({ target }) => layerOf(target) !== layer && !below.includes(layerOf(target)))
      .map(({ file, target }) => `${file} → ${target}`);
    expect(upward).toEqual([]);
  });
});

test('only archive/ holds SQL', () => {
  const statement = /\b(SELECT\s+[\w*"(]|INSERT\s+INTO|DELETE\s+FROM|CREATE\s+TABLE|PRAGMA\s)/;
  const elsewhere = files.filter(
    (file) => layerOf(file) !== 'archive' && statement.test(readFileSync(join('src', file), 'utf8')),
  );
  expect(elsewhere).toEqual([]);
});

test('the API sees the archive through its interface and its errors alone', () => {
  const reached = files
    .filter((file) => ['http', 'routes'].includes(layerOf(file)) || file === 'server/app.ts')
    .flatMap((file) => importsOf(file).map((target) => ({ file, target })))
    .filter(({ target }) => target.startsWith('archive/') && !/^archive\/[^/]+\.ts$/.test(target))
    .map(({ file, target }) => `${file} → ${target}`);
  expect(reached).toEqual([]);
});

test('only archive/ knows its engines, and only importing shares its core', () => {
  const reached = files
    .filter((file) => layerOf(file) !== 'archive')
    .flatMap((file) => importsOf(file).map((target) => ({ file, target })))
    .filter(({ target }) => /^archive\/.+\//.test(target))
    .filter(
      ({ file, target }) =>
        !(layerOf(file) === 'importing' && target.startsWith('archive/core/article-json/')),
    )
    .map(({ file, target }) => `${file} → ${target}`);
  expect(reached).toEqual([]);
});

/** Imports of our own files from all TypeScript of a folder, as paths from the root. */
function reachedFrom(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.includes('node_modules'))
    .flatMap((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      return [...text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map(([, path = '']) =>
        join(folder, dirname(name), path),
      );
    });
}

test('the reader knows the archive only through the typed client', () => {
  const beyond = reachedFrom('web').filter((path) => !/^(web|clients\/typescript\/src)\//.test(path));
  expect(beyond).toEqual([]);
});

test('the typed client stands on its own', () => {
  const beyond = reachedFrom('clients/typescript/src').filter(
    (path) => !path.startsWith('clients/typescript/src/'),
  );
  expect(beyond).toEqual([]);
});
