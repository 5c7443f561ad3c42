import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Archive } from '../../../src/archive/archive.ts';
import type { FacetName, TagSort } from '../../../src/archive/queries.ts';
import { openSqliteArchive } from '../../../src/archive/sqlite/open.ts';
import { instantOf } from '../../../src/model/instant.ts';
import type { ArticleFilter, ArticleSort, Position } from '../../../src/model/query.ts';
import { parseTags } from '../../../src/model/tag-syntax.ts';
import { sampleArticle, sampleEntry } from '../sample-articles.ts';
import { searchFor } from '../search-for.ts';

/**
 * Calls every method of an archive, reads with every kind of filter, and looks at the plan of every statement that was
 * prepared for it.
 */
const folder = mkdtempSync(join(tmpdir(), 'dateline-every-plan-'));
const path = join(folder, 'archive.db');
const prepared = new Set<string>();
const uncalled = new Set<string>();
let connection: Database.Database;

const roles = ['reads', 'writes', 'changes', 'imports', 'keys', 'webhooks', 'exports', 'states'] as const;
/** Methods for use within archive/sqlite. */
const internal = ['changes.end', 'imports.setPosition'];

beforeAll(async () => {
  const prepare = vi.spyOn(Database.prototype, 'prepare');
  const archive = openSqliteArchive({ path });
  // One set of names for all roles: what is left in it at the end was never called.
  for (const role of roles) watchCalls(role, archive[role]);
  await writeEverything(archive);
  await askEverything(archive);
  // Words that are too common to be ranked, or counted, are ranked in other ways.
  const counting = { firstRange: 8_000, ms: { page: Infinity, total: 25, exactTotal: 25, ranking: 25 } };
  for (const countedMatches of [0, 1e9]) {
    const budget = { ...counting, rankedMatches: 0, countedMatches, smallArchive: 0 };
    const other = openSqliteArchive({ path, readOnly: true, budget });
    await askEverything(other);
    await other.close();
  }
  for (const [sql] of prepare.mock.calls) prepared.add(sql.trim());
  prepare.mockRestore();
  await archive.close();
  connection = new Database(path, { readonly: true });
}, 120_000);
afterAll(() => {
  connection.close();
  rmSync(folder, { recursive: true });
});

/** Adds the names of a role's methods to `uncalled`; each call takes its name out. */
function watchCalls(role: (typeof roles)[number], methods: object): void {
  for (const [name, method] of Object.entries(methods)) {
    const full = `${role}.${name}`;
    if (internal.includes(full)) continue;
    uncalled.add(full);
    const watched = (...given: unknown[]) => {
      uncalled.delete(full);
      return method(...given);
    };
    Object.assign(methods, { [name]: watched });
  }
}

