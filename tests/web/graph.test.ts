import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ring } from '../../web/graph/ring.ts';
import { twoLines } from '../../web/graph/two-lines.ts';

const named = (...names: string[]) =>
  names.map((name, index) => ({ id: `person/${name}`, name, count: 9 - index }));
const edge = (source: string, target: string, articles = 1) => ({
  source: `person/${source}`,
  target: `person/${target}`,
  articles,
});

test('companions stand on both sides of the subject, each name in a row of its own', () => {
  const { companions, center } = ring('person/hub', named('a', 'b', 'c', 'd'), []);
  expect(companions.map(({ name, side, x, y }) => [name, side, x > center.x, y < center.y])).toEqual([
    ['a', 'right', true, true],
    ['b', 'right', true, false],
    ['c', 'left', false, false],
    ['d', 'left', false, true],
  ]);
});

test('who appears together stands side by side', () => {
  const { companions } = ring('person/hub', named('a', 'b', 'c', 'd'), [
    edge('a', 'd', 5),
    edge('d', 'c', 2),
  ]);
  expect(companions.map(({ name }) => name)).toEqual(['a', 'd', 'c', 'b']);
});

test('lines begin at the subject or between companions, the strongest the thickest', () => {
  const { lines } = ring('person/hub', named('a', 'b'), [
    edge('hub', 'a', 20),
    edge('hub', 'b', 10),
    edge('a', 'b', 5),
    edge('a', 'stranger', 5),
  ]);
  expect(lines.map(({ from, to, isSpoke, weight }) => [from.id, to.id, isSpoke, weight])).toEqual([
    ['person/a', 'person/b', false, 1],
    ['person/hub', 'person/a', true, 1],
    ['person/hub', 'person/b', true, 0.5],
  ]);
});

test('however many there are, names on one side are far enough apart and inside the graph', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), (size) => {
      const { companions, height } = ring(
        'person/hub',
        named(...Array.from({ length: size }, (_, n) => `n${n}`)),
        [],
      );
      expect(new Set(companions.map(({ id }) => id)).size).toBe(size);
      for (const side of ['left', 'right']) {
        const rows = companions
          .filter((each) => each.side === side)
          .map(({ y }) => y)
          .sort((a, b) => a - b);
        for (const [index, y] of rows.entries()) {
          expect(y).toBeGreaterThan(15);
          expect(y).toBeLessThan(height - 15);
          if (index > 0) expect(y - (rows[index - 1] ?? 0)).toBeGreaterThanOrEqual(36);
        }
      }
    }),
  );
});

test('long names take two lines, and no more', () => {
  expect(twoLines('Ada Birch')).toEqual(['Ada Birch']);
  expect(twoLines('Christine Lagarde')).toEqual(['Christine', 'Lagarde']);
  expect(twoLines('European External Action Service')).toEqual(['European External', 'Action Service']);
  expect(twoLines('Donaudampfschifffahrtsgesellschaft')).toEqual(['Donaudampfschiff…']);
});

test('of many lines between companions, those stand out that are strong for one of them', () => {
  const names = ['a', 'b', 'c', 'd', 'e'];
  const all = names.flatMap((one, index) => names.slice(index + 1).map((other) => edge(one, other, 1)));
  const strong = [edge('a', 'b', 9), edge('c', 'd', 8), edge('e', 'a', 7)];
  const others = all.filter(
    ({ source, target }) => !strong.some((each) => each.source === source && each.target === target),
  );
  const { lines } = ring('person/hub', named(...names), [...strong, ...others]);
  const major = lines.filter(({ isMinor }) => !isMinor);
  expect(major.slice(0, 3).map(({ articles }) => articles)).toEqual([9, 8, 7]);
  expect(major.length).toBeLessThanOrEqual(2 * names.length);
  expect(lines.length).toBeGreaterThan(major.length);
});
