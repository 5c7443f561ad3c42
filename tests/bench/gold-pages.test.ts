import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { goldPages } from '../../bench/extraction/gold-pages.ts';

const page = '<!doctype html><title>Ferry to resume</title>';

async function corpusOf(rows: object[]): Promise<string> {
  const corpus = await mkdtemp(join(tmpdir(), 'dateline-corpus-'));
  const folder = join(corpus, 'html-newspaper4k');
  await mkdir(join(folder, 'html'), { recursive: true });
  await writeFile(join(folder, 'html/ferry.html.gz'), gzipSync(page));
  await writeFile(join(folder, 'expected.jsonl'), rows.map((row) => JSON.stringify(row)).join('\n'));
  return corpus;
}

const row = { id: 'ferry', html: 'html/ferry.html.gz', url: 'https://news.example/ferry', title: 'Ferry' };

describe('the gold pages of a corpus', () => {
  it('have a made-up address where the set has none', async () => {
    const pages = goldPages(await corpusOf([{ ...row, url: null }]));
    expect(pages.get('html-newspaper4k')).toEqual([
      expect.objectContaining({ html: page, url: 'https://pages.example/ferry', title: 'Ferry' }),
    ]);
  });

  it('leave out a row of another shape and a row whose page is missing', async () => {
    const pages = goldPages(
      await corpusOf([{ id: 'odd', html: 7 }, { ...row, html: 'html/lost.html.gz' }, row]),
    );
    expect(pages.get('html-newspaper4k')).toHaveLength(1);
  });

  it('are none where the corpus has no set of pages', async () => {
    expect(goldPages(await mkdtemp(join(tmpdir(), 'dateline-corpus-'))).size).toBe(0);
  });
});
