import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import { openArchive } from '../../src/archive/open-archive.ts';
import { importDocuments } from '../../src/importing/import-documents.ts';
import { found } from './found.ts';
import { temporaryFolder } from './temporary-folder.ts';

const text = 'The council of the town met on Sunday and decided to mend the old bridge over the river.';

/** An archive into which these files, by path, were imported, and what the import said. */
async function importOf(files: Record<string, string | Uint8Array>) {
  const archive = await openArchive({ engine: 'sqlite', path: join(await temporaryFolder(), 'archive.db') });
  onTestFinished(() => archive.close());
  const list = Object.entries(files).map(([path, content]) => found(path, content));
  const report = await importDocuments(
    archive,
    (async function* () {
      yield* list;
    })(),
    {
      settings: { source: null, timeZone: null, language: 'en', map: {} },
      ...{ extraction: true, threads: 0, batchSize: 10 },
    },
  );
  return { archive, report };
}

/** All that the archive holds of its articles, as JSON. */
async function storedIn(archive: Archive): Promise<string> {
  const ids = (await archive.changes.since(0, 100)).map(({ article }) => article);
  const stored = JSON.stringify(await Promise.all(ids.map((id) => archive.reads.article(id))));
  expect(stored).toContain('Bridge mended');
  return stored;
}

test('two articles with one headline have a slug each', async () => {
  const { archive, report } = await importOf({
    'one.txt': `Bridge mended\n\nBy Ann Lee\n\n${text}\n`,
    'two.txt': `Bridge mended\n\nBy Bo Ek\n\nElsewhere, ${text}\n`,
  });
  expect(report).toMatchObject({ new: 2, skipped: 0 });
  const slugs = await Promise.all(
    ['bridge-mended', 'bridge-mended-2'].map((slug) => archive.reads.article(slug)),
  );
  expect(slugs.map((found) => found?.kind)).toEqual(['found', 'found']);
});

test.each(['0000-01-01', '2024-02-30', 'next week'])(
  'a date that cannot be, %s, is said and the article kept',
  async (published) => {
    const { archive, report } = await importOf({
      'a.json': JSON.stringify({ headline: 'Bridge mended', published, body: text }),
    });
    expect(report).toMatchObject({ new: 1, skipped: 0 });
    expect(await storedIn(archive)).toContain('date-not-understood');
  },
);

test('a date far in the future holds the article until then', async () => {
  const { report } = await importOf({
    'a.json': JSON.stringify({ headline: 'Bridge mended', published: '9999-12-31T23:59:59Z', body: text }),
  });
  expect(report).toMatchObject({ new: 0, held: 1, nextDue: '9999-12-31T23:59:59Z', skipped: 0 });
});

test('what is broken in one file costs that file alone', async () => {
  const { report } = await importOf({
    'cut.json': '{"headline": "Cut off", "body": "A te',
    'deep.json': `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
    'bomb.xml':
      '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>',
    'outside.xml':
      '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&x;</title></item></channel></rss>',
    'empty.txt': '',
    'binary.txt': Uint8Array.from({ length: 2000 }, (_, index) => index % 7),
    'good.txt': `Bridge mended\n\n${text}\n`,
  });
  expect(report).toMatchObject({ new: 1, skipped: 6 });
  expect(report.skips.every(({ reason }) => reason !== '')).toBe(true);
});

test('markup never reaches what is stored', async () => {
  const evil = `<html><head><title>Bridge mended</title></head><body><article><h1>Bridge mended</h1>
    <p onclick="steal()">${text} ${text}<script>alert(1)</script></p><iframe src="https://evil.example"></iframe>
    <p>${text} <a href="javascript:alert(2)">here</a> &lt;img src=x onerror=alert(3)&gt;</p></article></body></html>`;
  const { archive } = await importOf({ 'a.html': evil });
  expect(await storedIn(archive)).not.toMatch(/alert\(1\)|steal|javascript:|iframe|evil\.example|<p|<script/);
});
