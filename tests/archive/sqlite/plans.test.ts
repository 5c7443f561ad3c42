import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { connect } from '../../../src/archive/sqlite/connection.ts';
import { applyMigrations } from '../../../src/archive/sqlite/migrations.ts';
import { openSqliteArchive } from '../../../src/archive/sqlite/open.ts';
import {
  type Matching,
  matchingCount,
  matchingKeys,
  searchWalk,
} from '../../../src/archive/sqlite/read/matching-keys.ts';
import { planTags } from '../../../src/archive/tag-plan.ts';
import { parseTags } from '../../../src/news/tag-syntax.ts';
import { sampleArticle } from '../sample-articles.ts';

const folder = mkdtempSync(join(tmpdir(), 'dateline-plans-'));
const path = join(folder, 'archive.db');
openSqliteArchive({ path }).close();
const connection = connect({ path });
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
function matching(tags: string | null, match: string | null, articles = 1_000): Matching {
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

const filters: [string, Matching][] = [
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

describe('the plan of a list of articles', () => {
  for (const [name, each] of filters) {
    for (const descending of [true, false]) {
      it(`neither sorts nor scans a table with ${name}, ${descending ? 'newest' : 'oldest'} first`, () => {
        const { sql, parameters } = matchingKeys(each, descending);
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
    const { parameters } = matchingKeys(matching('b,a', null), true);
    expect(parameters).toEqual({ tag0: 1, tag1: 2 });
    expect(matchingKeys(matching('b,a', null), true).sql).toMatch(/d\.tag = :tag0/);
  });

  it('asks FTS5 for the bounds and the order of a search', () => {
    const { sql, parameters } = searchWalk({ ...matching('a', '"word"'), match: '"word"' }, true);
    const [step] = planOf(sql, parameters);
    expect(step).toMatch(/VIRTUAL TABLE INDEX \d+:.*M.*<>?|VIRTUAL TABLE INDEX \d+:[^ ]*M[^ ]*/);
    expect(planOf(sql, parameters).join('\n')).not.toContain('TEMP B-TREE');
  });

  it('counts without gathering keys first', () => {
    for (const [name, each] of filters) {
      // A search with rare tags has a few hundred keys at most.
      if (name === 'a search with rare tags') continue;
      const { sql, parameters } = matchingCount(each);
      expect(planOf(sql, parameters).join('\n'), name).not.toMatch(/MERGE|AUTOMATIC/);
    }
  });

  it('takes few steps for a page of a large archive', () => {
    const archive = openSqliteArchive({ path });
    archive.writeArticles(
      Array.from({ length: 3_000 }, (_, index) =>
        sampleArticle({
          headline: `n${index}`,
          publishedAt: new Date(1.7e12 + index * 1000).toISOString().replace('.000', ''),
          tags: index % 2 === 0 ? ['topic/even'] : ['topic/odd'],
        }),
      ),
    );
    archive.close();
    const { sql, parameters } = matchingKeys({ term: { kind: 'everything' }, match: '"council"' }, true);
    const statement = connection.prepare<[object], { key: number }>(sql);
    const all = statement.all({ ...parameters, low: -(2 ** 41), high: 2 ** 41, limit: 5_000 });
    const timed = (high: number): number => {
      const begun = process.hrtime.bigint();
      for (let run = 0; run < 200; run += 1)
        statement.all({ ...parameters, low: -(2 ** 41), high, limit: 1 });
      return Number(process.hrtime.bigint() - begun);
    };
    // If FTS5 did not take the bound it would walk all the newer matches: hundreds of times as long.
    const oldest = all.at(-1)?.key ?? 0;
    timed(2 ** 41);
    expect(timed(oldest + 1)).toBeLessThan(20 * timed(2 ** 41));
  });
});
