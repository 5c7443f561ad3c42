import { expect, test } from 'vitest';
import { decideWrite, type WriteFacts } from '../../../src/archive/core/write-decision.ts';

const content = Buffer.from('aa', 'hex');
const other = Buffer.from('bb', 'hex');
const row = { id: 'a1', slug: 'a-slug', revision: 2, content };
type Row = typeof row;

function decide(facts: Partial<WriteFacts<Row>>, id = 'a1') {
  const none = () => undefined;
  return decideWrite({ byId: none, byContent: none, alias: none, ...facts }, id, content);
}

test('an article with the same content stays as it is', () => {
  expect(decide({ byId: () => row })).toEqual({ kind: 'same', article: row });
});

test('an article with other content is changed', () => {
  const before = { ...row, content: other };
  expect(decide({ byId: () => before })).toEqual({ kind: 'changed', before });
});

test('an id whose content is stored under another id becomes an alias', () => {
  expect(decide({ byContent: () => row }, 'b2')).toEqual({ kind: 'alias', article: row });
});

test('an alias with the same content leads to its article', () => {
  const facts = {
    byId: (id: string) => (id === 'a1' ? row : undefined),
    alias: () => ({ article: 'a1', content }),
  };
  expect(decide(facts, 'b2')).toEqual({ kind: 'same', article: row });
});

test('an alias whose content changed becomes an article', () => {
  const facts = { alias: () => ({ article: 'a1', content: other }) };
  expect(decide(facts, 'b2')).toEqual({ kind: 'new', staleAlias: true });
});

test('an unknown article is new', () => {
  expect(decide({})).toEqual({ kind: 'new', staleAlias: false });
});
