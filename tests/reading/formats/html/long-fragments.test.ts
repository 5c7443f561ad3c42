import { expect, test } from 'vitest';
import { readFragment } from '../../../../src/reading/formats/html/read-fragment.ts';

const texts = (html: string) => readFragment(html, null).pieces.map(({ text }) => text);

test('the cells of a row that never ends are one block', () => {
  const [row = '', ...others] = texts(`<table><tr>${'<td>a'.repeat(60_000)}`);
  expect(others).toEqual([]);
  expect(row.slice(0, 13)).toBe('a | a | a | a');
  expect(row.length).toBe(60_000 * 4 - 3);
});

test('a cell after an empty one begins no row with a bar', () => {
  expect(texts('<table><tr><td> <td>a<td><td>b</table>')).toEqual(['a | | b']);
});

test('elements that are never closed cost no text, and what follows is read', () => {
  const html = `<p>One.</p>${'<b>a '.repeat(100_000)}<p>Two.</p><h2>Three</h2><img src="https://a.example/b.jpg">`;
  const { pieces, images } = readFragment(html, null);
  expect(pieces[0]?.text).toBe('One.');
  expect(pieces[1]?.text.length).toBe(199_999);
  expect(pieces.slice(2).map(({ kind, text }) => `${kind} ${text}`)).toEqual([
    'paragraph Two.',
    'heading Three',
  ]);
  expect(images.map(({ url }) => url)).toEqual(['https://a.example/b.jpg']);
});

test('a script among many open elements is no text', () => {
  for (const open of [999, 1000, 1001, 1002])
    expect(texts(`${'<b>'.repeat(open)}<script>if (a <p>b) c</script><p>One.</p>`)).toEqual(['One.']);
});

test('frames that are never closed are text', () => {
  expect(texts(`<p>One.</p><iframe src="a"><p>Two.</p>${'<iframe '.repeat(40_000)}`)).toEqual([
    'One.',
    'Two.',
  ]);
});