/** Calls each write, and each method that stores something, so that every table has rows. */
async function writeEverything({ writes, imports, keys, webhooks, reads, states }: Archive): Promise<void> {
  const samples = Array.from({ length: 400 }, (_, index) =>
    sampleArticle({
      headline: `Tide n${index}`,
      body: index % 3 === 0 ? 'The tide is low.' : 'The harbour is open.',
      publishedAt: instantOf(1.7e9 + index * 3_600),
      tags: index % 2 === 0 ? ['topic/even', 'person/ada'] : ['topic/odd'],
      quotes: [{ exact: 'The tide is high', speaker: 'person/ada' }],
    }),
  );
  await writes.beginBulk();
  const written = await writes.writeArticles(samples, { job: 'import', position: 1 });
  await writes.endBulk();
  const [id = '', gone = ''] = written.map((each) => each.id);
  const changed = sampleArticle({ key: 'Tide n2', headline: 'Tide turns', publishedAt: instantOf(1.6e9) });
  await writes.writeArticles([changed]);
  await writes.writeTags([sampleEntry('person/ada', { name: 'Ada Birch' })]);
  await writes.correct(id, [{ do: 'set', headline: 'Low tide' }], 'ann', () => true);
  await writes.withdrawCorrection(id, 1);
  await writes.correct(id, [{ do: 'remove-tag', tag: 'topic/even' }], 'ann');
  const merge = { do: 'merge-tags', tag: 'topic/odd', into: 'topic/even' } as const;
  await writes.correctTags([merge], 'ann', () => true);
  const [rule] = await reads.tagCorrections();
  await writes.withdrawTagCorrection(rule?.number ?? 0);
  await writes.rewrite(await reads.uncorrected([id]));
  await writes.withdraw([gone]);
  await writes.restore([gone]);
  await writes.withdraw([gone], { note: 'Taken out' });
  const arrival = { release: 'hold', dueAt: instantOf(1.9e9), statesPublic: false } as const;
  const held = ['Held', 'Due', 'Killed', 'Purged'].map((headline) => ({
    ...sampleArticle({ headline, publishedAt: instantOf(1.7e9) }),
    arrival: { ...arrival, ...(headline === 'Due' && { dueAt: instantOf(1.6e9) }) },
  }));
  const [, , , purged] = await writes.writeArticles(held);
  await writes.publishDue(instantOf(1.7e9));
  await writes.release([purged?.id ?? '']);
  await writes.purge([purged?.id ?? '']);
  const { sourceKey, source, origin } = sampleArticle({ headline: 'Killed' });
  const notice = { kind: 'withdrawal', field: 'status', value: 'canceled', note: null } as const;
  await writes.writeArticles([{ ...notice, sourceKey, source, origin, version: null, updatedAt: null }]);
  await writes.revert((await states.arrivedSince(instantOf(1.9e9))).slice(0, 1));
  const at = instantOf(1.7e9);
  await writes.restoreRecords([
    { tag: sampleEntry('person/bo'), formerSlugs: ['bob'] },
    { tagCorrection: { number: 7, editor: 'ann', at, correction: merge } },
    { deleted: { id: 'a'.repeat(gone.length), slug: 'away', revision: 1 } },
  ]);

  await imports.writeValidators('https://example.org/', { etag: '"a"', lastModified: null });
  await imports.validators('https://example.org/');
  await imports.position('import');
  await imports.finish('import');
  const key = await keys.add({ name: 'desk', scope: 'write', hash: 'hash' });
  await keys.find('hash');
  await keys.list();
  await keys.recordUse(new Map([[key.id, at]]));
  await keys.revoke(key.id);

  const lease = { name: 'webhooks', owner: 'one' } as const;
  const hook = { id: 'hook', url: 'https://example.org/', secret: 's', tag: null, q: null, createdAt: 1 };
  await webhooks.add(hook);
  const [found] = await webhooks.list();
  await webhooks.find('hook');
  await webhooks.hold(lease, 2_000, 1_000);
  const progress = { seq: 1_000, failures: 0, retryAt: 0, givenUp: 0, stopped: null };
  const attempt = {
    seq: 1,
    event: 'article.new',
    article: id,
    status: 200,
    reason: null,
    duration: 1,
    at: 1,
  };
  await webhooks.settle(lease, { id: 'hook', seq: found?.seq ?? 0 }, progress, {
    ...attempt,
    outcome: 'delivered',
  });
  await webhooks.deliveries('hook', 5);
  await webhooks.setAnnounced(lease, 1);
  await webhooks.announced('webhooks');
  await webhooks.resume('hook');
  await webhooks.release(lease);
  await webhooks.remove('hook');
}

function filters(): ArticleFilter[] {
  const tags = [
    'topic/even',
    'topic/even,person/ada',
    'topic/even|topic/odd',
    '-topic/odd',
    '(topic/even|person/ada),-topic/odd',
  ];
  const searches = ['tide', 'tide harbour', '"tide is low"', 'tid*', 'tide -harbour', 'headline:tide'];
  const periods = [{}, { from: instantOf(1.7e9), before: instantOf(1.7e9 + 86_400) }];
  const parsed = tags.map((text) => {
    const result = parseTags(text);
    if ('error' in result) throw new Error(result.error.message);
    return { tags: result.expression };
  });
  const narrowings: ArticleFilter[] = [
    {},
    ...parsed,
    ...searches.map((text) => ({ search: searchFor(text) })),
    ...parsed.map((each) => ({ ...each, search: searchFor('tide') })),
  ];
  const named: ArticleFilter[] = [
    { ids: ['tide-n4', 'tide-n5'] },
    { address: 'example.org/tide' },
    { has: ['image', 'quotes'] },
    { updatedSince: instantOf(0) },
    { updatedSince: instantOf(9e9) },
  ];
  narrowings.push(
    ...named,
    ...named.map((each) => ({ ...each, search: searchFor('tide') })),
    ...named.map((each) => ({ ...each, ...parsed[1] })),
  );
  return narrowings.flatMap((narrowing) => periods.map((period) => ({ ...narrowing, ...period })));
}

