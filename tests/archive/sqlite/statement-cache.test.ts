import { expect, onTestFinished, test } from 'vitest';
import { openConnection } from '../../../src/archive/sqlite/connection.ts';

function newConnection() {
  const connection = openConnection({ path: ':memory:' });
  onTestFinished(() => {
    connection.close();
  });
  return connection;
}

test('a statement is prepared once and returned again', () => {
  const { cached } = newConnection();
  expect(cached('SELECT 1')).toBe(cached('SELECT 1'));
});

test('a statement for rows does not share the one for values', () => {
  const { cached, cachedValues } = newConnection();
  const sql = 'SELECT :number AS number';
  const rows = cached(sql);
  expect(cachedValues(sql).all({ number: 7 })).toEqual([7]);
  expect(rows.all({ number: 7 })).toEqual([{ number: 7 }]);
});

test('statements of thousands of shapes are not all kept', () => {
  const { cached } = newConnection();
  const first = cached('SELECT 0');
  const recent = cached('SELECT 1');
  for (let shape = 2; shape < 5_000; shape += 1) {
    cached(`SELECT ${shape} -- ${'x'.repeat(400)}`);
    cached('SELECT 1');
  }
  expect(cached('SELECT 1')).toBe(recent);
  expect(cached('SELECT 0')).not.toBe(first);
});
