import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import type { Format } from '../../src/reading/reader.ts';

/** The example of CONTRIBUTING.md, run by itself: its imports are those of a file in `src/reading/formats`. */
async function exampleReader(): Promise<Format> {
  const [, code = ''] = /```ts\n([\s\S]*?)```/.exec(await readFile('CONTRIBUTING.md', 'utf8')) ?? [];
  const folder = await mkdtemp(join(tmpdir(), 'dateline-example-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const formats = resolve('src/reading/formats');
  const file = join(folder, 'bulletin.ts');
  await writeFile(
    file,
    code.replace(/from '(\.[^']+)'/g, (_, path: string) => `from '${join(formats, path)}'`),
  );
  const loaded: { bulletin: Format } = await import(/* @vite-ignore */ pathToFileURL(file).href);
  return loaded.bulletin;
}

test('the reader that CONTRIBUTING shows reads its format', async () => {
  const reader = await exampleReader();
  const bytes = Buffer.from('!TITLE Ferry delayed\n!AT 2025-03-04T10:00:00Z\nThe ferry is delayed by fog.\n');
  expect(reader.recognise(bytes.toString(), 'a.bul')).toBeGreaterThan(0.5);
  expect([
    ...reader.read({ path: 'a.bul', bytes }, { source: null, timeZone: null, language: null, map: {} }),
  ]).toMatchObject([
    {
      kind: 'draft',
      draft: {
        headline: 'Ferry delayed',
        publishedAt: '2025-03-04T10:00:00Z',
        body: { text: 'The ferry is delayed by fog.' },
      },
    },
  ]);
});
