import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { articleFormats, listFormats } from '../../src/publishing/formats.ts';
import { embedOf } from '../../src/publishing/oembed.ts';
import { writeNewsSitemap } from '../../src/publishing/sitemap.ts';
import { anyUndated, listIn, site } from './invented-article.ts';

/** Names by which formats give the time of a publication or of a change. */
const dated =
  /datePublished|dateModified|date_published|date_modified|<pubDate>|<published>|dcterms:modified|firstCreated|contentCreated|published_time|modified_time|^date:|<time/m;
/** An article that is undated and says nothing else. */
const [plain] = fc
  .sample(anyUndated, 1)
  .map((article) => ({ ...article, headline: 'Birch opens pier', standfirst: null, byline: null, tags: [] }));

describe('an undated article has no date of publication', () => {
  for (const format of articleFormats) {
    test(`in .${format.suffix}`, async () => {
      const write = await format.load();
      for (const article of fc.sample(anyUndated, 50)) {
        expect(write(article, site, new Map())).not.toMatch(dated);
      }
    });
  }

  for (const format of listFormats) {
    if ('lines' in format) continue;
    test(`in a list in .${format.suffix}`, async () => {
      const load = await format.load();
      for (const article of fc.sample(anyUndated, 50)) {
        expect(listIn(load, [article], { withBody: true })).not.toMatch(dated);
      }
    });
  }

  test('in an embed', () => {
    expect(plain && embedOf(plain, site, {}).html).toContain('undated</footer>');
  });
});

test('the `updated` of Atom is the time of storage', async () => {
  const format = listFormats.find(({ suffix }) => suffix === 'atom');
  if (!format || 'lines' in format || !plain) throw new Error('there is no Atom');
  const entry = listIn(await format.load(), [plain]).split('<entry')[1];
  expect(/<updated>([^<]+)/.exec(entry ?? '')?.[1]).toContain('2024-11-03T12:00:00');
});

test('the news sitemap omits it', async () => {
  if (!plain) throw new Error('there is no article');
  let text = '';
  for await (const part of writeNewsSitemap([{ ...plain, language: 'en' }], site)) text += part;
  expect(text).not.toContain('<url>');
});
