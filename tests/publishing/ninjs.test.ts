import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../src/model/article.ts';
import { ninjs, ninjsPackage } from '../../src/publishing/ninjs.ts';
import { anyArticle, listIn, site } from './invented-article.ts';
import { realArticles } from './real-articles.ts';

const schemas = new URL('../../src/reading/formats/ninjs/schemas/', import.meta.url);
const read = (name: string) => JSON.parse(readFileSync(new URL(name, schemas), 'utf8'));

/** The official schema as it is, with the formats that it names. */
const ajv = new Ajv2020({ strict: false, allErrors: true });
ajv.addFormat('uri', (value) => URL.canParse(value) && !/[\s"<>]/.test(value));
ajv.addFormat('date-time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/);
ajv.addFormat('date', /^\d{4}-\d\d-\d\d$/);
ajv.addFormat('duration', /^P/);
const { $schema: _, ...geoJson } = read('GeoJSON-schema.json');
ajv.addSchema(geoJson, 'https://geojson.org/schema/GeoJSON.json');
const { $schema: __, ...schema } = read('ninjs-schema_3.1.json');
const validate = ajv.compile(schema);

const faults = (text: string) => {
  validate(JSON.parse(text));
  return validate.errors ?? [];
};

const known = new Map([
  [
    'place/number-0',
    {
      ...{ description: null, externalIds: { wikidata: null, mediatopic: null } },
      ...{ geo: { latitude: 52.5, longitude: 13.4 }, sourceIds: [] },
    },
  ],
  ['topic/number-0', { description: null, externalIds: { wikidata: 'Q1', mediatopic: 'medtop:20000002' } }],
]);

describe('the official schema of ninjs 3.1 finds no fault in', () => {
  test('any article, whatever its texts', () => {
    fc.assert(
      fc.property(anyArticle, (article) => {
        expect(faults(ninjs(article, site, known))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('articles that were really published, one by one and as a list', () => {
    for (const article of realArticles) expect(faults(ninjs(article, site, known))).toEqual([]);
    expect(faults(listIn(ninjsPackage, realArticles, { known }))).toEqual([]);
    expect(faults(listIn(ninjsPackage, [], { known }))).toEqual([]);
  });
});

test('the same validator finds what the official test suite says is wrong', () => {
  const folder = new URL('../fixtures/ninjs/3.0/should_fail/', import.meta.url);
  const wrong = readdirSync(folder);
  expect(wrong.length).toBeGreaterThan(0);
  for (const name of wrong) {
    expect(faults(readFileSync(new URL(name, folder), 'utf8')), name).not.toEqual([]);
  }
});

test('the texts come back as they were', () => {
  fc.assert(
    fc.property(anyArticle, (article: Article) => {
      const item = JSON.parse(ninjs(article, site, known));
      expect(item.headlines[0].value).toBe(article.headline);
      expect(item.bodies[1].value).toBe(article.body.text);
      expect(item.firstCreated).toBe(article.publishedAt);
      expect(item.people.map(({ name }: { name: string }) => name)).toEqual(
        article.tags.filter(({ type }) => type === 'person').map(({ name }) => name),
      );
    }),
  );
});

test('a place has its coordinates as GeoJSON, the longitude first', () => {
  const [article] = realArticles;
  if (!article) throw new Error('there is none');
  const tag = { id: 'place/number-0', slug: 'number-0', type: 'place' as const, name: 'Berlin' };
  const text = ninjs(
    { ...article, tags: [{ ...tag, role: null, count: 1, firstMention: null }] },
    site,
    known,
  );
  expect(faults(text)).toEqual([]);
  expect(JSON.parse(text).places).toMatchObject([{ geoJSON: { type: 'Point', coordinates: [13.4, 52.5] } }]);
});

test('a topic of IPTC Media Topics is named by their identifier', () => {
  const [article] = realArticles;
  if (!article) throw new Error('there is none');
  const tag = { id: 'topic/number-0', slug: 'number-0', type: 'topic' as const, name: 'Arts' };
  const tags = [{ ...tag, role: null, count: 1, firstMention: null }];
  const { subjects } = JSON.parse(ninjs({ ...article, tags }, site, known));
  expect(subjects[0]).toMatchObject({
    name: 'Arts',
    uri: 'http://cv.iptc.org/newscodes/mediatopic/20000002',
  });
});
