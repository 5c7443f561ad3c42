import { firstDated } from '../../../model/undated.ts';
import { monthOf } from '../../core/month.ts';
import type { Connection } from '../connection.ts';
import { newestOfTagSql } from './together.ts';

/** Maximum number of articles of an author that are examined, the newest. */
const EXAMINED = 500;

/** SQL of the sources of the newest articles of a tag. */
export const outletsOfTagSql = `
  SELECT DISTINCT t.slug
  FROM (${newestOfTagSql}) newest CROSS JOIN article_tags a ON a.article = newest.article CROSS JOIN tags t ON t.key = a.tag
  WHERE t.type = 'source'
  ORDER BY t.slug`;

/** SQL of the number of newest articles of a tag that have another, too. */
export const sharedArticlesSql = `
  SELECT count(*)
  FROM (${newestOfTagSql}) newest CROSS JOIN article_tags a ON a.article = newest.article AND a.tag = :other`;

/** Reads about authors that are compared. What is read of one author is kept for the next comparison. */
export interface AuthorFacts {
  /** Returns the slugs of the sources of an author. */
  outlets(author: number): readonly string[];
  /** Returns the years with articles by an author, oldest first. */
  years(author: number): readonly number[];
  /** Returns the number of the author's articles that have another tag. */
  shared(author: number, other: number): number;
  /** Returns the number of the author's articles that name a person. */
  mentions(author: number, sortName: string): number;
}

/** Creates the reads of a connection. */
export function createAuthorFacts(connection: Connection): AuthorFacts {
  const selectOutlets = connection.prepare<{ tag: number; limit: number }, string>(outletsOfTagSql).pluck();
  const selectYears = connection
    .prepare<{ tag: number }, number>(
      `SELECT DISTINCT month / 12 FROM tag_months
       WHERE tag = :tag AND month >= ${monthOf(firstDated)} AND articles > 0
       ORDER BY 1`,
    )
    .pluck();
  const countShared = connection
    .prepare<{ tag: number; other: number; limit: number }, number>(sharedArticlesSql)
    .pluck();
  const people = connection
    .prepare<{ sortName: string }, number>(
      `SELECT key FROM tags INDEXED BY tags_of_type_by_name WHERE type = 'person' AND sort_name = :sortName`,
    )
    .pluck();
  const outlets = new Map<number, string[]>();
  const years = new Map<number, number[]>();
  const shared = (tag: number, other: number): number =>
    countShared.get({ tag, other, limit: EXAMINED }) ?? 0;

  return {
    outlets: (tag) => kept(outlets, tag, () => selectOutlets.all({ tag, limit: EXAMINED })),
    years: (tag) => kept(years, tag, () => selectYears.all({ tag })),
    shared,
    mentions: (tag, sortName) =>
      people.all({ sortName }).reduce((sum, person) => sum + shared(tag, person), 0),
  };
}

function kept<T>(values: Map<number, T>, key: number, read: () => T): T {
  const known = values.get(key);
  if (known !== undefined) return known;
  const value = read();
  values.set(key, value);
  return value;
}
