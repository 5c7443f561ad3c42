import type { Client } from '@modelcontextprotocol/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSampleApp, type SampleApp } from '../routes/sample-app.ts';
import { connect } from './connect.ts';

let sample: SampleApp;
let client: Client;
beforeAll(async () => {
  sample = await openSampleApp();
  client = await connect(sample.app);
});
afterAll(async () => {
  await client.close();
  await sample.close();
});

test('the newest articles and the people with most articles are listed', async () => {
  const { resources } = await client.listResources();
  expect(resources).toContainEqual({
    uri: 'dateline://articles/birch-promises-a-new-pier',
    name: 'birch-promises-a-new-pier',
    title: 'Birch promises a new pier',
    description: 'Published 2024-11-03T11:59:00Z.',
    mimeType: 'text/plain',
  });
  expect(resources.map(({ uri }) => uri)).toContain('dateline://people/ada-birch');
});

test('every resource that is listed can be read', async () => {
  const { resources } = await client.listResources();
  for (const { uri, title } of resources) {
    const { contents } = await client.readResource({ uri });
    expect(contents).toMatchObject([
      { uri, mimeType: 'text/plain', text: expect.stringContaining(title ?? '') },
    ]);
  }
});

test('others are found by their addresses', async () => {
  const { resourceTemplates } = await client.listResourceTemplates();
  expect(resourceTemplates.map(({ uriTemplate }) => uriTemplate)).toEqual([
    'dateline://articles/{slug}',
    'dateline://people/{slug}',
  ]);
});

test.each(['dateline://articles/nowhere', 'dateline://people/nobody', 'dateline://topics/harbours'])(
  '%s is not found',
  async (uri) => {
    await expect(client.readResource({ uri })).rejects.toThrow(uri);
  },
);

test.each([
  ['bir', ['ada-birch']],
  ['ada-b', ['ada-birch']],
  ['zzz', []],
])('the slug of a person begun as %s is completed', async (value, slugs) => {
  const { completion } = await client.complete({
    ref: { type: 'ref/resource', uri: 'dateline://people/{slug}' },
    argument: { name: 'slug', value },
  });
  expect(completion.values).toEqual(slugs);
});
