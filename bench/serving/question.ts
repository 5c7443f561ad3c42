import type { Archive } from '../../src/archive/archive.ts';
import { seededRandom } from '../training/random.ts';
import { sampleArticles } from './sample-articles.ts';
import { zipf } from './zipf.ts';

/** A request that every server can express in its own way. */
export type Question =
  | { kind: 'newest'; page: number }
  | { kind: 'topic in a year'; topic: string; year: number }
  | { kind: 'article'; number: number; slug: string }
  | { kind: 'search'; q: string }
  | { kind: 'search by relevance'; q: string }
  | { kind: 'facets of a topic'; topic: string }
  | { kind: 'timeline of a topic'; topic: string };

export type QuestionKind = Question['kind'];

/** All kinds, with their goals: the share of the limit's requests/s that cold answers should reach, where set. */
export const kinds: { kind: QuestionKind; goal: number | null }[] = [
  { kind: 'newest', goal: 0.5 },
  { kind: 'topic in a year', goal: 0.4 },
  { kind: 'article', goal: 0.6 },
  { kind: 'search', goal: 0.25 },
  { kind: 'search by relevance', goal: 0.1 },
  { kind: 'facets of a topic', goal: null },
  { kind: 'timeline of a topic', goal: null },
];

/** Largest number of pages that are requested of the newest articles, and articles on a page. */
const pages = 200;
const pageSize = 20;

/** The contents of an archive that requests are drawn from: topics by frequency, some articles and words. */
export interface Material {
  topics: string[];
  /** The number is that of all articles, oldest first, where the archive has no more than these. */
  articles: { number: number; slug: string }[];
  words: string[];
  years: number[];
}

/** Draws `count` requests of a kind: frequent topics, words and first pages often, with a long tail. */
export function drawQuestions(kind: QuestionKind, count: number, material: Material): Question[] {
  const random = seededRandom(kind.length);
  const often = <T>(list: T[]): T => {
    const one = list[zipf(list.length, random)];
    if (one === undefined) throw new RangeError('nothing to ask for');
    return one;
  };
  const any = <T>(list: T[]): T => list[Math.floor(random() * list.length)] ?? often(list);
  const one = (): Question => {
    switch (kind) {
      case 'newest':
        return {
          kind,
          page: 1 + zipf(Math.min(pages, Math.ceil(material.articles.length / pageSize)), random),
        };
      case 'topic in a year':
        return { kind, topic: often(material.topics), year: any(material.years) };
      case 'article':
        return { kind, ...any(material.articles) };
      case 'search':
      case 'search by relevance':
        return {
          kind,
          q: random() < 0.7 ? often(material.words) : `${often(material.words)} ${any(material.words)}`,
        };
      case 'facets of a topic':
      case 'timeline of a topic':
        return { kind, topic: often(material.topics) };
    }
  };
  return Array.from({ length: count }, one);
}

/** Reads from an archive what requests are drawn from; words are those of headlines, by frequency. */
export async function readMaterial(archive: Archive): Promise<Material> {
  const { items } = await archive.reads.tags({ type: 'topic', sort: 'articles', limit: 100, count: 'none' });
  const topics = items.map((item): string => JSON.parse(item).slug);
  const articles: Material['articles'] = [];
  const counts = new Map<string, number>();
  for await (const item of sampleArticles(archive, 'card', 20_000)) {
    const { slug, headline }: { slug: string; headline: string } = JSON.parse(item);
    articles.push({ number: articles.length + 1, slug });
    for (const word of new Set(headline.toLowerCase().match(/[a-z]{4,}/g))) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  const words = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 2000);
  const years = Array.from({ length: 15 }, (_, index) => 2010 + index);
  return { topics, articles, words: words.map(([word]) => word), years };
}
