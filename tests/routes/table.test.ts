import { expect, test } from 'vitest';
import type { RouteLine } from '../../src/routes/route.ts';
import { allowedMethods } from '../../src/routes/route.ts';
import { getHealth } from '../../src/routes/service/health.ts';
import { routes } from '../../src/routes/table.ts';

test('a route line with an unknown method, or without scope and cost, is a type error', () => {
  // @ts-expect-error: the API has no such method
  const unknown: RouteLine = ['FETCH', '/v1/articles', getHealth, 'open', 0];
  // @ts-expect-error: a path begins with a slash
  const relative: RouteLine = ['GET', 'v1/articles', getHealth, 'open', 0];
  // @ts-expect-error: a route declares its scope and cost
  const silent: RouteLine = ['GET', '/v1/articles', getHealth];
  // @ts-expect-error: there is no such scope
  const other: RouteLine = ['GET', '/v1/articles', getHealth, 'edit', 1];
  expect([unknown, relative, silent, other]).toHaveLength(4);
});

test('no two routes have the same method and path', () => {
  const lines = routes.map(({ method, path }) => `${method} ${path}`);
  expect(new Set(lines).size).toBe(lines.length);
});

test('HEAD goes with GET, OPTIONS with all', () => {
  expect(allowedMethods(['GET', 'POST', 'GET'])).toBe('GET, HEAD, POST, OPTIONS');
  expect(allowedMethods(['DELETE'])).toBe('DELETE, OPTIONS');
});
