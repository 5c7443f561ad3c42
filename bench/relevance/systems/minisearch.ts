import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { installPackages } from '../../serving/peer-folder.ts';
import { depth, type Ranker, type Ranking } from '../ranking.ts';
import { fields, type SearchedText } from '../searched-texts.ts';
import { typedWords } from '../typed-words.ts';

interface MiniSearch {
  addAll(articles: object[]): void;
  search(text: string, options?: object): { id: string }[];
}
type MiniSearchModule = { default: new (options: object) => MiniSearch };

/** Weights that did best of those tried: 2, 4 and 8 for the headline. */
const boost = { headline: 2, standfirst: 1.5, body: 1, captions: 1 };

const Stemmer = z.object({
  stemmer: z.custom<(word: string) => string>((value) => typeof value === 'function'),
});
const StopWords = z.object({ stopwords: z.array(z.string()) });

/** MiniSearch: any word, as by default, with weights of fields; with prefixes and typos; and with stop words or stems. */
export const rankByMiniSearch: Ranker = async (texts, queries) => {
  const folder = await installPackages('minisearch', [
    'minisearch@7.2.0',
    '@orama/stemmers@3.1.18',
    '@orama/stopwords@3.1.18',
  ]);
  const load = (path: string): Promise<unknown> =>
    import(pathToFileURL(join(folder, 'node_modules', path)).href);
  const { default: MiniSearch } = (await load('minisearch/dist/es/index.js')) as MiniSearchModule;
  const { stemmer } = Stemmer.parse(await load('@orama/stemmers/dist/en.js'));
  const { stopwords } = StopWords.parse(await load('@orama/stopwords/dist/en.js'));
  const ignored = new Set(stopwords);
  const stop = (word: string) => (ignored.has(word.toLowerCase()) ? null : word.toLowerCase());
  const stem = (word: string) => {
    const kept = stop(word);
    return kept === null ? null : stemmer(kept);
  };
  const byId = new Map(texts.map((text) => [text.id, text]));
  const rank = (variant: string, options: object, searchOptions: object): Ranking => {
    const index = new MiniSearch({ fields, searchOptions: { boost, ...searchOptions }, ...options });
    index.addAll(texts.map(documentOf));
    const results = queries.map(({ text }) => {
      const words = typedWords(text);
      const found = index.search(words.text).flatMap(({ id }) => byId.get(id) ?? []);
      return found
        .filter((article) => !words.excludes(article))
        .slice(0, depth)
        .map(({ id }) => id);
    });
    return { system: 'MiniSearch', variant, results };
  };
  const isLong = (word: string) => word.length > 3;
  const forgiving = { prefix: isLong, fuzzy: (word: string) => (isLong(word) ? 0.2 : false) };
  return [
    rank('any word', {}, {}),
    rank('prefixes, typos', {}, { prefix: true, fuzzy: 0.2 }),
    rank('stop words, prefixes and typos from 4 letters', { processTerm: stop }, forgiving),
    rank('stop words, English stems', { processTerm: stem }, {}),
  ];
};

const documentOf = (text: SearchedText): object => ({ ...text, captions: text.captions.join('\n') });
