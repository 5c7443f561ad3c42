import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Archive } from '../../../src/archive/archive.ts';
import { slugOf } from '../../../src/model/slug.ts';
import type { TagId } from '../../../src/model/tag.ts';
import type { TagIdentity } from '../../../src/model/tag-identity.ts';
import type { TagSummary } from '../../../src/model/tag-summary.ts';
import { engines } from '../engines.ts';
import { sampleArticle } from '../sample-articles.ts';

type Entity = 'Q1' | 'Q2' | 'p3' | 'o4' | 'o5';

/** What there is in the world, with its spellings. Two people have one name. */
const world: Record<Entity, { type: 'person' | 'organization'; names: string[] }> = {
  Q1: { type: 'person', names: ['Ann Lee', 'Annabel Lee'] },
  Q2: { type: 'person', names: ['Ann Lee', 'Anna Lee'] },
  p3: { type: 'person', names: ['Bo Ek', 'Robert Ek'] },
  o4: { type: 'organization', names: ['Harbour Board', 'Port Board'] },
  o5: { type: 'organization', names: ['Tide Guild'] },
};
const entities = Object.keys(world) as Entity[];
const types = ['person', 'organization'] as const;

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('import' as const),
      key: fc.nat(7),
      day: fc.nat(60),
      stated: fc.uniqueArray(fc.constantFrom(...entities), { maxLength: 3 }),
      spelling: fc.nat(1),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('delete', 'merge', 'drop', 'withdraw'),
      which: fc.nat(99),
      other: fc.nat(99),
    }),
  },
);

function identityOf(entity: Entity, spelling: number): TagIdentity {
  const { type, names } = world[entity];
  const name = names[spelling] ?? names[0] ?? '';
  const isItem = entity.startsWith('Q');
  const sourceIds = isItem ? [] : [{ source: null, scheme: 'https://a.example/', value: entity }];
  return { tag: `${type}/${slugOf(name)}`, name, wikidata: isItem ? entity : null, sourceIds, geo: null };
}

/** Returns an article that states entities. Readers give namesakes of one article different tags. */
function articleOf(key: number, day: number, stated: Entity[], spelling: number, edition: number) {
  const taken = new Set<TagId>();
  const identities = stated.map((entity) => {
    const identity = identityOf(entity, spelling);
    const tag = taken.has(identity.tag) ? `${identity.tag}-${entity.toLowerCase()}` : identity.tag;
    taken.add(tag);
    return { ...identity, tag };
  });
  const publishedAt = new Date(Date.UTC(2024, 0, 1 + day)).toISOString().replace('.000', '');
  const article = sampleArticle({ key: `k${key}`, headline: `n${key} ${edition}`, publishedAt });
  return {
    ...{ ...article, identities },
    inferredTopics: identities.map(({ tag, name }) => ({ tag, name, method: 'source', confidence: 1 })),
  };
}

async function tagsOf(archive: Archive): Promise<TagSummary[]> {
  const lists = types.map((type) =>
    archive.reads.tags({ type, sort: 'articles', limit: 100, count: 'exact' }),
  );
  const pages = await Promise.all(lists);
  for (const { items, total } of pages) expect(total).toEqual({ value: items.length, relation: 'eq' });
  return pages.flatMap(({ items }) => items.map((item) => JSON.parse(item)));
}

function entityOf({ externalIds, sourceIds }: TagSummary): Entity | undefined {
  return entities.find((each) => each === (externalIds.wikidata ?? sourceIds[0]?.value));
}

describe.each(engines)('stated entities in $name', (engine) => {
  it('have the counts, lists and facets of their articles, whatever their names, merges and hides', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const { archive, remove } = await engine.create();
        const known = new Map<string, Entity[]>();
        const deleted = new Set<string>();
        const meant = new Map<TagId, Entity>();
        const learn = async () => {
          const tags = await tagsOf(archive);
          for (const tag of tags) {
            const entity = entityOf(tag);
            if (entity) meant.set(tag.id, entity);
          }
          return tags;
        };
        try {
          for (const [edition, each] of steps.entries()) {
            if (each.do === 'import' && 'stated' in each) {
              const article = articleOf(each.key, each.day, each.stated, each.spelling, edition);
              const [result] = await archive.writes.writeArticles([article]);
              if (result && !deleted.has(result.id)) known.set(result.id, each.stated);
              await learn();
              continue;
            }
            if (!('which' in each)) continue;
            const tags = await learn();
            const tag = tags[each.which % tags.length];
            if (each.do === 'delete') {
              const id = [...known.keys()][each.which % known.size];
              if (id === undefined) continue;
              await archive.writes.withdraw([id]);
              known.delete(id);
              deleted.add(id);
            }
            const others = tags.filter(({ id, type }) => type === tag?.type && id !== tag.id);
            const into = others[each.other % others.length];
            if (each.do === 'merge' && tag && into)
              await archive.writes.correctTags([{ do: 'merge-tags', tag: tag.id, into: into.id }], 'ann');
            if (each.do === 'drop' && tag)
              await archive.writes.correctTags([{ do: 'drop-tag', tag: tag.id }], 'ann');
            if (each.do === 'withdraw') {
              const rules = await archive.reads.tagCorrections();
              const number = rules[each.which % rules.length]?.number;
              if (number !== undefined) await archive.writes.withdrawTagCorrection(number);
            }
            await learn();
          }
          await expectSame(archive, known, meant);
        } finally {
          await remove();
        }
      }),
      process.env.RUNS ? { numRuns: Number(process.env.RUNS) } : { numRuns: 60, seed: 14 },
    );
  }, 600_000);
});

/** Expects that the archive has the tags, counts, lists and facets of these articles, and no others. */
async function expectSame(
  archive: Archive,
  known: Map<string, Entity[]>,
  meant: Map<TagId, Entity>,
): Promise<void> {
  const rules = (await archive.reads.tagCorrections()).map(({ correction }) => correction);
  const ruled = (entity: Entity): Entity | undefined => {
    let present = entity;
    for (const rule of rules) {
      if (meant.get(rule.tag) !== present) continue;
      if (rule.do === 'drop-tag') return undefined;
      if (rule.do === 'merge-tags') present = meant.get(rule.into) ?? present;
    }
    return present;
  };
  const expected = new Map<Entity, Set<string>>();
  for (const [id, stated] of known) {
    for (const entity of stated.flatMap((each) => ruled(each) ?? []))
      expected.set(entity, (expected.get(entity) ?? new Set()).add(id));
  }
  const found = new Map<Entity, Set<string>>();
  for (const tag of await tagsOf(archive)) {
    const { id, type, slug, articleCount } = tag;
    if (articleCount === 0) continue;
    const entity = meant.get(id);
    expect(entity, `${id} is one of those stated`).toBeDefined();
    const filter = { tags: { kind: 'tag', tag: { type, slug } } } as const;
    const page = await archive.reads.articles({
      ...{ filter, sort: 'newest', form: 'card', limit: 100, count: 'exact' },
    });
    expect(page.total).toEqual({ value: articleCount, relation: 'eq' });
    const { facets } = await archive.reads.facets({}, [type as 'person'], 100);
    const facet = facets[type as 'person']?.values.find(({ value }) => value === slug);
    expect(facet?.count).toBe(articleCount);
    if (entity) {
      expect(found.has(entity), `${id} is there once`).toBe(false);
      found.set(entity, new Set(page.items.map((item) => JSON.parse(item).id)));
    }
  }
  expect(found).toEqual(expected);
}
