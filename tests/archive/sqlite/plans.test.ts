import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { planTags } from '../../../src/archive/core/tag-plan.ts';
import { openConnection } from '../../../src/archive/sqlite/connection.ts';
import { topTagsSql } from '../../../src/archive/sqlite/facets/facets.ts';
import { tagsSql, tagUsesSql } from '../../../src/archive/sqlite/facets/frequent-tags.ts';
import { tagRangeSql, timeRangeSql } from '../../../src/archive/sqlite/facets/timeline.ts';
import {
  articleCountSql,
  articleKeysSql,
  searchKeysSql,
} from '../../../src/archive/sqlite/lists/article-list-sql.ts';
import type { FilterPlan } from '../../../src/archive/sqlite/lists/filter-plan.ts';
import { applyMigrations } from '../../../src/archive/sqlite/migrations.ts';
import { openSqliteArchive } from '../../../src/archive/sqlite/open.ts';
import { quoteKeysSql } from '../../../src/archive/sqlite/quotes/quote-lists.ts';
import { parseTags } from '../../../src/model/tag-syntax.ts';
import { searchFor } from '../search-for.ts';

const folder = mkdtempSync(join(tmpdir(), 'dateline-plans-'));
const path = join(folder, 'archive.db');
await openSqliteArchive({ path }).close();
const connection = openConnection({ path });
applyMigrations(connection);
afterAll(() => {
  connection.close();
  rmSync(folder, { recursive: true });
});

/** SQLite's plan of a statement, one line a step. */
function planOf(sql: string, parameters: Record<string, number | string> = {}): string[] {
  const numbers = { low: 0, high: 9e12, limit: 20 };
  return connection
    .prepare<[Record<string, number | string>], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    .all({ ...numbers, ...parameters })
    .map(({ detail }) => detail);
}

/** `articles` gives how many articles carry each tag, by its slug. */
function matching(tags: string | null, match: string | null, articles = 1_000): FilterPlan {
  if (tags === null) return { term: { kind: 'everything' }, match };
  const parsed = parseTags(tags);
  if ('error' in parsed) throw new Error(parsed.error.message);
  const keys = new Map<string, number>();
  const term = planTags(parsed.expression, ({ slug }) => {
    keys.set(slug, keys.get(slug) ?? keys.size + 1);
    return { key: keys.get(slug) ?? 0, articles: articles + (keys.get(slug) ?? 0) };
  });
  return { term, match };
}

const filters: [string, FilterPlan][] = [
  ['no filter', matching(null, null)],
  ['a tag', matching('a', null)],
  ['AND', matching('a,b,c', null)],
  ['OR', matching('a|b|c', null)],
  ['NOT', matching('-a', null)],
  ['nested', matching('(a|(b,-c)),(d|-e)', null)],
  ['a search', matching(null, '"word"')],
  ['a search with tags', matching('a,-b', '"word"')],
  ['a search with rare tags', matching('a|b', '"word"', 10)],
];

/** Tables that a plan goes through from end to end, and sorts of more than it answers. */
function waste(steps: string[]): string[] {
  return steps.filter((step) =>
    /AUTOMATIC|^SCAN (?!\w+ VIRTUAL TABLE|\(subquery|matching|counted|ranked|c$|m$|k VIRTUAL)/.test(step),
  );
}

describe('the plan of what stands beside a list', () => {
  const keys = '[8, 16]';
  it.each([
    ['the tags of given articles', tagUsesSql, { keys }],
    ['given tags of some types', tagsSql, { keys, types: '["person"]' }],
    ['the top tags of a type', topTagsSql, { type: 'person' }],
    ['a range of a tag', tagRangeSql, { tag: 1 }],
    ['a range of time', timeRangeSql, { from: 0, before: 1 }],
  ])('scans no table for %s', (_, sql, parameters) => {
    const steps = planOf(sql, parameters);
    expect(waste(steps), steps.join('\n')).toEqual([]);
  });

  it('counts ranges from indexes alone', () => {
    for (const sql of [tagRangeSql, timeRangeSql]) {
      const steps = planOf(sql, { tag: 1, from: 0, before: 1 });
      expect(steps.join('\n')).toMatch(/^SEARCH \w+ USING COVERING INDEX/);
    }
  });

  const quotes: [string, Parameters<typeof quoteKeysSql>[0], string | null][] = [
    ['all quotes', {}, null],
    ['a speaker', { speaker: 'person/ada' }, null],
    ['a subject', {}, 'a'],
    ['several subjects', {}, 'a,b'],
    ['one of several subjects', {}, 'a|b'],
    ['no subject', {}, '-a'],
    ['a speaker on a subject', { speaker: 'person/ada' }, 'a'],
    ['a search', { search: searchFor('tide') }, null],
    ['a search of a speaker on a subject', { search: searchFor('tide'), speaker: 'person/ada' }, 'a'],
  ];
  for (const [name, query, tags] of quotes) {
    for (const direction of ['ASC', 'DESC'] as const) {
      it(`neither scans nor sorts for ${name} of quotes, ${direction}`, () => {
        const { sql, parameters } = quoteKeysSql(query, matching(tags, null).term, direction);
        const steps = planOf(sql, { ...parameters, speaker: 1, match: '"tide"' });
        expect(waste(steps), steps.join('\n')).toEqual([]);
        expect(steps.join('\n')).not.toContain('TEMP B-TREE');
      });
    }
  }
});

describe('the plan of a list of articles', () => {
  for (const [name, each] of filters) {
    for (const descending of [true, false]) {
      it(`neither sorts nor scans a table with ${name}, ${descending ? 'newest' : 'oldest'} first`, () => {
        const { sql, parameters } = articleKeysSql(each, descending);
        const steps = planOf(sql, parameters);
        const merging = sql.includes('UNION');
        for (const step of steps) {
          expect(step, steps.join('\n')).not.toMatch(/AUTOMATIC|LAST TERM/);
          if (!merging) expect(step, steps.join('\n')).not.toMatch(/TEMP B-TREE/);
          // FTS5 and the merged branches are always "scanned"; real tables never are.
          expect(step, steps.join('\n')).not.toMatch(/^SCAN (?!article_search VIRTUAL TABLE|\(subquery)/);
        }
      });
    }
  }

  it('begins with the rarer tag of AND', () => {
    const { parameters } = articleKeysSql(matching('b,a', null), true);
    expect(parameters).toEqual({ tag0: 1, tag1: 2 });
    expect(articleKeysSql(matching('b,a', null), true).sql).toMatch(/d\.tag = :tag0/);
  });

  it('asks FTS5 for the bounds and the order of a search', () => {
    // What FTS5 takes over: the order by rowid (64), descending (128), a match, a lower bound and an upper bound.
    const bounded = /VIRTUAL TABLE INDEX 192:M\d+><$/;
    const { sql, parameters } = searchKeysSql({ ...matching('a', '"word"'), match: '"word"' }, true);
    const plan = planOf(sql, parameters);
    expect(plan[0]).toMatch(bounded);
    expect(plan.join('\n')).not.toContain('TEMP B-TREE');
    const keys = articleKeysSql(matching(null, '"word"'), true);
    expect(planOf(keys.sql, keys.parameters)).toEqual([expect.stringMatching(bounded)]);
  });

  it('counts without gathering keys first', () => {
    for (const [name, each] of filters) {
      // A search with rare tags has a few hundred keys at most.
      if (name === 'a search with rare tags') continue;
      const { sql, parameters } = articleCountSql(each);
      expect(planOf(sql, parameters).join('\n'), name).not.toMatch(/MERGE|AUTOMATIC/);
    }
  });
});
