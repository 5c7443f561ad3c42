import type { SearchExpression } from '../../../model/query.ts';
import { entityTypes } from '../../../model/tag.ts';
import { isDated } from '../../../model/undated.ts';
import { joinObjects } from '../../core/article-json/article-document.ts';
import type { ResolvedSearch } from '../../core/words/resolve-search.ts';
import type { Rendered } from '../../results.ts';
import { createArticleTexts } from '../articles/article-texts.ts';
import type { Connection } from '../connection.ts';
import { commonFrom, distinctiveness } from './distinctive.ts';
import { createDistinctiveTerms } from './distinctive-terms.ts';

/** Maximum number of tags (rarest first), and of articles with a tag or word on each side in time (nearest first). */
const TAGS = 12;
const NEAREST = 20;
/** Number of candidates to score per requested article. */
const CANDIDATES = 3;
const SECONDS_A_DAY = 86_400;
/** Weights of a word, relative to a tag: in the headline or standfirst of the other article, and in its text. */
const HEAD_WEIGHT = 0.75;
const TEXT_WEIGHT = 0.25;
/**
 * Minimum sum of the weights of what two articles share. One tag suffices if three articles have it, or n^0.4 of n. One
 * word suffices if three have it, two of them in the headline. Others relate articles only together.
 */
const MINIMUM = 0.6;
/** Half of a score does not depend on time. The other half is halved every so many days; an undated article has none. */
const HALF_LIFE_DAYS = 30;

/** Types of tags that relate articles, as JSON. */
const types = JSON.stringify([...entityTypes, 'keyword']);

/** A tag or word that two articles may share. */
interface Trait {
  /** Returns its weight in the article with this key; 0 if that does not have it. */
  weightIn(article: number): number;
}

/** Returns at most `count` of the ascending keys on each side of a key, the nearest. */
function nearestOf(keys: number[], key: number, count: number): number[] {
  const at = keys.findIndex((each) => each >= key);
  const before = keys.slice(0, at < 0 ? keys.length : at).slice(-count);
  const after = at < 0 ? [] : keys.slice(at).filter((each) => each !== key);
  return [...before, ...after.slice(0, count)];
}

/** Returns the days between two publications; null if one of them is not dated. */
function daysBetween(one: number, other: number): number | null {
  return isDated(one) && isDated(other) ? Math.abs(one - other) / SECONDS_A_DAY : null;
}

/** True if a tag is a keyword that another tag of the article says, too. */
function isRepeated({ id }: { id: string }, tags: { id: string }[]): boolean {
  const [type, slug] = id.split('/');
  return type === 'keyword' && tags.some((other) => other.id !== id && other.id.endsWith(`/${slug}`));
}

