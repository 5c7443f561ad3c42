import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeApi } from '../../src/routes/openapi/openapi.ts';
import { routes } from '../../src/routes/table.ts';

const run = promisify(execFile);
const redocly = fileURLToPath(import.meta.resolve('@redocly/cli/bin/cli.js'));
/** No telemetry, no look for updates: the linter has to do without network. */
const offline = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
const document = await describeApi(routes, { version: '1.2.3', base: '' });
/** Rules besides the recommended ones: examples match their schemas. */
const examples = { severity: 'error', allowAdditionalProperties: false };
const rules = {
  extends: ['recommended-strict'],
  rules: {
    'no-invalid-media-type-examples': examples,
    'no-invalid-parameter-examples': examples,
    'no-invalid-schema-examples': examples,
    'no-duplicated-tag-names': 'error',
    'operation-operationId-url-safe': 'error',
    'operation-parameters-unique': 'error',
    'spec-strict-refs': 'error',
  },
};
/** It takes 4 s of a processor, which a busy machine may not have to spare. */
const patience = 120_000;
let folder: string;
let file: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-openapi-'));
  file = join(folder, 'openapi.json');
  writeFileSync(file, JSON.stringify(document, null, 2));
  writeFileSync(join(folder, 'redocly.yaml'), JSON.stringify(rules));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('the description of the API passes all rules, without a warning', { timeout: patience }, async () => {
  expect(await lint(file)).toMatchObject({ totals: { errors: 0, warnings: 0 }, problems: [] });
});

test('an example that its schema does not allow fails', { timeout: patience }, async () => {
  const other = join(folder, 'broken.json');
  writeFileSync(
    other,
    JSON.stringify(document).replaceAll('"maximum":100},"example":20', '"maximum":100},"example":"many"'),
  );
  await expect(lint(other)).rejects.toMatchObject({
    stdout: expect.stringContaining('no-invalid-parameter-examples'),
  });
});

/** Lints a document and returns the report. Throws an error with the report as `stdout` if the document has errors. */
async function lint(path: string): Promise<unknown> {
  const args = [redocly, 'lint', '--format=json', path];
  const { stdout } = await run(process.execPath, args, { env: offline, cwd: folder });
  return JSON.parse(stdout);
}

/** Every object in the document, with where it is. */
function* objectsIn(value: unknown, path = ''): Generator<[string, Record<string, unknown>]> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield [path, { ...value }];
  for (const [key, inner] of Object.entries(value)) yield* objectsIn(inner, `${path}/${key}`);
}

test('every route is described', () => {
  const described = new Map(objectsIn(document));
  for (const { method, path, operation } of routes) {
    if (operation.hidden) continue;
    const at = `/paths/${path.replace(/:(\w+)/g, '{$1}')}/${method.toLowerCase()}`;
    expect(described.get(at), at).toMatchObject({ operationId: operation.id });
  }
});

test('every field and parameter is described, and shows an example', () => {
  const silent: string[] = [];
  for (const [path, object] of objectsIn(document)) {
    const isField = /\/properties\/[^/]+$/.test(path);
    const isParameter = 'in' in object && 'schema' in object;
    if (!isField && !isParameter) continue;
    const refers = '$ref' in object;
    const isLeaf = !('properties' in object || 'items' in object || 'anyOf' in object);
    if (!refers && !('description' in object)) silent.push(`${path} has no description`);
    if (!refers && isLeaf && !('examples' in object || 'example' in object || 'const' in object)) {
      silent.push(`${path} has no example`);
    }
  }
  expect(silent).toEqual([]);
});

test('every problem answer shows an example', () => {
  for (const [path, object] of objectsIn(document)) {
    if (!path.endsWith('/application/problem+json')) continue;
    expect(Object.keys(Object(object.examples)).length, path).toBeGreaterThan(0);
  }
});

test('operation ids are unique', () => {
  const ids = routes.map(({ operation }) => operation.id);
  expect(new Set(ids).size).toBe(ids.length);
});
