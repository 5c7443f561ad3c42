import { describe, expect, test } from 'vitest';
import { markdown } from '../../../../src/reading/formats/markdown/markdown.ts';
import { blocksOf, draftOf } from '../readings.ts';

describe('front matter', () => {
  test('YAML names the fields', () => {
    const draft = draftOf(
      markdown,
      '---\ntitle: "A: b"\ndate: 2024-11-03T10:00:00Z\nauthor: Ann Lee\ntags: [x, y]\n---\nOne.\n',
    );
    expect(draft).toMatchObject({
      headline: 'A: b',
      publishedAt: '2024-11-03T10:00:00Z',
      byline: 'Ann Lee',
      keywords: ['x', 'y'],
      body: { text: 'One.' },
    });
  });

  test('TOML does too', () => {
    expect(draftOf(markdown, '+++\ntitle = "A"\ndate = 2024-11-03T10:00:00Z\n+++\nOne.')).toMatchObject({
      headline: 'A',
      publishedAt: '2024-11-03T10:00:00Z',
    });
  });

  test('what does not parse is said, and the text is read all the same', () => {
    const draft = draftOf(markdown, '---\ntitle: [\n---\n# A\n\nOne.');
    expect(draft).toMatchObject({ headline: 'A', body: { text: 'One.' } });
    expect(draft.warnings.map(({ code }) => code)).toContain('front-matter-unread');
  });

  test('a bomb of YAML aliases is not blown up', () => {
    const bomb = `---\na: &a [x,x]\nb: &b [*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c]\n---\n# A\n\nOne.`;
    expect(draftOf(markdown, bomb).warnings.map(({ code }) => code)).toContain('front-matter-unread');
  });
});

test('headings, lists, quotes and pictures keep what they are', () => {
  const draft = draftOf(
    markdown,
    '# A\n\nOne *two*\nthree.\n\n## B\n\n- x\n  - y\n\n> q\n\n![alt](https://d.example/p.jpg "A flood.")\n',
  );
  expect(blocksOf(draft)).toEqual([
    'paragraph: One two three.',
    'heading2: B',
    'list-item1: x',
    'list-item2: y',
    'block-quote: q',
  ]);
  expect(draft.images).toEqual([{ url: 'https://d.example/p.jpg', caption: 'A flood.', credit: null }]);
});

test('HTML in Markdown brings no script along', () => {
  const draft = draftOf(
    markdown,
    '# A\n\n<script>alert(1)</script>\n\nOne <b onclick="steal()">two</b>.\n\n<div><p>Three.</p></div>',
  );
  expect(JSON.stringify(draft)).not.toMatch(/alert|steal/);
  expect(draft.body.text).toBe('One two.\n\nThree.');
});
