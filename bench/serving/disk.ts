import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import { openArchive } from '../../src/archive/open-archive.ts';
import { chooseCorpus } from '../corpus/choose-corpus.ts';
import { inventedArchive } from './generate-archive.ts';
import { sampleArticles } from './sample-articles.ts';

/** Bytes a table (or an index of it) takes, in all and per article. */
interface TableSize {
  table: string;
  bytes: number;
  perArticle: number;
  /** As a multiple of the text: headlines, standfirsts and bodies in UTF-8. */
  ofText: number;
}

/**
 * The bytes of an archive's text (headlines, standfirsts and bodies in UTF-8), from the articles of some ranges
 * of it: the mean is good to a percent.
 */
export async function textBytes(path: string): Promise<number> {
  const archive = await openArchive({ engine: 'sqlite', path }, { readOnly: true });
  let articles = 0;
  let text = 0;
  for await (const item of sampleArticles(archive, 'full', 10_000)) {
    const { headline, standfirst, body } = JSON.parse(item);
    text += Buffer.byteLength(`${headline}${standfirst ?? ''}${body.text}`);
    articles += 1;
  }
  const { articles: all } = await archive.reads.summary();
  await archive.close();
  return Math.round((text / articles) * all);
}

/** The bytes of an archive's file, and of its pages that hold nothing and wait for the next import. */
export function fileUse(path: string): { file: number; free: number } {
  const database = new Database(path, { readonly: true });
  const number = (pragma: string) => Number(database.pragma(pragma, { simple: true }));
  const page = number('page_size');
  const use = { file: page * number('page_count'), free: page * number('freelist_count') };
  database.close();
  return use;
}

/** Returns the size of an archive's tables, the largest first, after the sizes of its text and of all tables. */
async function diskUse(path: string): Promise<TableSize[]> {
  const text = await textBytes(path);
  const archive = await openArchive({ engine: 'sqlite', path }, { readOnly: true });
  const { articles: all } = await archive.reads.summary();
  await archive.close();
  const database = new Database(path, { readonly: true });
  const rows = database
    .prepare<[], { table: string; bytes: number }>(
      'SELECT name AS "table", sum(pgsize) AS bytes FROM dbstat GROUP BY name ORDER BY bytes DESC',
    )
    .all();
  database.close();
  const size = ({ table, bytes }: { table: string; bytes: number }): TableSize => ({
    table,
    bytes,
    perArticle: Math.round(bytes / all),
    ofText: Math.round((1000 * bytes) / text) / 1000,
  });
  const whole = rows.reduce((sum, { bytes }) => sum + bytes, 0);
  return [
    size({ table: 'text itself', bytes: text }),
    size({ table: 'all tables', bytes: whole }),
    ...rows.map(size),
  ];
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { size: { type: 'string', default: '10000' }, corpus: { type: 'string' } },
  });
  console.table(
    (await diskUse(await inventedArchive(Number(values.size), chooseCorpus(values.corpus)))).slice(0, 24),
  );
}
