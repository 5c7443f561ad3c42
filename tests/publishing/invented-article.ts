import fc from 'fast-check';
import type { Article, Body } from '../../src/model/article.ts';
import { Article as ArticleSchema } from '../../src/model/article.ts';
import type {
  KnownTags,
  ListWriter,
  PublishedList,
  Selection,
  Site,
} from '../../src/publishing/published.ts';

/** Texts as sources print them, and what they should never have printed. */
const hard = [
  ']]>',
  '<script>alert(1)</script>',
  '&amp;',
  '&',
  '"quoted"',
  "it's",
  '=HYPERLINK("http://evil.example")',
  '+1',
  '-2',
  '@here',
  '# no heading',
  '* no item',
  '1. no item',
  '> no quote',
  '[no](link)',
  '![no](picture)',
  '`no code`',
  '_no_ **emphasis**',
  '---',
  '😀👩‍👩‍👧',
  'اَلْعَرَبِيَّةُ',
  '서울',
  '<!--',
  '-->',
  '\\',
  '|',
  '~~~',
  '\u0000\u000b',
  '\ud800',
  '\ufffe',
  'a, b; c',
  '<b>bold</b>',
  '&lt;b&gt;',
  'http://a.example/?a=1&b=2',
];

/** One line of text: words, marks, emoji, markup of every kind; no line breaks, none at its ends. */
export const line: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...hard), fc.string({ unit: 'grapheme', maxLength: 12 })), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.join(' ').replace(/\s+/g, ' ').trim())
  .filter((text) => text !== '');

const blockKinds = fc.constantFrom(
  'paragraph' as const,
  'heading' as const,
  'list-item' as const,
  'block-quote' as const,
);

const body: fc.Arbitrary<Body> = fc
  .array(fc.record({ kind: blockKinds, text: line }), { minLength: 1, maxLength: 6 })
  .map((blocks) => {
    let text = '';
    const placed = blocks.map(({ kind, text: written }) => {
      if (text !== '') text += '\n\n';
      const start = text.length;
      text += written;
      return { kind, level: kind === 'heading' ? 2 : null, start, end: text.length };
    });
    return { text, blocks: placed };
  });

const instant = fc
  .date({ min: new Date('1800-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => `${date.toISOString().slice(0, 19)}Z`);
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const address = fc.constantFrom(
  'https://news.example/a?b=1&c="2"',
  'javascript:alert(1)',
  'not an address',
  'http://münchen.example/ä ö',
);

/** Any dated article that an archive may hold, whatever its texts are. */
export const anyArticle: fc.Arbitrary<Article & { publishedAt: string }> = fc
  .record({
    headline: line,
    standfirst: orNull(line),
    byline: orNull(line),
    credit: orNull(line),
    language: fc.constantFrom('en', 'ar', 'pt-BR', 'und'),
    publishedAt: instant,
    updatedAt: orNull(instant),
    url: orNull(address),
    keywords: fc.array(line, { maxLength: 3 }),
    images: fc.array(fc.record({ url: orNull(address), caption: orNull(line), credit: orNull(line) }), {
      maxLength: 2,
    }),
    tags: fc.uniqueArray(
      fc.record({ type: fc.constantFrom('person' as const, 'topic' as const), name: line }),
      { maxLength: 3, selector: ({ name }) => name },
    ),
    summaryOnly: fc.boolean(),
    body,
  })
  .map(({ tags, ...article }) => ({
    ...ArticleSchema.parse({
      ...article,
      id: 'a7q2k0x9m4v1c8t3',
      slug: 'a-slug',
      authors:
        article.byline === null ? [] : [{ name: article.byline, kind: 'person', role: null, email: null }],
      dateline: null,
      source: { slug: 'the-harbour-post', name: 'The Harbour Post' },
      publication: { text: null, timeZone: null, precision: 'second', basis: 'printed' },
      crawledAt: null,
      wordCount: 1,
      tags: tags.map(({ type, name }, index) => ({
        id: `${type}/number-${index}`,
        type,
        slug: `number-${index}`,
        name,
        role: null,
        count: 1,
        firstMention: null,
      })),
      quoteCount: 0,
      warnings: [],
      contentHash: '0'.repeat(64),
      revision: 1,
      storedAt: '2024-11-03T12:00:00Z',
      mentions: [],
      quotes: [],
    }),
    publishedAt: article.publishedAt,
  }));

/** Any undated article. */
export const anyUndated: fc.Arbitrary<Article> = anyArticle.map((article) => ({
  ...article,
  publishedAt: null,
  publication: null,
  updatedAt: null,
}));

export const site = { name: 'Dateline', origin: 'https://news.example' };

/** The middle page of a list. */
export const middle: PublishedList = {
  title: 'All articles',
  links: {
    self: 'https://news.example/v1/articles.rss?limit=1&cursor=b',
    first: 'https://news.example/v1/articles.rss?limit=1',
    next: 'https://news.example/v1/articles.rss?limit=1&cursor=c',
    previous: 'https://news.example/v1/articles.rss?limit=1&cursor=a',
    html: 'https://news.example/',
  },
  hub: 'https://hub.example/',
};

/** A list of these articles as a format writes it: the middle page, unless said otherwise. */
export function listIn<Item extends { text: string }>(
  format: (site: Site, known: KnownTags, selection: Selection) => ListWriter<Item>,
  articles: Article[],
  {
    known = new Map(),
    withBody = false,
    ...changes
  }: Partial<PublishedList> & { known?: KnownTags; withBody?: boolean } = {},
): string {
  const writer = format(site, known, { withBody });
  return writer.list(
    articles.map((article) => writer.item(article)),
    { ...middle, ...changes },
  );
}