async function askEverything(archive: Archive): Promise<void> {
  const { items } = await archive.reads.articles({
    filter: {},
    sort: 'newest',
    form: 'full',
    limit: 9,
    count: 'none',
  });
  const ids = items.map((item): string => JSON.parse(item).id);
  const [id = ''] = ids;
  const names: FacetName[] = ['person', 'topic', 'organization', 'place', 'source', 'language', 'year'];
  const edges = [0, 1, 40, 80].map((day) => instantOf(1.7e9 + day * 86_400));
  const positions: (Position | undefined)[] = [
    undefined,
    { direction: 'after', rank: 1.7e9 + 7_200, id },
    { direction: 'before', rank: 1.7e9 + 7_200, id },
  ];
  for (const filter of filters()) {
    for (const sort of [
      'newest',
      'oldest',
      'updated',
      ...(filter.search ? ['relevance'] : []),
    ] as ArticleSort[]) {
      for (const position of positions) {
        for (const form of ['card', 'full'] as const) {
          await archive.reads.articles({
            filter,
            sort,
            form,
            limit: 5,
            count: 'exact',
            ...(position && { position }),
          });
        }
      }
    }
    await archive.reads.joinedCards({ filter, sort: 'newest', limit: 5, count: 'capped' });
    await archive.reads.facets(filter, names, 3);
    await archive.reads.timeline(filter, edges);
    await archive.reads.neighbours(id, filter, 'newest');
    await archive.reads.matchingCards(ids, filter);
    await archive.reads.unknownTags(filter);
    await archive.reads.knownArticles(filter.ids ?? []);
  }
  for (const search of [undefined, 'tide', '"tide is"']) {
    const about = filters().flatMap(({ tags }) => (tags ? { about: tags } : []));
    for (const scope of [{}, { speaker: 'person/ada' }, ...about, { article: id }]) {
      for (const position of positions) {
        await archive.reads.quotes({
          ...scope,
          ...(search && { search: searchFor(search) }),
          limit: 3,
          count: 'exact',
          ...(position && { position }),
        });
      }
    }
  }
  for (const sort of ['articles', 'name', 'newest'] as TagSort[]) {
    for (const type of [undefined, 'person' as const, 'source' as const]) {
      for (const prefix of [undefined, 'ad', 'e o']) {
        for (const position of [undefined, { direction: 'after' as const, rank: 0, id: 'person/a' }]) {
          const list = {
            sort,
            limit: 3,
            count: 'exact',
            ...(type && { type }),
            ...(prefix && { prefix }),
          } as const;
          await archive.reads.tags({ ...list, wikidata: 'Q1' });
          await archive.reads.tags({ ...list, before: instantOf(1.7e9 + 90_000) });
          await archive.reads.tags({ ...list, from: instantOf(1.7e9), before: instantOf(1.7e9 + 90_000) });
          await archive.reads.tags({
            sort,
            limit: 3,
            count: 'exact',
            ...(type && { type }),
            ...(prefix && { prefix }),
            ...(position && { position }),
          });
        }
      }
    }
  }
  await archive.reads.article(id);
  await archive.reads.wholeArticle(id);
  await archive.reads.articlePart(id, 'quotes', { limit: 10 });
  await archive.reads.related(id, 5);
  await archive.reads.highlight(searchFor('tide'), ids);
  await archive.reads.suggest(searchFor('tidde'));
  await archive.reads.relaxed({ search: searchFor('the tidde birhc harrbbour') });
  await archive.reads.tag('person', 'ada');
  await archive.reads.tag('person', 'Q1');
  await archive.reads.together('person/ada', null, 5);
  await archive.reads.together('person/ada', 'topic', 5);
  await archive.reads.mergeProposals(5);
  await archive.changes.since(0, 10);
  await archive.changes.last();
  await archive.reads.summary();
  await archive.reads.revisions(id);
  await archive.reads.revision(id, 1);
  await archive.reads.story(id);
  await archive.reads.corrected(id);
  await archive.reads.corrected('tide-n5');
  await archive.reads.months();
  await archive.reads.tagAddresses(0, 5);
  await archive.reads.lastTagNumber();
  await archive.reads.authority();
  await archive.reads.tagCorrections();
  await archive.reads.uncorrected(ids);
  await archive.changes.wait(0, 0, new AbortController().signal);
  await archive.writes.listTagsFrom(2);
  await archive.exports.tags('', 5);
  await archive.exports.deletions('', 5);
  await archive.exports.histories(ids);
  await archive.exports.versions(ids);
  await archive.reads.gone('tide-n1');
  await archive.reads.withdrawals({ limit: 5 });
  await archive.reads.withdrawals({ source: 'the-harbour-post', limit: 5 });
  await archive.states.unpublished({ limit: 5 });
  await archive.states.nextDue();
  await archive.states.find('tide-n1');
  await archive.states.ofSource('post');
  await archive.states.arrivedSince(instantOf(1.7e9));
}

