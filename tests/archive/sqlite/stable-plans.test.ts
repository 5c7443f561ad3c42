import { expect, test } from 'vitest';
import { openConnection } from '../../../src/archive/sqlite/connection.ts';
import { stablePlan } from '../../../src/archive/sqlite/stable-plans.ts';

test.each([
  ['SELECT 1 WHERE a = :a AND b IN (:b1, ?)', 'SELECT 1 WHERE a = +:a AND b IN (+:b1, +?)'],
  [
    "SELECT strftime('%H:%M', at), 'it''s :no' LIMIT :limit",
    "SELECT strftime('%H:%M', at), 'it''s :no' LIMIT +:limit",
  ],
  ['SELECT 1 -- is it :so?\nWHERE a = ?', 'SELECT 1 -- is it :so?\nWHERE a = +?'],
])('parameters are hidden from the planner, and nothing else changes: %s', (sql, expected) => {
  expect(stablePlan(sql)).toBe(expected);
});

test('values of every type arrive as they were', () => {
  const connection = openConnection({ path: ':memory:' });
  const values = [1, 1.5, 'ü', null, Buffer.from([0, 255])];
  const select = connection.prepare<unknown[], { value: unknown; type: string }>(
    'SELECT ? AS value, typeof(?) AS type',
  );
  expect(values.map((value) => select.get(value, value))).toEqual([
    { value: 1, type: 'real' },
    { value: 1.5, type: 'real' },
    { value: 'ü', type: 'text' },
    { value: null, type: 'null' },
    { value: Buffer.from([0, 255]), type: 'blob' },
  ]);
  connection.close();
});
