import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { markdown, markdownList } from '../../src/publishing/markdown.ts';
import { anyArticle, listIn, site } from './invented-article.ts';
import { realArticles } from './real-articles.ts';

/** The front matter and the nodes of a document. */
function parted(text: string) {
  const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  return { front: parse(front), children: fromMarkdown(body).children };
}

function textIn(node: Nodes): string {
  if (node.type === 'break') return '\n';
  if ('children' in node) return node.children.map(textIn).join('');
  return 'value' in node && node.type === 'text' ? node.value : '';
}

const kinds = (nodes: Nodes[]): string[] => [
  ...new Set(nodes.flatMap((node) => [node.type, ...('children' in node ? kinds(node.children) : [])])),
];

/** As the parser has it: NUL and halves of surrogate pairs are no text (CommonMark, 2.3). */
const parsed = (text: string) => text.replaceAll('\0', '\ufffd');

describe('any article, whatever its texts,', () => {
  test('is Markdown in which the texts are text, and no markup of theirs', () => {
    fc.assert(
      fc.property(anyArticle, (article) => {
        const { children } = parted(markdown(article, site));
        const [title, ...blocks] = children;
        expect(title?.type).toBe('heading');
        expect(title && textIn(title)).toBe(parsed(article.headline));
        const texts = blocks.map(textIn).join('').replace(/\s/g, '');
        expect(texts).toBe(parsed(article.body.text).replace(/\s/g, ''));
        const usual = ['heading', 'text', 'paragraph', 'blockquote', 'list', 'listItem', 'image', 'break'];
        expect(kinds(children).filter((kind) => !usual.includes(kind))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('has front matter that says what it is', () => {
    fc.assert(
      fc.property(anyArticle, (article) => {
        const { front } = parted(markdown(article, site));
        expect(front.title.toWellFormed()).toBe(article.headline.toWellFormed());
        expect(front).toMatchObject({ date: article.publishedAt });
      }),
    );
  });
});

test('line breaks, headings and lists within lists are kept', () => {
  const [article] = realArticles;
  if (!article) throw new Error('there is none');
  const texts = ['One\ntwo', 'Three', 'Four', 'Five', 'Six'];
  let end = -2;
  const blocks = texts.map((text, index) => {
    const start = end + 2;
    end = start + text.length;
    const kind =
      index === 0 ? ('paragraph' as const) : index === 4 ? ('heading' as const) : ('list-item' as const);
    return { kind, level: [null, 1, 2, 1, 3][index] ?? null, start, end };
  });
  const written = markdown({ ...article, body: { text: texts.join('\n\n'), blocks } }, site);
  expect(written).toMatch(/\nOne\\\ntwo\n\n- Three\n {2}- Four\n- Five\n\n### Six\n$/);
});

test('a picture stands in the text; of one without an address, the caption is in the front matter', () => {
  const [article] = realArticles;
  if (!article) throw new Error('there is none');
  const images = [
    { url: 'https://news.example/a.jpg', caption: 'The pier.', credit: 'AFP' },
    { url: null, caption: 'The mayor.', credit: 'AP' },
  ];
  const written = markdown({ ...article, images }, site);
  expect(written).toContain('![The pier.](https://news.example/a.jpg "The pier. (AFP)")');
  expect(parted(written).front.images).toEqual([{ caption: 'The mayor.', credit: 'AP' }]);
});

test('a list shows each article with its standfirst, or with its text when asked for', () => {
  const short = listIn(markdownList, realArticles);
  const whole = listIn(markdownList, realArticles, { withBody: true });
  expect(short.match(/^## /gm)).toHaveLength(realArticles.length);
  expect(short).toContain('[Next page](https://news.example/v1/articles.rss?limit=1\\&cursor=c)');
  expect(whole.length).toBeGreaterThan(short.length * 2);
});
