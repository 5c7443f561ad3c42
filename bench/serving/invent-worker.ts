/** The entry of a thread that invents articles, one range of an archive after another. */
import { workerData } from 'piscina';
import { likelyLabels } from '../../src/archive/core/article-json/likely-labels.ts';
import {
  type PreparedArticle,
  prepareArticle,
} from '../../src/archive/core/article-json/prepared-article.ts';
import { seededRandom } from '../training/random.ts';
import { inventCast } from './cast.ts';
import { inventArticle } from './invent-article.ts';
import { readRealTexts } from './real-texts.ts';
import { zipf } from './zipf.ts';

/** The archive to invent articles for: its number of articles, and the corpus that they are grown from. */
export interface ArchivePlan {
  size: number;
  corpus: string;
  /** Number of keywords of each article; undefined for the names of its topics. */
  keywords?: number | undefined;
}

/** The articles to invent: from number `from` up to but not including `before`. */
export interface ArticleRange {
  from: number;
  before: number;
}

const YEARS = 20;
const SPAN = YEARS * 365.25 * 86_400;
const NEWEST = Date.parse('2024-12-31T00:00:00Z') / 1000;
const SEED = 20241103;
/** Number of different invented keywords. */
const VOCABULARY = 5_000;

const { size, corpus, keywords }: ArchivePlan = workerData;
const texts = readRealTexts(corpus);
const cast = inventCast(size, SEED);

/** Invents keywords: a few are in very many articles, most in a few. */
function inventKeywords(count: number, random: () => number): string[] {
  return Array.from({ length: count }, () => `Keyword of the desk ${zipf(VOCABULARY, random) + 1}`);
}

/** Articles ready for the archive, roughly in order of publication: more of them in later years. */
export default function invent({ from, before }: ArticleRange): PreparedArticle[] {
  return Array.from({ length: before - from }, (_, offset) => {
    const index = from + offset;
    // Each article has numbers of its own, so that it is the same whichever thread invents it.
    const random = seededRandom(Math.imul(index + 1, 0x9e3779b1) ^ SEED);
    const into = SPAN * (index / size) ** 0.7 + (random() - 0.5) * 86_400;
    const article = inventArticle(index, Math.floor(NEWEST - SPAN + into), cast, texts, random);
    if (keywords !== undefined) article.keywords = [...new Set(inventKeywords(keywords, random))];
    return prepareArticle(article, likelyLabels(new Map(), article));
  });
}
