import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** A query as a reader would type it. */
export interface JudgedQuery {
  id: string;
  kind: string;
  text: string;
}

/** Relevance of articles to one query, by the id of the article: 2, 1 or 0. */
export type Judgements = ReadonlyMap<string, number>;

const kinds = ['name', 'word', 'topic', 'known', 'question', 'typo', 'variant', 'operator'] as const;

const Query = z.tuple([z.string().min(1), z.enum(kinds), z.string().min(1)]);
const Judgement = z.tuple([z.string(), z.string(), z.enum(['0', '1', '2'])]);
const Rewording = z.tuple([z.string(), z.string().min(1)]);

/** Returns the queries of the judged set in their order. */
export function readQueries(): JudgedQuery[] {
  return readTable('queries.tsv', Query).map(([id, kind, text]) => ({ id, kind, text }));
}

/** Returns the judgements of every query, by its id. A pair of query and article that is absent was not judged. */
export function readJudgements(): Map<string, Map<string, number>> {
  const byQuery = new Map<string, Map<string, number>>();
  for (const [query, article, relevance] of readTable('judgements.tsv', Judgement)) {
    const judgements = byQuery.get(query) ?? new Map<string, number>();
    if (judgements.has(article)) throw new Error(`judgements.tsv: ${query} ${article} is judged twice`);
    byQuery.set(query, judgements.set(article, Number(relevance)));
  }
  return byQuery;
}

/** Returns other wordings of queries, such as the right spelling of a typo. They only add to the judged pool. */
export function readRewordings(): JudgedQuery[] {
  return readTable('rewordings.tsv', Rewording).map(([id, text]) => ({ id, kind: 'rewording', text }));
}

/** Parses a file of tab-separated values, whose first line names the columns. Throws an Error on any other line. */
function readTable<Row>(name: string, shape: z.ZodType<Row>): Row[] {
  const [, ...lines] = readFileSync(new URL(`judged/${name}`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
  return lines.map((line, index) => {
    const row = shape.safeParse(line.split('\t'));
    if (!row.success) throw new Error(`${name}:${index + 2}: ${row.error.message}`);
    return row.data;
  });
}