/** A step that goes through a table or an index of it from end to end, except those of a handful of rows. */
const scanning = /^SCAN (?!.*VIRTUAL TABLE)(?!\(|CONSTANT)/;
const small = /^SCAN (archive|tag_types|sqlite_schema|schema_migrations|api_keys)\b/;
/** The names that statements give to what they have gathered themselves. */
const gathered = /^SCAN (matching|m|w|c|company|newest|counted|ranked)$/;
/** A sort, except that of the narrower tags of one tag. */
const sorting = /USE TEMP B-TREE FOR (?!json_group_array)|AUTOMATIC/;

/** Statements that go through a table or sort, and why that is bounded. */
const allowed: [RegExp, string][] = [
  [/json_each\(\+?:keys\) k CROSS JOIN tags/, 'the tags of the articles of a part of a month'],
  [/INDEXED BY tags_by_wikidata/, 'the tags of one Wikidata item'],
  [/FROM json_each\(\+?:keys\) k/, 'the articles that a filter names, 4,000 at most'],
  [/^SELECT EXISTS \(SELECT 1 FROM \w+\)$/, 'looks at the first row'],
  [/FROM uncorrected_articles ORDER BY article/, 'taking a rule back looks through what rules changed'],
  [/SELECT entry FROM tags WHERE entry IS NOT NULL/, 'is asked for all entries'],
  [/FROM api_keys ORDER BY/, 'is asked for all keys, of which there are few'],
  [/WHERE s\.story = \+?:story/, 'the articles of one story'],
  [/FROM former_tag_slugs WHERE tag = \+?:(key|tag)/, 'the slugs of one tag'],
  [/LIMIT 16384\)\s+ORDER BY key$/, 'the newest articles of a week, 16,384 at most'],
  [/FROM webhooks ORDER BY/, 'is asked for all webhooks, of which there are few'],
  [/FROM webhook_deliveries\s+WHERE webhook =/, 'the attempts of one webhook, of which 1,000 are kept'],
  [/FROM json_each\(\+?\?\) k\s+CROSS JOIN article_cards/, 'the articles of one page'],
  [/ORDER BY score, key DESC/, 'the 10,000 newest matches, of which SQLite keeps a page'],
  [/DISTINCT (month|t\.slug)/, 'the months of one tag, the sources of its 500 newest articles'],
  [/\bUNION\b/, 'the heads of limited branches'],
  [/FROM article_tags a CROSS JOIN tags t/, 'the tags of one article'],
  [/FROM tag_ids WHERE tag = /, 'the ids of one tag, of which there are few'],
  [/FROM unpublished_articles u\s+WHERE NOT EXISTS/, 'is asked by editors, not by readers'],
  [/tag_words WHERE word/, 'tags whose words begin so, 500 at most'],
];

test('every method of the archive was called', () => {
  expect([...uncalled]).toEqual([]);
});

test('no statement goes through a whole table, or sorts more than it has gathered', () => {
  expect(prepared.size).toBeGreaterThan(100);
  const wasteful = [...prepared]
    .filter((sql) => /^(SELECT|WITH|UPDATE|DELETE)/.test(sql))
    .flatMap((sql) => {
      if (allowed.some(([shape]) => shape.test(sql))) return [];
      const waste = connection
        .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql.replace(/:\w+|\?/g, '1')}`)
        .all()
        .map(({ detail }) => detail)
        .filter(
          (step) => (scanning.test(step) && !small.test(step) && !gathered.test(step)) || sorting.test(step),
        );
      return waste.length > 0 ? [{ sql, waste }] : [];
    });
  expect(wasteful).toEqual([]);
});
