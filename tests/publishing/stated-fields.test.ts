import { expect, test } from 'vitest';
import type { Article } from '../../src/model/article.ts';
import { articleFormats, listFormats } from '../../src/publishing/formats.ts';
import { readDocument } from '../../src/reading/read-document.ts';
import { settings } from '../reading/formats/readings.ts';
import { listIn, site } from './invented-article.ts';
import { realArticles } from './real-articles.ts';

const stated = {
  rights: { holder: 'Harwick Gazette', notice: '© 2024 Harwick Gazette', usageTerms: 'Editorial use only.' },
  urgency: 4,
  slugline: 'BRIDGE',
  editorsNote: 'Corrects the name of the engineer.',
  location: 'Harwick',
};
const image = {
  url: 'https://a.example/1.jpg',
  caption: 'The bridge.',
  credit: 'Ann Lee',
  alt: 'An iron bridge',
};
const size = { width: 1200, height: 800, type: 'image/jpeg' };

function article(): Article {
  const [real] = realArticles;
  if (!real) throw new Error('no articles');
  return { ...real, ...stated, images: [{ ...image, ...size }] };
}

async function written(suffix: string): Promise<string> {
  const single = articleFormats.find((each) => each.suffix === suffix);
  if (single) return (await single.load())(article(), site, new Map());
  const list = listFormats.find((each) => each.suffix === suffix);
  if (!list || 'lines' in list) throw new Error(`no format ${suffix}`);
  return listIn(await list.load(), [article()], { withBody: true });
}

function readAgain(text: string, path = 'document') {
  const [reading] = readDocument({ path, bytes: Buffer.from(text) }, settings);
  if (reading?.kind !== 'draft' && reading?.kind !== 'article') throw new Error(JSON.stringify(reading));
  return reading.kind === 'draft' ? reading.draft : reading.article;
}

test.each(['ninjs', 'csv', 'md'])('what a source stated is read again from .%s', async (suffix) => {
  expect(readAgain(await written(suffix), `document.${suffix}`)).toMatchObject(stated);
});

test('an export brings the fields and the images back', () => {
  const read = readAgain(`${JSON.stringify(article())}\n`, 'a.ndjson');
  expect(read).toMatchObject({ ...stated, images: [{ ...image, ...size }] });
});

test('ninjs brings alternative texts and sizes of images back, Markdown the texts', async () => {
  expect(readAgain(await written('ninjs')).images).toEqual([{ ...image, ...size }]);
  expect(readAgain(await written('md'), 'a.md').images).toMatchObject([{ url: image.url, alt: image.alt }]);
});

test.each(['rss', 'atom', 'jsonfeed', 'jsonld', 'html', 'txt'])('.%s states the rights', async (suffix) => {
  const text = await written(suffix);
  expect(text).toContain('© 2024 Harwick Gazette');
  expect(text).toContain('Editorial use only.');
});

test.each(['rss', 'atom', 'jsonld', 'html'])('.%s states the size of images', async (suffix) => {
  expect(await written(suffix)).toMatch(/width[^0-9]{1,4}1200/);
});
