import { LRUCache } from 'lru-cache';
import { bandsOf } from '../../../news/fingerprint.ts';
import { secondsOf } from '../../../news/instant.ts';
import { type Comparable, likenessOf } from '../../../news/likeness.ts';
import { shinglesOf } from '../../../news/shingles.ts';
import type { Connection } from '../connection.ts';
import type { StoredArticle } from './article-rows.ts';
import { storyRows } from './story-rows.ts';

/** Articles per band that are looked at, newest first; a band of boilerplate has thousands. */
const newestPerBand = 20;
/** Articles that are compared word by word, those with the most bands in common first. */
const mostCompared = 8;

/**
 * Bands that two articles share before they are compared. One is shared by chance with a dozen articles of a busy
 * week, since all news has runs of words in common; two by next to none, but by 63 % of pairs that are 0.5 alike,
 * 96 % at 0.7 and all copies.
 */
const leastShared = 2;
const week = 7 * 86_400;

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
  /** Links a new or changed article with those it is like, and lets later ones find it. */
  place(article: Placeable): void;
  /** Lets no article find this one any more; which story it belongs to stays until it is placed again. */
  remove(article: StoredArticle): void;
  /** Takes an article that is gone out of its story. */
  leave(id: string): void;
  /** The key of an article has moved. */
  move(article: StoredArticle, from: number): void;
}

/**
 * Gives the search for near-duplicates in one connection: by shared bands of MinHash among the articles of the
 * same week and its neighbours, then by the exact resemblance of the bodies. `read` gives a stored article.
 */
export function nearDuplicates(connection: Connection, read: (key: number) => StoredArticle): NearDuplicates {
  const insertBand = connection.prepare<{ week: number; band: number; article: number }>(
    'INSERT OR IGNORE INTO article_bands (week, band, article) VALUES (:week, :band, :article)',
  );
  const deleteBand = connection.prepare<{ week: number; band: number; article: number }>(
    'DELETE FROM article_bands WHERE week = :week AND band = :band AND article = :article',
  );
  const selectNewest = connection
    .prepare<{ week: number; band: number }, number>(
      `SELECT article FROM article_bands
       WHERE week = :week AND band = :band
       ORDER BY article DESC
       LIMIT ${newestPerBand}`,
    )
    .pluck();
  const stories = storyRows(connection);
  // Takes of one story and neighbours of one boilerplate are compared again and again.
  const compared = new LRUCache<string, Set<number>>({ max: 200 });

  /** Keys of articles that share enough bands, those that share most first, then the newest. */
  const candidates = ({ publishedAt, bands }: Placeable): number[] => {
    const at = Math.floor(publishedAt / week);
    const shared = new Map<number, number>();
    for (const near of [at - 1, at, at + 1]) {
      for (const band of bands) {
        for (const key of selectNewest.all({ week: near, band })) shared.set(key, (shared.get(key) ?? 0) + 1);
      }
    }
    const ranked = [...shared].filter(([, count]) => count >= leastShared);
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
      const other = read(key);
      const likeness = likenessOf(own, comparable(other));
      if (!likeness || likeness.resemblance <= (best?.resemblance ?? 0)) continue;
      best = { id: other.card.id, resemblance: likeness.resemblance };
      if (likeness.relation === 'copy') break;
    }
    return best?.id;
  };
  const bandsAt = (stored: StoredArticle, key: number) =>
    bandsOf(stored.rest.body.text).map((band) => ({
      week: Math.floor(secondsOf(stored.card.publishedAt) / week),
      band,
      article: key,
    }));

  return {
    place(article) {
      const like = mostLike(article);
      if (like === undefined) stories.leave(article.id);
      else stories.join(article.id, like);
      const at = Math.floor(article.publishedAt / week);
      for (const band of article.bands) insertBand.run({ week: at, band, article: article.key });
    },
    remove(stored) {
      for (const row of bandsAt(stored, stored.key)) deleteBand.run(row);
    },
    leave: stories.leave,
    move(stored, from) {
      for (const row of bandsAt(stored, from)) deleteBand.run(row);
      for (const row of bandsAt(stored, stored.key)) insertBand.run(row);
    },
  };
}
