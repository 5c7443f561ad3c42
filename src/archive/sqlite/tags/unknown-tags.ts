import { editDistance } from '../../../model/edit-distance.ts';
import { fold, foldedWords } from '../../../model/fold.ts';
import type { ArticleFilter, TagExpression, TagName } from '../../../model/query.ts';
import { unlistedTagTypes } from '../../../model/tag.ts';
import type { UnknownTag } from '../../results.ts';
import type { Connection } from '../connection.ts';
import { listing } from './listing.ts';
import type { FindTag } from './tag-lookup.ts';

/** Maximum number of tags that are compared: the most used ones, and those with a similar word, per word. */
const COMPARED = 400;
/** Maximum number of suggestions. */
const PROPOSED = 5;

interface Candidate {
  id: string;
  slug: string;
  name: string;
}

function namesIn(expression: TagExpression): TagName[] {
  if (expression.kind === 'tag') return [expression.tag];
  return expression.kind === 'not' ? namesIn(expression.of) : expression.of.flatMap(namesIn);
}

/** Returns the edit distance, or `Infinity` if the lengths differ by more than `most`. */
function editsWithin(most: number, requested: string, text: string): number {
  return Math.abs(requested.length - text.length) > most
    ? Number.POSITIVE_INFINITY
    : editDistance(requested, text);
}

/**
 * Returns the distance of a candidate: the edits of its slug or name, less if the slug begins with `requested` or
 * shares words with it. A distance above `most` may be `Infinity`.
 */
function distance(requested: string, { slug, name }: Candidate, most: number): number {
  const spelt = fold(name).replace(/[^\p{L}\p{N}]+/gu, '-');
  const bySlug = editsWithin(most, requested, slug);
  const edits = spelt === slug ? bySlug : Math.min(bySlug, editsWithin(most, requested, spelt));
  const words = new Set(slug.split('-'));
  const shared = requested.split('-').filter((word) => words.has(word)).length;
  if (slug.startsWith(requested) || shared > 0) return Math.min(edits, requested.length / 2 - shared);
  return edits;
}

/** Creates a function that finds unknown and ambiguous tag names in a filter, with suggestions. */
export function createUnknownTagFinder(
  connection: Connection,
  find: FindTag,
): (filter: ArticleFilter) => UnknownTag[] {
  const candidates = (name: TagName): Candidate[] => {
    const isUnlisted = unlistedTagTypes.some((each) => each === name.type);
    const condition = name.type === null ? 't.listed > 0' : 't.type = :type';
    const mostUsedCondition = `${name.type === null ? '' : 't.type = :type AND '}t.listed = ${isUnlisted ? listing.never : listing.listed}`;
    const type: Record<string, string | number> = name.type === null ? {} : { type: name.type };
    const mostUsed = connection.cached<Candidate>(
      `SELECT t.id, t.slug, t.name FROM tags t
       WHERE ${mostUsedCondition}
       ORDER BY t.articles_rank, t.id
       LIMIT ${COMPARED}`,
    );
    // Most misspellings keep the first letters.
    const similar = connection.cached<Candidate>(
      `SELECT t.id, t.slug, t.name
       FROM (SELECT tag FROM tag_words WHERE word >= :low AND word < :high LIMIT ${COMPARED}) w
       CROSS JOIN tags t ON t.key = w.tag
       WHERE ${condition}`,
    );
    const words = foldedWords(name.slug).slice(0, 8);
    const found = words.flatMap((word) => {
      const low = word.slice(0, 3);
      return similar.all({ ...type, low, high: `${low}\u{10FFFF}` });
    });
    const each = [...mostUsed.all(type), ...found].map((tag) => [tag.id, tag] as const);
    return [...new Map(each).values()];
  };

  const nearest = (name: TagName): string[] => {
    const requested = foldedWords(name.slug.slice(0, 100)).join('-');
    if (requested === '') return [];
    const most = Math.max(2, requested.length / 3);
    return candidates(name)
      .map((candidate) => ({ candidate, edits: distance(requested, candidate, most) }))
      .filter(({ edits }) => edits <= most)
      .sort((a, b) => a.edits - b.edits || (a.candidate.id < b.candidate.id ? -1 : 1))
      .slice(0, PROPOSED)
      .map(({ candidate: { id, slug } }) => `${id.slice(0, id.indexOf('/'))}/${slug}`);
  };

  return ({ tags }) => {
    if (tags === undefined) return [];
    const names = new Map(namesIn(tags).map((name) => [`${name.type}/${name.slug}`, name]));
    return [...names.values()].flatMap((name): UnknownTag[] => {
      const found = find(name);
      if (found.kind === 'known') return [];
      if (found.kind === 'ambiguous') return [{ name, reason: 'ambiguous', nearest: found.ids }];
      return [{ name, reason: 'unknown', nearest: nearest(name) }];
    });
  };
}
