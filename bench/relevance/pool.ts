import { seededRandom } from '../training/random.ts';
import type { JudgedQuery, Judgements } from './judged-set.ts';
import { passages } from './passages.ts';
import type { Ranking } from './ranking.ts';
import type { SearchedText } from './searched-texts.ts';

/** Number of results of each ranking that are judged. */
const poolDepth = 15;

interface Pool {
  rankings: Ranking[];
  /** The queries of the rankings. A query may occur several times, in other wordings. */
  asked: JudgedQuery[];
  texts: SearchedText[];
  judgements: ReadonlyMap<string, Judgements>;
}

/**
 * Returns what is still to be judged, as tab-separated lines: every article among the first 15 of any ranking, with
 * its date, its headline, the beginning of its standfirst, and passages around the words of the query. The articles
 * of a query are shuffled, so that neither rank nor system shows.
 */
export function poolLines({ rankings, asked, texts, judgements }: Pool): string[] {
  const byId = new Map(texts.map((text) => [text.id, text]));
  const random = seededRandom(2017);
  const ids = [...new Set(asked.map(({ id }) => id))];
  return ids.flatMap((query) => {
    const numbers = asked.flatMap(({ id }, number) => (id === query ? [number] : []));
    const wordings = numbers.map((number) => asked[number]?.text ?? '').join(' ');
    const pooled = new Set(
      rankings.flatMap(({ results }) =>
        numbers.flatMap((number) => results[number]?.slice(0, poolDepth) ?? []),
      ),
    );
    const known = judgements.get(query);
    return shuffled([...pooled].filter((id) => !known?.has(id)).sort(), random)
      .flatMap((id) => byId.get(id) ?? [])
      .map(({ id, published, headline, standfirst, body, captions }) =>
        [
          query,
          id,
          published?.slice(0, 10) ?? '',
          headline,
          standfirst.slice(0, 130),
          passages(`${standfirst.slice(130)} ${captions.join(' ')} ${body}`, wordings).join(' … '),
        ].join('\t'),
      );
  });
}

function shuffled<Item>(items: Item[], random: () => number): Item[] {
  return items
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}
