import { expect, test } from 'vitest';
import { enginesNamed } from './engines.ts';

test('a list names engines, separated by commas', () => {
  expect(enginesNamed('sqlite').map(({ name }) => name)).toEqual(['sqlite']);
});

test.each(['sqlite,oracle', 'oracle', '', 'sqlite,'])('ENGINES=%s names what is no engine', (list) => {
  expect(() => enginesNamed(list)).toThrow(/which is no engine\. Name some of: sqlite/);
});
