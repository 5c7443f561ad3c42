import { LRUCache } from 'lru-cache';
import { secondsOf } from '../../../model/instant.ts';
import { type Comparable, likenessOf } from '../../../model/likeness.ts';
import { shinglesOf } from '../../../model/shingles.ts';
import type { StoredArticle } from '../articles/article-rows.ts';
import type { Connection } from '../connection.ts';
import { storyRows } from './story-rows.ts';
import { weekBands } from './week-bands.ts';

/** Articles that are compared word by word, those with the most bands in common first. */
const mostCompared = 8;

/**
 * Bands that two articles share before they are compared. One is shared by chance with a dozen articles of a busy
 * week, since all news has runs of words in common; two by next to none, but by 63 % of pairs that are 0.5 alike,
 * 96 % at 0.7 and all copies.
 */
const leastShared = 2;

/** An article to be placed among its like. */
export interface Placeable {
  key: number;
  id: string;
  /** Seconds since 1970. */
  publishedAt: number;
  text: string;
  wordCount: number;
  bands: readonly number[];
}

/** Finds articles that tell the same story in nearly the same words, and keeps them together. */
export interface NearDuplicates {
  /** To be called when a transaction begins, and when it has come to its end without a fault. */
  begin(): void;
  settle(): void;
  /** Links an article, which was here `before` or not, with those it is like, and lets later ones find it. */
  place(article: Placeable, before: boolean): void;
  /** Lets no article find this one any more; which story it belongs to stays until it is placed again. */
  remove(publishedAt: number, key: number): void;
  /** Takes an article that is gone out of its story. */
  leave(id: string): void;
  /** The key of an article has moved. */
  move(publishedAt: number, from: number, to: number): void;
}

/**
 * Gives the search for near-duplicates in one connection: by shared bands of MinHash among the articles of the
 * same week and its neighbours, then by the exact resemblance of the bodies. `find` gives a stored article.
 */
export function nearDuplicates(
  connection: Connection,
  find: (key: number) => StoredArticle | undefined,
): NearDuplicates {
  const weeks = weekBands(connection);
  const stories = storyRows(connection);
  // Takes of one story and neighbours of one boilerplate are compared again and again.
  const compared = new LRUCache<string, Set<number>>({ max: 200 });

  /** Keys of articles that share enough bands, those that share most first, then the newest. */
  const candidates = ({ publishedAt, bands }: Placeable): number[] => {
    const ranked = [...weeks.shared(publishedAt, bands)].filter(([, count]) => count >= leastShared);
    ranked.sort(([a, one], [b, other]) => other - one || b - a);
    return ranked.slice(0, mostCompared).map(([key]) => key);
  };
  const comparable = ({ card, rest }: StoredArticle): Comparable => {
    const shingles = compared.get(card.contentHash) ?? shinglesOf(rest.body.text);
    compared.set(card.contentHash, shingles);
    return { shingles, wordCount: card.wordCount, publishedAt: secondsOf(card.publishedAt) };
  };
  /** The id of the article that this one is most like, if it is like any. */
  const mostLike = (article: Placeable): string | undefined => {
    const keys = candidates(article).filter((key) => key !== article.key);
    if (keys.length === 0) return undefined;
    const own = { ...article, shingles: shinglesOf(article.text) };
    let best: { id: string; resemblance: number } | undefined;
    for (const key of keys) {
      // What a transaction that failed has left in memory is not there.
      const other = find(key);
      const likeness = other && likenessOf(own, comparable(other));
      if (!likeness || likeness.resemblance <= (best?.resemblance ?? 0)) continue;
      best = { id: other.card.id, resemblance: likeness.resemblance };
      if (likeness.relation === 'copy') break;
    }
    return best?.id;
  };

  return {
    begin: weeks.begin,
    settle: weeks.settle,
    place(article, before) {
      const like = mostLike(article);
      if (like !== undefined) stories.join(article.id, like);
      else if (before) stories.leave(article.id);
      weeks.add(article.publishedAt, article.key, article.bands);
    },
    remove: weeks.remove,
    leave: stories.leave,
    move: weeks.move,
  };
}
