import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { boundedBudget } from '../../../../src/archive/sqlite/budget.ts';
import { openSqliteArchive } from '../../../../src/archive/sqlite/open.ts';
import { createPooledReads } from '../../../../src/archive/sqlite/reader-pool/pooled-reads.ts';
import { sampleArticle } from '../../sample-articles.ts';

test('the quotes of a large article are read in another process, those of others here', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-part-'));
  const path = join(folder, 'archive.db');
  const whole = openSqliteArchive({ path });
  const here = openSqliteArchive({ path, budget: boundedBudget });
  onTestFinished(async () => {
    await here.close();
    await whole.close();
    rmSync(folder, { recursive: true });
  });
  const digits = Array.from({ length: 20_000 }, (_, index) => Math.imul(index, 2_654_435_761) >>> 0);
  await whole.writes.writeArticles([
    sampleArticle({ headline: 'Short', quotes: [{ exact: 'Yes' }] }),
    sampleArticle({ headline: 'Long', body: digits.join(' '), quotes: [{ exact: 'No' }] }),
  ]);
  const sent = vi.fn((_name: string, ...given: unknown[]) =>
    whole.reads.articlePart(...(given as Parameters<typeof whole.reads.articlePart>)),
  );
  const reads = createPooledReads(here.reads, sent as never);
  const ask = async (reference: string) => {
    const found = await reads.articlePart(reference, 'quotes', { limit: 10 });
    return found.kind === 'found' ? found.value.items.map((item) => JSON.parse(item).exact) : found.kind;
  };
  expect(await ask('short')).toEqual(['Yes']);
  expect(await ask('nothing')).toBe('absent');
  expect(sent).not.toHaveBeenCalled();
  expect(await ask('long')).toEqual(['No']);
  expect(sent).toHaveBeenCalledOnce();
});
