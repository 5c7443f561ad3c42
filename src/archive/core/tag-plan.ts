import type { TagExpression, TagName } from '../../model/query.ts';

/** A tag of the archive: its key in the engine and its number of articles. */
export interface KnownTag {
  key: number;
  articles: number;
  /** True for a language, because an article has only one. */
  exclusive?: boolean;
}

/** A tag expression over known tags, with constants folded and NOT pushed down to the tags. */
export type TagTerm =
  | { kind: 'everything' }
  | { kind: 'nothing' }
  | { kind: 'has' | 'lacks'; tag: KnownTag }
  | { kind: 'and' | 'or'; of: TagTerm[] };

const everything: TagTerm = { kind: 'everything' };
const nothing: TagTerm = { kind: 'nothing' };

function combine(kind: 'and' | 'or', terms: TagTerm[]): TagTerm {
  const absorbing = kind === 'and' ? 'nothing' : 'everything';
  const neutral = kind === 'and' ? 'everything' : 'nothing';
  if (terms.some((term) => term.kind === absorbing)) return { kind: absorbing };
  const of = terms
    .filter((term) => term.kind !== neutral)
    .flatMap((term) => (term.kind === kind ? term.of : [term]));
  const [only] = of;
  if (only === undefined) return { kind: neutral };
  return of.length === 1 ? only : { kind, of };
}

/**
 * Looks up the names of an expression with `find` and simplifies it. A name may stand for several tags, of which an
 * article needs one. An unknown name matches nothing, and with NOT everything.
 */
export function planTags(
  expression: TagExpression,
  find: (name: TagName) => KnownTag | KnownTag[] | undefined,
  negated = false,
): TagTerm {
  switch (expression.kind) {
    case 'tag': {
      const tags = [find(expression.tag) ?? []].flat();
      return combine(
        negated ? 'and' : 'or',
        tags.map((tag) => ({ kind: negated ? 'lacks' : 'has', tag })),
      );
    }
    case 'not':
      return planTags(expression.of, find, !negated);
    case 'and':
    case 'or': {
      const kind = (expression.kind === 'and') === negated ? 'or' : 'and';
      return combine(
        kind,
        expression.of.map((part) => planTags(part, find, negated)),
      );
    }
  }
}

/** Simplifies a term for articles that are known to carry, or to lack, a tag. */
export function assume(term: TagTerm, key: number, carried: boolean): TagTerm {
  switch (term.kind) {
    case 'has':
    case 'lacks':
      if (term.tag.key !== key) return term;
      return (term.kind === 'has') === carried ? everything : nothing;
    case 'and':
    case 'or':
      return combine(
        term.kind,
        term.of.map((part) => assume(part, key, carried)),
      );
    default:
      return term;
  }
}

/**
 * Returns tags of which every match carries at least one, those with the fewest articles. Returns undefined if an
 * article without tags may match, as for NOT alone.
 */
export function cover(term: TagTerm): KnownTag[] | undefined {
  switch (term.kind) {
    case 'nothing':
      return [];
    case 'has':
      return [term.tag];
    case 'and': {
      const covers = term.of.map(cover).filter((tags) => tags !== undefined);
      return covers.sort((a, b) => articlesOf(a) - articlesOf(b))[0];
    }
    case 'or': {
      const tags = new Map<number, KnownTag>();
      for (const part of term.of) {
        const covered = cover(part);
        if (covered === undefined) return undefined;
        for (const tag of covered) tags.set(tag.key, tag);
      }
      return [...tags.values()];
    }
    default:
      return undefined;
  }
}

/** Returns the sum of the article counts. */
export function articlesOf(tags: KnownTag[]): number {
  return tags.reduce((sum, { articles }) => sum + articles, 0);
}
