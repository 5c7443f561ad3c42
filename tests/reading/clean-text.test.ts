import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { likelyLabels } from '../../src/archive/core/article-json/likely-labels.ts';
import { prepareArticle } from '../../src/archive/core/article-json/prepared-article.ts';
import { createUnrenderedReader } from '../../src/importing/read-articles.ts';
import { cleanText, cleanTexts, isCleanText } from '../../src/model/clean-text.ts';
import { ArticleCorrection, TagCorrection } from '../../src/model/correction.ts';
import type { ReadArticle } from '../../src/model/draft.ts';
import { createExtractor } from '../../src/reading/extract.ts';
import { sampleArticle, sampleEntry } from '../archive/sample-articles.ts';

const unfit = [
  ...['\u0000', '\u0001', '\u0008', '\u000b', '\u001b', '\u001f', '\u007f', '\u0080', '\u0092', '\u009f'],
  ...['\ud83d', '\ude00', '\ufdd0', '\ufdef', '\ufffe', '\uffff', '\u{1fffe}', '\u{10ffff}'],
];
const fit = [
  '\t',
  '\n',
  '\r',
  'é',
  '\u00a0',
  '\u00ad',
  '\u200b',
  '\ufeff',
  '\ufffd',
  '😀',
  '𠮷',
  '\u{e0041}',
  '\u{f0000}',
];

describe('cleanText', () => {
  test.each(unfit)('replaces %j', (character) => {
    expect(isCleanText(character)).toBe(false);
    expect(cleanText(`a${character}b`)).toBe(`a${'\ufffd'.repeat(character.length)}b`);
  });

  test.each(fit)('leaves %j', (character) => {
    expect(cleanText(`a${character}b`)).toBe(`a${character}b`);
  });

  test('keeps a value that is clean, and cleans what lies inside of another', () => {
    const clean = { a: ['b', 1, null] };
    expect(cleanTexts(clean)).toBe(clean);
    expect(cleanTexts({ a: ['\u0000', { b: '\ud83d' }], c: 'c' })).toEqual({
      a: ['\ufffd', { b: '\ufffd' }],
      c: 'c',
    });
  });
});

