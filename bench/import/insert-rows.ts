import Database from 'better-sqlite3';
import { quoteTerms, searchTerms } from '../../src/archive/core/article-json/search-terms.ts';
import { searchableText } from '../../src/archive/core/article-json/searchable-text.ts';
import { openArchive } from '../../src/archive/open-archive.ts';
import { openConnection } from '../../src/archive/sqlite/connection.ts';
import { applyMigrations } from '../../src/archive/sqlite/migrations.ts';
import { QUOTES_PER_ARTICLE } from '../../src/archive/sqlite/publication-keys.ts';
import type { Article } from '../../src/model/article.ts';

type Row = Record<string, string | number | bigint | Buffer | null>;
interface Place {
  key: number;
  id: string;
  seq: number;
}

/**
 * The ceiling of an import: the very rows of an imported archive, read beforehand, put into an empty one of the
 * same schema by prepared inserts and nothing else, in batches of the same size in the order of the import, each
 * sorted by key, FTS5 included, but not the vocabulary. Returns the milliseconds spent in SQLite. The imported archive is of no use afterwards.
 */
export async function insertRows(imported: string, path: string, batchSize: number): Promise<number> {
  const archive = await openArchive({ engine: 'sqlite', path: imported }, { readOnly: true });
  const source = new Database(imported);
  const target = openConnection({ path });
  applyMigrations(target);
  target.pragma('foreign_keys = OFF');

  const insert = (table: string, columns: string[]) =>
    target.prepare<[Row]>(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((name) => `:${name}`).join(', ')})`,
    );
  const columnsOf = (table: string) =>
    source
      .prepare<[string], string>('SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0')
      .pluck()
      .all(table);
  const tables = tablesWith(source, 'article', 'INTEGER');
  // For the reading here only: not every table is there to be asked for the rows of one article.
  for (const table of tables) source.exec(`CREATE INDEX bench_${table} ON ${table} (article)`);
  const perArticle = ['articles', ...tables].map((table) => ({
    rows: source.prepare<[number], Row>(
      `SELECT * FROM ${table} WHERE ${table === 'articles' ? 'key' : 'article'} = ?`,
    ),
    insert: insert(table, columnsOf(table)),
  }));
  const quotes = source.prepare<[number, number], Row>('SELECT * FROM quotes WHERE key >= ? AND key < ?');
  const changes = source.prepare<[number], Row>('SELECT * FROM changes WHERE seq = ?');
  const insertQuote = insert('quotes', columnsOf('quotes'));
  const insertChange = insert('changes', columnsOf('changes'));
  const insertText = insert('article_search', ['rowid', 'headline', 'standfirst', 'body', 'caption']);
  const insertQuoteText = insert('quote_search', ['rowid', 'text']);

  // The few rows of tags are there from the beginning and don't count.
  const insertTag = insert('tags', columnsOf('tags'));
  const tags = source.prepare<[], Row>(`SELECT ${columnsOf('tags').join(', ')} FROM tags`);
  for (const tag of tags.all()) insertTag.run(tag);
  target.pragma('foreign_keys = ON');

  const rowsOf = async ({
    key,
    id,
    seq,
  }: Place): Promise<{ insert: Database.Statement<[Row]>; row: Row }[]> => {
    const found = await archive.reads.article(id);
    if (found.kind !== 'found') throw new Error(`no article ${id}`);
    const article: Article = JSON.parse(found.value);
    const { vocabulary: _, ...terms } = searchTerms(searchableText(article, article));
    return [
      ...perArticle.flatMap(({ rows, insert }) => rows.all(key).map((row) => ({ insert, row }))),
      { insert: insertText, row: { rowid: BigInt(key), ...terms } },
      ...quotes.all(key * QUOTES_PER_ARTICLE, (key + 1) * QUOTES_PER_ARTICLE).flatMap((row, index, all) => [
        { insert: insertQuote, row },
        {
          insert: insertQuoteText,
          row: {
            rowid: BigInt(Number(row.key)),
            text: quoteTerms(article.quotes[all.length - 1 - index]?.exact ?? ''),
          },
        },
      ]),
      ...changes.all(seq).map((row) => ({ insert: insertChange, row })),
    ];
  };

  const order = source
    .prepare<[], Place>(
      'SELECT a.key, a.id, c.seq FROM changes c JOIN articles a ON a.id = c.article ORDER BY c.seq',
    )
    .all();
  let milliseconds = 0;
  for (let from = 0; from < order.length; from += batchSize) {
    const batch = order.slice(from, from + batchSize).sort((a, b) => a.key - b.key);
    const rows = (await Promise.all(batch.map(rowsOf))).flat();
    const begun = performance.now();
    target
      .transaction(() => {
        for (const { insert, row } of rows) insert.run(row);
      })
      .immediate();
    milliseconds += performance.now() - begun;
  }
  source.close();
  target.close();
  await archive.close();
  return milliseconds;
}

/** The archive's own tables that have such a column; what FTS5 keeps for itself is left out. */
function tablesWith(source: Database.Database, column: string, type: string): string[] {
  return source
    .prepare<[string, string], string>(
      `SELECT t.name FROM pragma_table_list t
       WHERE t.type = 'table' AND EXISTS (SELECT 1 FROM pragma_table_info(t.name) WHERE name = ? AND type = ?)`,
    )
    .pluck()
    .all(column, type);
}
