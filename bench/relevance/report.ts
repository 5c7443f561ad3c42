import { type Estimate, estimate, meanOf } from './bootstrap.ts';
import type { JudgedQuery, Judgements } from './judged-set.ts';
import { ndcg, recall, unjudged } from './measures.ts';
import { depth, type Ranking } from './ranking.ts';
import type { SearchedText } from './searched-texts.ts';

/** Number of results that nDCG looks at: a first page. */
const firstPage = 10;

interface Measured {
  ranking: Ranking;
  /** nDCG of each query. */
  gains: number[];
  /** Recall of each query. */
  recalls: number[];
  unjudged: number;
  empty: number;
}

interface Material {
  rankings: Ranking[];
  queries: JudgedQuery[];
  judgements: ReadonlyMap<string, Judgements>;
  texts: SearchedText[];
  /** True to print every variant of a system, not only its best one. */
  all: boolean;
}

/** Prints the quality of each system, its difference to Dateline, and its nDCG by kind of query. */
export function printReport({ rankings, queries, judgements, texts, all }: Material): void {
  const present = new Set(texts.map(({ id }) => id));
  const judged = queries.flatMap((query, number) => {
    const known = [...(judgements.get(query.id) ?? [])].filter(([article]) => present.has(article));
    const isAnswerable = known.some(([, relevance]) => relevance > 0);
    return isAnswerable ? [{ query, number, known: new Map(known) }] : [];
  });
  const measured = rankings.map((ranking): Measured => {
    const lists = judged.map(({ number, known }) => ({ list: ranking.results[number] ?? [], known }));
    return {
      ranking,
      gains: lists.map(({ list, known }) => ndcg(list, known, firstPage)),
      recalls: lists.map(({ list, known }) => recall(list, known, depth)),
      unjudged: meanOf(lists.map(({ list, known }) => unjudged(list, known, firstPage))),
      empty: lists.filter(({ list }) => list.length === 0).length,
    };
  });
  const own = measured.find(({ ranking }) => ranking.system === 'Dateline');
  const shown = all ? measured : bestOfEach(measured);
  console.log(`${texts.length} articles, ${judged.length} queries with at least one relevant article`);
  console.table(
    shown.map(({ ranking, gains, recalls, ...row }) => ({
      system: ranking.system,
      settings: ranking.variant,
      [`nDCG@${firstPage}`]: withInterval(estimate(gains)),
      'minus Dateline': own && own.gains !== gains ? withInterval(differences(gains, own.gains)) : '',
      [`recall@${depth}`]: withInterval(estimate(recalls)),
      'recall minus Dateline':
        own && own.gains !== gains ? withInterval(differences(recalls, own.recalls)) : '',
      'no result': row.empty,
      [`unjudged of ${firstPage}`]: `${(row.unjudged * 100).toFixed(1)} %`,
    })),
  );
  const kinds = [...new Set(judged.map(({ query }) => query.kind))];
  console.log(`nDCG@${firstPage} by kind of query`);
  console.table(
    kinds.map((kind) => {
      const ofKind = (values: number[]) => values.filter((_, index) => judged[index]?.query.kind === kind);
      return {
        kind,
        queries: judged.filter(({ query }) => query.kind === kind).length,
        ...Object.fromEntries(
          shown.map(({ ranking, gains }) => [labelOf(ranking, all), meanOf(ofKind(gains)).toFixed(3)]),
        ),
      };
    }),
  );
}

/**
 * Returns Dateline's answer to the queries as typed, and of each other system the variant with the highest mean nDCG.
 */
function bestOfEach(measured: Measured[]): Measured[] {
  const best = new Map<string, Measured>();
  for (const each of measured) {
    const known = best.get(each.ranking.system);
    const isBetter = known === undefined || meanOf(each.gains) > meanOf(known.gains);
    if (isBetter && !(known && each.ranking.system === 'Dateline')) best.set(each.ranking.system, each);
  }
  return [...best.values()];
}

const differences = (values: number[], others: number[]) =>
  estimate(values.map((value, index) => value - (others[index] ?? 0)));

const withInterval = ({ mean, low, high }: Estimate) =>
  `${mean.toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)})`;

const labelOf = ({ system, variant }: Ranking, all: boolean) => (all ? `${system}: ${variant}` : system);