const escapeXml = (text: string) =>
  text.replace(/[<>&"]|[^\u0020-\u007e]/gu, (mark) => `&#${mark.codePointAt(0)};`);
const asJson = (text: string) => JSON.stringify(text);
const oneLine = (text: string) => text.replace(/[\r\n\v\f\u0085]/g, ' ');
/** Bytes without NUL at the beginning are not taken for a program. */
const filler = 'The rain fell on the town. '.repeat(400);

/** Documents of each format whose fields have a text, which is escaped as the format does it or written as it is. */
const documents: [format: string, write: (text: string) => string][] = [
  ['text', (text) => `${filler}\n\nBy Ann ${oneLine(text)}\n\n${text}\n\n“We ${text} go,” Ada Birch said.`],
  [
    'html',
    (text) =>
      `<html lang="en"><head><title>${escapeXml(text)}</title><meta name="author" content="Ann ${escapeXml(text)}"><meta name="keywords" content="${escapeXml(text)}"><script type="application/ld+json">{"@type":"NewsArticle","headline":${asJson(text)},"articleSection":${asJson(text)}}</script></head><body><h1>${escapeXml(text)}</h1><p>${filler}${escapeXml(text)}</p><p>“We ${text} go,” Ada Birch said.</p><figure><img src="/a.jpg"><figcaption>${escapeXml(text)}</figcaption></figure></body></html>`,
  ],
  [
    'feed',
    (text) =>
      `<rss><channel><title>A</title><item><guid>${escapeXml(text)}</guid><title>${escapeXml(text)} opens</title><author>Ann ${escapeXml(text)}</author><category>${escapeXml(text)}</category><description>${escapeXml(`<p>${filler}${text}</p>`)}&lt;p&gt;“We &amp;#0;&amp;#xd83d; go,” Ada Birch said.&lt;/p&gt;</description></item></channel></rss>`,
  ],
  [
    'feed',
    (text) =>
      `{"version":"https://jsonfeed.org/version/1.1","items":[{"id":${asJson(text)},"title":${asJson(text)},"content_text":${asJson(`${text} “We ${text} go,” Ada Birch said.`)},"tags":[${asJson(text)}],"authors":[{"name":${asJson(text)}}]}]}`,
  ],
  [
    'json',
    (text) =>
      `{"id":${asJson(text)},"headline":${asJson(`${text} Opens`)},"standfirst":${asJson(text)},"byline":${asJson(`Ann ${text}`)},"source":${asJson(`The ${text}`)},"keywords":[${asJson(text)}],"image":"https://a.example/a.jpg","caption":${asJson(text)},"credit":${asJson(text)},"body":${asJson(`${filler}\n\n“We ${text} go,” Ada Birch said.`)},${asJson(text)}:1}`,
  ],
  ['ndjson', (text) => `{"headline":${asJson(text)},"body":${asJson(`“We ${text} go,” Ada Birch said.`)}}`],
  [
    'csv',
    (text) =>
      `headline,body,keywords\n"${text.replaceAll('"', '""')} opens","${filler}“We ${text.replaceAll('"', '""')} go,” Ada Birch said.","${text.replaceAll('"', '""')}"`,
  ],
  [
    'markdown',
    (text) =>
      `---\ntags: [${asJson(oneLine(text))}]\n---\n# Opens ${oneLine(text)}\n\n${filler}\n\n“We ${text} go,” Ada Birch said.`,
  ],
  [
    'ninjs',
    (text) =>
      `{"uri":${asJson(`a${text}`)},"headline":${asJson(`Opens ${text}`)},"byline":${asJson(text)},"body_text":${asJson(`“We ${text} go,” Ada Birch said.`)},"subject":[{"name":${asJson(text)}}],${asJson(text)}:1}`,
  ],
  [
    'newsml',
    (text) =>
      `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="${escapeXml(text)}"><contentMeta><headline>Opens ${escapeXml(text)}</headline><by>${escapeXml(text)}</by><keyword>${escapeXml(text)}</keyword></contentMeta><contentSet><inlineData>“We ${escapeXml(text)} go,” Ada Birch said.</inlineData></contentSet></newsItem>`,
  ],
  [
    'nitf',
    (text) =>
      `<nitf><body><body.head><hedline><hl1>Opens ${escapeXml(text)}</hl1></hedline><byline>${escapeXml(text)}</byline></body.head><body.content><p>“We ${escapeXml(text)} go,” Ada Birch said.</p></body.content></body></nitf>`,
  ],
];

const extract = createExtractor([sampleEntry('person/ada-birch'), sampleEntry('topic/rain')]);

function readArticles(format: string, bytes: Uint8Array): ReadArticle[] {
  const settings = { source: null, timeZone: null, language: 'en', map: {} };
  const read = createUnrenderedReader(extract, { settings, format, importedAt: '2024-11-03T00:00:00Z' });
  return [...read({ path: `a.${format}`, bytes })].flatMap((outcome) => {
    expect(uncleanTexts(outcome)).toEqual([]);
    return outcome.kind === 'article' ? [outcome.article] : [];
  });
}

/** Fails unless mentions and quotes in the body are the text at their places. */
function expectSpansToFit({ body, mentions, quotes }: ReadArticle): void {
  const inBody = mentions.filter(({ field }) => field === 'body');
  for (const { start, end, exact } of [...inBody, ...quotes, ...quotes.flatMap(({ segments }) => segments)])
    expect(body.text.slice(start, end)).toBe(exact);
  for (const { start, end } of body.blocks) expect(end).toBeGreaterThan(start);
}

/** Lists the texts in a value that no output should contain. */
function uncleanTexts(value: unknown): string[] {
  if (typeof value === 'string') return isCleanText(value) ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(uncleanTexts);
}

const text = fc
  .array(
    fc.oneof(fc.constantFrom(...unfit), fc.constantFrom(...fit), fc.constantFrom('Ada Birch', ' ', 'rain')),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((parts) => `x${parts.join('')}y`);

describe.each(documents)('a document in the format %s', (format, write) => {
  test('is read without characters that outputs cannot represent, and every span fits', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(text, (unclean) => {
        for (const article of readArticles(format, Buffer.from(write(unclean)))) {
          const { card, text } = prepareArticle(article, likelyLabels(new Map(), article));
          expect(uncleanTexts([JSON.parse(`{${card}}`), text])).toEqual([]);
          expectSpansToFit(article);
          seen.add(format);
        }
      }),
      { numRuns: 60 },
    );
    // Otherwise nothing was tested.
    expect([...seen]).toEqual([format]);
  });
});

test('an exported article with such characters keeps the places of its mentions', () => {
  const {
    sourceKey: _,
    origin: __,
    inferredTopics: ___,
    ...said
  } = sampleArticle({
    headline: 'Pier\u0000 opens',
    body: 'A \ud83d \u{1fffe} day.',
    tags: ['person/ada-birch'],
  });
  const stored = { id: 'a7q2k0x9m4v1c8t3', slug: 'a', revision: 2, storedAt: '2024-11-05T00:00:00Z' };
  const line = JSON.stringify({ ...said, ...stored, tags: [], quoteCount: 0, discovered: undefined });
  const [article] = readArticles('dateline', Buffer.from(line));
  expect(article).toMatchObject({ headline: 'Pier\ufffd opens', stored: { id: stored.id } });
  expect(article?.mentions).toHaveLength(1);
  if (article) expectSpansToFit(article);
});

describe('a correction', () => {
  test.each(unfit)('is refused if a text contains %j', (character) => {
    const set = ArticleCorrection.safeParse({ do: 'set', headline: `a${character}` });
    expect(set.error?.issues[0]).toMatchObject({ path: ['headline'] });
    expect(
      TagCorrection.safeParse({ do: 'rename-tag', tag: 'person/a', name: `a${character}` }).success,
    ).toBe(false);
  });

  test('may contain any other', () => {
    expect(ArticleCorrection.safeParse({ do: 'set', headline: fit.join('a') }).success).toBe(true);
  });
});
