import { expect, test } from 'vitest';
import { authorityEntry } from '../../../src/model/authority.ts';
import type { StatedEntity } from '../../../src/model/draft.ts';
import { createExtractor } from '../../../src/reading/extract.ts';
import { draft } from './fixture.ts';

const stated = (
  type: StatedEntity['type'],
  name: string,
  codes: Partial<StatedEntity['codes']> = {},
  more: Partial<StatedEntity> = {},
): StatedEntity => ({
  type,
  name,
  ids: [],
  codes: { wikidata: null, mediatopic: null, ...codes },
  geo: null,
  ...more,
});

const merkel = authorityEntry(
  { type: 'person', slug: 'angela-merkel', name: 'Angela Merkel' },
  { aliases: ['Angela Dorothea Kasner'], externalIds: { wikidata: 'Q567', mediatopic: null } },
);
const war = authorityEntry(
  { type: 'topic', slug: 'war-and-peace', name: 'War and peace' },
  { externalIds: { wikidata: null, mediatopic: 'medtop:20000070' } },
);

function extract(entities: StatedEntity[], body = 'Nothing is named here.') {
  return createExtractor([merkel, war])({ ...draft({ body }), stated: entities });
}

test('an entity that the text does not name is a tag without mentions, with its ids', () => {
  const found = extract([stated('organization', 'Ministry of Defence', { wikidata: 'Q1' })]);
  expect(found.mentions).toEqual([]);
  expect(found.inferredTopics).toEqual([
    {
      tag: 'organization/ministry-of-defence',
      name: 'Ministry of Defence',
      method: 'source',
      confidence: 1,
    },
  ]);
  expect(found.discovered).toMatchObject([
    {
      id: 'organization/ministry-of-defence',
      discovered: true,
    },
  ]);
  expect(found.identities).toEqual([
    {
      tag: 'organization/ministry-of-defence',
      name: 'Ministry of Defence',
      wikidata: 'Q1',
      sourceIds: [],
      geo: null,
    },
  ]);
});

test('spans that name an entity are linked to its tag', () => {
  const found = extract(
    [stated('organization', 'Harbour Board'), stated('place', 'Oxbridge')],
    'The Harbour Board met in Oxbridge. The Oxbridge Times wrote about the Harbour Board.',
  );
  expect(found.mentions.map(({ tag, exact, method }) => [tag, exact, method])).toEqual([
    ['organization/harbour-board', 'Harbour Board', 'source'],
    ['place/oxbridge', 'Oxbridge', 'source'],
    ['organization/harbour-board', 'Harbour Board', 'source'],
  ]);
  expect(found.inferredTopics).toEqual([]);
});

test('a person whom the text names, too, is one tag with the id of the source', () => {
  const found = extract(
    [stated('person', 'The Rt Hon Jane A. Whitcombe MP', { wikidata: 'Q2' })],
    'Minister Jane Whitcombe said it was time. Whitcombe left on Monday.',
  );
  expect(new Set(found.mentions.map(({ tag }) => tag))).toEqual(new Set(['person/jane-whitcombe']));
  expect(found.mentions).toHaveLength(2);
  expect(found.identities).toMatchObject([{ tag: 'person/jane-whitcombe', wikidata: 'Q2' }]);
});

test.each([
  ['its id', stated('person', 'The Chancellor', { wikidata: 'Q567' })],
  ['its name', stated('person', 'Angela Merkel')],
  ['an alias', stated('person', 'Angela Dorothea Kasner')],
])('an authority entry wins by %s', (_by, entity) => {
  const found = extract([entity]);
  expect(found.inferredTopics.map(({ tag, name }) => [tag, name])).toEqual([
    ['person/angela-merkel', 'Angela Merkel'],
  ]);
  expect(found.discovered).toEqual([]);
});

test('a namesake with another Wikidata item is another tag, also where the text names it', () => {
  const found = extract([stated('person', 'Angela Merkel', { wikidata: 'Q9' })], 'Angela Merkel sang.');
  expect(found.mentions.map(({ tag }) => tag)).toEqual(['person/angela-merkel-q9']);
  expect(found.discovered).toMatchObject([{ id: 'person/angela-merkel-q9', name: 'Angela Merkel' }]);
});

test('two people of one name in an article are two tags if their Wikidata items differ', () => {
  const found = extract([
    stated('person', 'Jane Whitcombe', { wikidata: 'Q1' }),
    stated('person', 'Jane Whitcombe', { wikidata: 'Q2' }),
    stated('person', 'Jane Whitcombe', { wikidata: 'Q1' }),
  ]);
  expect(found.discovered.map(({ id }) => id)).toEqual(['person/jane-whitcombe', 'person/jane-whitcombe-q2']);
});

test('two names with one identifier are one tag, which the text may name by either', () => {
  const ids = ['https://a.example/people/7'];
  const found = extract(
    [stated('place', 'Mount Alda', {}, { ids }), stated('place', 'Alda Peak', {}, { ids })],
    'They climbed Mount Alda, which is Alda Peak to others.',
  );
  expect(found.mentions.map(({ tag, exact }) => [tag, exact])).toEqual([
    ['place/mount-alda', 'Mount Alda'],
    ['place/mount-alda', 'Alda Peak'],
  ]);
  expect(found.identities?.map(({ name }) => name)).toEqual(['Mount Alda', 'Alda Peak']);
});

test.each([
  ['possessives', "The Harbour Board's plan was new.", 'Harbour Board'],
  ['typographic possessives', 'The Harbour Board’s plan was new.', 'Harbour Board'],
  ['capitals', 'HARBOUR BOARD PLANS', 'HARBOUR BOARD'],
])('%s of a stated name are linked', (_form, body, exact) => {
  const found = extract([stated('organization', 'Harbour Board')], body);
  expect(found.mentions.map((mention) => mention.exact)).toEqual([exact]);
});

test('a subject with a Media Topic is the topic of the authority, else of the IPTC', () => {
  const found = extract([
    stated('topic', 'Kriege', { mediatopic: 'medtop:20000070' }),
    stated('topic', 'Sport', { mediatopic: 'medtop:15000000' }),
    stated('topic', 'Anything else'),
  ]);
  expect(found.inferredTopics.map(({ tag, method }) => [tag, method])).toEqual([
    ['topic/war-and-peace', 'source'],
    ['topic/sport', 'source'],
  ]);
});

test('an article without stated entities is unchanged', () => {
  const body = 'Angela Merkel met Jane Whitcombe.';
  expect(extract([], body)).toEqual(createExtractor([merkel, war])(draft({ body })));
});
