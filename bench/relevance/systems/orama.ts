import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installPackages } from '../../serving/peer-folder.ts';
import { depth, type Ranker, type Ranking } from '../ranking.ts';
import { typedWords } from '../typed-words.ts';

interface Orama {
  create(options: object): object;
  insertMultiple(index: object, articles: object[], batchSize?: number): Promise<unknown>;
  search(index: object, options: object): Promise<{ hits: { id: string }[] }>;
}

/** Weights that did best of those tried: 1, 2, 4, 8 and 20 for the headline. */
const boost = { headline: 8, standfirst: 3, body: 1, captions: 1 };

/** Orama with stop words: with English stems, with stems and typos, and with neither. */
export const rankByOrama: Ranker = async (texts, queries) => {
  const packages = ['@orama/orama@3.1.18', '@orama/stemmers@3.1.18', '@orama/stopwords@3.1.18'];
  const folder = await installPackages('orama', packages);
  const load = (path: string): Promise<unknown> =>
    import(pathToFileURL(join(folder, 'node_modules', path)).href);
  const { create, insertMultiple, search } = (await load('@orama/orama/dist/esm/index.js')) as Orama;
  const { stemmer } = (await load('@orama/stemmers/dist/en.js')) as { stemmer: unknown };
  const { stopwords } = (await load('@orama/stopwords/dist/en.js')) as { stopwords: string[] };
  const byId = new Map(texts.map((text) => [text.id, text]));
  const rank = async (variant: string, stemming: boolean, options: object): Promise<Ranking> => {
    const index = create({
      schema: { headline: 'string', standfirst: 'string', body: 'string', captions: 'string' },
      components: {
        tokenizer: { language: 'english', stemming, ...(stemming && { stemmer }), stopWords: stopwords },
      },
    });
    const documents = texts.map(({ id, headline, standfirst, body, captions }) => {
      return { id, headline, standfirst, body, captions: captions.join('\n') };
    });
    await insertMultiple(index, documents, 500);
    const results: string[][] = [];
    for (const { text } of queries) {
      const words = typedWords(text);
      const { hits } = await search(index, { term: words.text, limit: texts.length, boost, ...options });
      const found = hits
        .flatMap(({ id }) => byId.get(id) ?? [])
        .filter((article) => !words.excludes(article));
      results.push(found.slice(0, depth).map(({ id }) => id));
    }
    return { system: 'Orama', variant, results };
  };
  return [
    await rank('stop words, English stems', true, {}),
    await rank('stop words, English stems, typos', true, { tolerance: 1 }),
    await rank('stop words', false, {}),
  ];
};
