import fc from 'fast-check';
import { articleIdOf } from '../../src/archive/core/article-json/article-id.ts';
import { instantOf } from '../../src/model/instant.ts';
import {
  type ArticleFilter,
  features,
  type SearchExpression,
  type TagExpression,
} from '../../src/model/query.ts';
import { onlyExcludes } from '../../src/model/search-syntax.ts';
import { filterTagTypes } from '../../src/model/tag.ts';

/** The second around which random articles are published. */
export const BASE = 1_700_000_000;
const tagIds = ['person/ada', 'person/bo', 'topic/tides', 'topic/boats', 'place/quay', 'organization/guild'];
const wordIds = ['keyword/open-data', 'keyword/tides', 'section/world', 'author/ann-lee'];
const words = ['alfa', 'bravo', 'kilo', 'lima', 'oslo'];

/** A random article, as far as filters tell it from others. */
export const sample = fc.record({
  key: fc.integer({ min: 0, max: 60 }),
  // Few instants, so that many articles share one. Some are undated.
  second: fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: -20, max: 20 }), fc.constant(null)),
  tags: fc.uniqueArray(fc.constantFrom(...tagIds), { maxLength: 4 }),
  headline: fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 }),
  body: fc.array(fc.constantFrom(...words), { maxLength: 6 }),
  source: fc.constantFrom('post', 'gazette', null),
  quotes: fc.array(
    fc.constantFrom('alfa', 'kilo').map((exact) => ({ exact })),
    { maxLength: 2 },
  ),
  isPictured: fc.boolean(),
  url: fc.constantFrom(
    null,
    'https://post.example/1',
    'http://www.post.example/1/?utm_source=x',
    'https://post.example/2?b=1&a=2',
  ),
  keywords: fc.uniqueArray(fc.constantFrom('Open Data', 'Tides', 'Ports'), { maxLength: 3 }),
  sections: fc.uniqueArray(fc.constantFrom('World', 'Sport'), { maxLength: 1 }),
  authors: fc.uniqueArray(fc.constantFrom('Ann Lee', 'Ada'), { maxLength: 2 }),
});

/** The publication of a random article, whose second is counted from another one. */
export function publicationAt(second: number | null, from: number = BASE): string | null {
  return second === null ? null : instantOf(from + second);
}

/** Instants in ms at which random articles are written. */
export const WRITTEN = 1_800_000_000_000;
const writes = 20;

export const { tags: tagExpression } = fc.letrec<{ tags: TagExpression }>((tie) => ({
  tags: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc
      .constantFrom(...tagIds, ...wordIds, 'source/post', 'language/en', 'person/nobody')
      .map((id): TagExpression => {
        const [type, slug = ''] = id.split('/');
        return { kind: 'tag', tag: { type: filterTagTypes.find((each) => each === type) ?? null, slug } };
      }),
    tie('tags').map((of): TagExpression => ({ kind: 'not', of })),
    fc
      .tuple(fc.constantFrom('and', 'or'), fc.array(tie('tags'), { minLength: 2, maxLength: 3 }))
      .map(([kind, of]): TagExpression => (kind === 'and' ? { kind: 'and', of } : { kind: 'or', of })),
  ),
}));

/** A random search of whole words and beginnings, NOT among them. */
const { search: anySearch } = fc.letrec<{ search: SearchExpression }>((tie) => ({
  search: fc.oneof(
    { maxDepth: 3 },
    fc.record({
      kind: fc.constant('words' as const),
      words: fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 2 }),
      match: fc.constantFrom('forms' as const, 'exact' as const, 'prefix' as const),
      field: fc.constantFrom(null, null, 'headline' as const, 'body' as const),
    }),
    tie('search').map((of): SearchExpression => ({ kind: 'not', of })),
    fc
      .tuple(fc.constantFrom('and', 'or'), fc.array(tie('search'), { minLength: 2, maxLength: 3 }))
      .map(([kind, of]): SearchExpression => (kind === 'and' ? { kind: 'and', of } : { kind: 'or', of })),
  ),
}));

/** A random search that names something to find. */
export const searchExpression = anySearch.filter((search) => !onlyExcludes(search));

/** A random filter, of those that random articles are likely to meet. */
export const filter = fc
  .record({
    tags: fc.option(tagExpression, { nil: undefined, freq: 4 }),
    search: fc.option(searchExpression, { nil: undefined, freq: 1 }),
    from: fc.option(fc.integer({ min: -22, max: 22 }), { nil: undefined, freq: 1 }),
    before: fc.option(fc.integer({ min: -22, max: 22 }), { nil: undefined, freq: 1 }),
    ids: fc.option(
      fc.array(
        fc.integer({ min: 0, max: 62 }).map((number) => articleIdOf(`k${number}`, 'post')),
        { minLength: 1, maxLength: 30 },
      ),
      { nil: undefined, freq: 1 },
    ),
    address: fc.option(fc.constantFrom('post.example/1', 'post.example/2?a=2&b=1', 'post.example'), {
      nil: undefined,
      freq: 1,
    }),
    has: fc.option(fc.uniqueArray(fc.constantFrom(...features), { minLength: 1 }), {
      nil: undefined,
      freq: 1,
    }),
    updated: fc.option(fc.integer({ min: -2, max: writes + 2 }), { nil: undefined, freq: 1 }),
  })
  .map(
    ({ tags, search, from, before, ids, address, has, updated }): ArticleFilter => ({
      ...(tags ? { tags } : {}),
      ...(search ? { search } : {}),
      ...(from === undefined ? {} : { from: instantOf(BASE + from) }),
      ...(before === undefined ? {} : { before: instantOf(BASE + before) }),
      ...(ids ? { ids } : {}),
      ...(address === undefined ? {} : { address }),
      ...(has ? { has } : {}),
      ...(updated === undefined ? {} : { updatedSince: instantOf(WRITTEN / 1000 + updated) }),
    }),
  );
