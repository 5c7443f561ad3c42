import { afterAll, beforeAll, expect, test } from 'vitest';
import { tools } from '../../src/mcp/tools.ts';
import { openSampleApp, type SampleApp } from '../routes/sample-app.ts';
import { connect } from './connect.ts';

let sample: SampleApp;
beforeAll(async () => {
  sample = await openSampleApp();
});
afterAll(() => sample.close());

// A client sends the list to its model with every request. tests/process/mcp.test.ts measures standard input and output.
test.each([
  ['2025', false],
  ['2026', true],
])('the list of tools has at most 13,000 bytes for clients of %s', async (era, latest) => {
  const client = await connect(sample.app, { latest });
  const list = await client.listTools();
  await client.close();
  const bytes = Buffer.byteLength(JSON.stringify(list));
  process.stdout.write(`tools/list over HTTP (${era}): ${bytes.toLocaleString('en')} bytes\n`);
  expect(bytes).toBeLessThanOrEqual(13_000);
});

test('what an assistant is told is what the tools take', async () => {
  const client = await connect(sample.app);
  const { tools: listed } = await client.listTools();
  const examples: Record<string, unknown> = { article: 'storm-closes-the-ferry', person: 'ada-birch' };
  const values: Record<string, unknown> = {
    limit: 3,
    from: '2023',
    to: '2024',
    date: undefined,
    cursor: undefined,
  };
  for (const { name, description, inputSchema } of listed) {
    expect(description, name).toBeTruthy();
    const given: Record<string, unknown> = {};
    for (const [parameter, schema] of Object.entries(inputSchema.properties ?? {})) {
      given[parameter] = parameter in values ? values[parameter] : (examples[parameter] ?? exampleOf(schema));
    }
    if (name === 'get_article') given.from = 0;
    const { isError, content } = await client.callTool({ name, arguments: given });
    expect(isError, `${name} ${JSON.stringify(given)} ${JSON.stringify(content)}`).toBeFalsy();
  }
  expect(listed.map(({ name }) => name)).toEqual(tools.map(({ name }) => name));
  await client.close();
});

/** A value of a parameter as its schema describes it. */
function exampleOf(schema: unknown): unknown {
  const { type, enum: words, items } = Object(schema);
  if (words) return words[0];
  if (type === 'array') return Object(items).enum;
  return type === 'boolean' ? true : 'pier';
}