/** Creates a read of the articles near in time that share distinctive tags and words with an article. */
export function createRelatedArticles(
  connection: Connection,
  resolve: (search: SearchExpression) => ResolvedSearch,
): (id: string, limit: number) => Rendered[] {
  const selectArticle = connection.prepare<{ id: string }, { key: number; publishedAt: number }>(
    'SELECT key, published_at AS publishedAt FROM articles WHERE id = :id',
  );
  const selectTags = connection.prepare<
    { key: number; types: string; commonFrom: number; limit: number },
    { key: number; id: string; name: string; articles: number }
  >(
    `SELECT t.key, t.id, t.name, t.article_count AS articles
     FROM article_tags a CROSS JOIN tags t ON t.key = a.tag
     WHERE a.article = :key AND t.type IN (SELECT value FROM json_each(:types))
       AND t.article_count > 1 AND t.article_count < :commonFrom
     ORDER BY t.article_count, t.id
     LIMIT :limit`,
  );
  const nearest = ['< :key ORDER BY d.article DESC', '> :key ORDER BY d.article ASC'].map((side) =>
    connection
      .prepare<{ tag: number; key: number; limit: number }, number>(
        `SELECT d.article FROM article_tags d INDEXED BY tag_articles
         WHERE d.tag = :tag AND d.article ${side}
         LIMIT :limit`,
      )
      .pluck(),
  );
  const textsOf = createArticleTexts(connection);
  const termsOf = createDistinctiveTerms(connection, resolve);
  const selectCard = connection.prepare<{ key: number }, { json: string; publishedAt: number }>(
    `SELECT c.json, a.published_at AS publishedAt
     FROM articles a CROSS JOIN article_cards c ON c.article = a.key
     WHERE a.key = :key`,
  );
  const publishedAt = connection
    .prepare<{ key: number }, number>('SELECT published_at FROM articles WHERE key = :key')
    .pluck();
  const carries = connection
    .prepare<{ article: number; tag: number }, number>(
      'SELECT 1 FROM article_tags WHERE article = :article AND tag = :tag',
    )
    .pluck();
  const countArticles = connection.prepare<[], number>('SELECT articles FROM archive').pluck();

  return (id, limit) => {
    const article = selectArticle.get({ id });
    if (article === undefined) return [];
    const articles = countArticles.get() ?? 0;
    const parameters = { key: article.key, types, commonFrom: commonFrom(articles), limit: TAGS };
    const listed = selectTags.all(parameters);
    const tags = listed
      .filter((tag) => !isRepeated(tag, listed))
      .map((tag) => {
        const weight = distinctiveness(tag.articles, articles);
        const has = (key: number) => carries.get({ article: key, tag: tag.key }) !== undefined;
        return { ...tag, weight, weightIn: (key: number) => (has(key) ? weight : 0) };
      });
    const texts = textsOf(article.key);
    const names = tags.map(({ name }) => name);
    const terms = (texts ? termsOf(texts, names, articles) : []).map(({ term, articles: having, headed }) => {
      const weight = distinctiveness(having.length, articles);
      const weights = new Map(having.map((key) => [key, weight * TEXT_WEIGHT]));
      for (const key of headed) weights.set(key, weight * HEAD_WEIGHT);
      return { term, having, headed, weightIn: (key: number) => weights.get(key) ?? 0 };
    });

    const near = new Map<number, number>();
    const add = (key: number, weight: number) => near.set(key, (near.get(key) ?? 0) + weight);
    for (const { key: tag, weight } of tags) {
      for (const side of nearest) {
        for (const key of side.all({ tag, key: article.key, limit: NEAREST })) add(key, weight);
      }
    }
    for (const { having, headed, weightIn } of terms) {
      const keys = [having, headed].flatMap((each) => nearestOf(each, article.key, NEAREST));
      for (const key of new Set(keys)) add(key, weightIn(key));
    }

    const candidates = [...near].sort((a, b) => b[1] - a[1] || b[0] - a[0]).slice(0, limit * CANDIDATES);
    const scored = candidates.flatMap(([key]) => {
      const sharedBy = <T extends Trait>(traits: T[]): T[] =>
        traits.filter((trait) => trait.weightIn(key) > 0);
      const shared = { tags: sharedBy(tags), terms: sharedBy(terms) };
      const days = daysBetween(publishedAt.get({ key }) ?? 0, article.publishedAt);
      const weight = [...shared.tags, ...shared.terms].reduce((sum, trait) => sum + trait.weightIn(key), 0);
      if (weight < MINIMUM) return [];
      return [
        { key, shared, days, score: weight * (0.5 + 0.5 * 2 ** (-(days ?? Infinity) / HALF_LIFE_DAYS)) },
      ];
    });
    scored.sort((a, b) => b.score - a.score || b.key - a.key);
    return scored.slice(0, limit).flatMap(({ key, shared, days }) => {
      const row = selectCard.get({ key });
      if (row === undefined) return [];
      const reason = {
        sharedTags: shared.tags.map((tag) => ({ id: tag.id, name: tag.name })),
        sharedTerms: shared.terms.map(({ term }) => term),
        daysApart: days === null ? null : Math.floor(days),
      };
      return joinObjects(row.json, JSON.stringify({ reason }));
    });
  };
}
