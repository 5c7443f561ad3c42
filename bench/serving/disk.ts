import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import { openArchive } from '../../src/archive/open-archive.ts';
import { inventedArchive } from './generate-archive.ts';

/** Bytes a table (or an index of it) takes, in all and per article. */
interface TableSize {
  table: string;
  bytes: number;
  perArticle: number;
  /** As a multiple of the text: headlines, standfirsts and bodies in UTF-8. */
  ofText: number;
}

/** How an archive's file divides among its tables, the largest first, and in all. */
export async function diskUse(path: string): Promise<TableSize[]> {
  const archive = await openArchive({ engine: 'sqlite', path }, { readOnly: true });
  let articles = 0;
  let text = 0;
  // Every text of a tenth of the archive: the mean is good to a percent.
  const { articles: all } = await archive.summary();
  let position: Parameters<typeof archive.articles>[0]['position'];
  do {
    const page = await archive.articles({
      filter: {},
      sort: 'newest',
      form: 'full',
      limit: 100,
      count: 'none',
      ...(position ? { position } : {}),
    });
    for (const item of page.items) {
      const { headline, standfirst, body } = JSON.parse(item);
      text += Buffer.byteLength(`${headline}${standfirst ?? ''}${body.text}`);
      articles += 1;
    }
    position = page.next;
  } while (position && articles < Math.max(2_000, all / 10));
  await archive.close();
  const textBytes = (text / articles) * all;
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
    ofText: Math.round((1000 * bytes) / textBytes) / 1000,
  });
  const whole = rows.reduce((sum, { bytes }) => sum + bytes, 0);
  return [
    size({ table: 'text itself', bytes: Math.round(textBytes) }),
    size({ table: 'all tables', bytes: whole }),
    ...rows.map(size),
  ];
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { size: { type: 'string', default: '10000' } } });
  console.table((await diskUse(await inventedArchive(Number(values.size)))).slice(0, 24));
}
