import { describe, expect, test } from 'vitest';
import { html } from '../../../../src/reading/formats/html/html.ts';
import { draftOf } from '../readings.ts';

const sentence =
  'The council of the town met on Sunday and decided, after long debate, to mend the old bridge over the river. ';
const paragraphs = `<p>First. ${sentence.repeat(3)}</p><p>Second. ${sentence.repeat(2)}</p>`;
const read = (head: string, body: string) =>
  draftOf(
    html,
    `<!doctype html><html lang="en"><head>${head}</head><body><article><h1>Council mends the old bridge</h1>${paragraphs}${body}${paragraphs}</article></body></html>`,
    'https://post.example/2024/bridge',
  );
const imagesOf = (body: string, head = '') => read(head, body).images;

describe('the pictures of a page', () => {
  test('have caption, credit, alternative text and size', () => {
    const figure =
      '<figure><img src="/b.jpg" alt="A bridge" width="1200" height="800"><figcaption>The bridge. <span class="credit">AFP</span></figcaption></figure>';
    expect(imagesOf(figure)).toEqual([
      {
        url: 'https://post.example/b.jpg',
        caption: 'The bridge.',
        credit: 'AFP',
        alt: 'A bridge',
        width: 1200,
        height: 800,
      },
    ]);
  });

  test.each([
    [
      'a srcset',
      '<img src="/b-300.jpg" width="300" height="200" srcset="/b-300.jpg 300w, /b-1200.jpg 1200w">',
      { url: 'https://post.example/b-1200.jpg', width: 1200, height: 800 },
    ],
    [
      'a lazy address',
      '<img src="data:image/gif;base64,R0" data-src="/b.jpg">',
      { url: 'https://post.example/b.jpg' },
    ],
    [
      'a lazy srcset beside a placeholder',
      '<img src="/img/placeholder.gif" data-srcset="/b-300.jpg 300w, /b-900.jpg 900w">',
      { url: 'https://post.example/b-900.jpg', width: 900 },
    ],
    [
      'a picture element',
      '<picture><source type="image/webp" srcset="/b-900.webp 900w"><img src="/b-300.jpg"></picture>',
      { url: 'https://post.example/b-900.webp', width: 900, type: 'image/webp' },
    ],
    [
      'densities',
      '<img src="/b.jpg" srcset="/b.jpg 1x, /b@2x.jpg 2x">',
      { url: 'https://post.example/b@2x.jpg' },
    ],
  ])('are the widest files: %s', (_, img, image) => {
    expect(imagesOf(`<p>${img}</p>`)).toEqual([{ caption: null, credit: null, ...image }]);
  });

  test('are one for all renditions, also with the one that the page names', () => {
    const head =
      '<meta property="og:image" content="https://post.example/i/bridge-1200x800.jpg"><meta property="og:image:width" content="1200">';
    const images = imagesOf(
      '<figure><img src="/i/bridge-300x200.jpg" alt="A bridge"><figcaption>The bridge.</figcaption></figure><img src="/i/bridge.jpg?w=600">',
      head,
    );
    expect(images).toHaveLength(1);
    expect(images[0]).toMatchObject({ caption: 'The bridge.', alt: 'A bridge' });
  });

  test('are those of noscript elements where a script loads the others', () => {
    const lazy =
      '<div class="lazy"><noscript><img src="/b.jpg" alt="A bridge"><p>Enable scripts</p></noscript></div>';
    const draft = read('', lazy);
    expect(draft.images).toMatchObject([{ url: 'https://post.example/b.jpg' }]);
    expect(draft.body.text).not.toContain('Enable scripts');
  });

  test('have the caption that WordPress prints below', () => {
    const block =
      '<div class="wp-caption aligncenter"><img src="/b.jpg"><p class="wp-caption-text">The old bridge in May.</p></div>';
    const draft = read('', block);
    expect(draft.images).toMatchObject([{ caption: 'The old bridge in May.' }]);
    expect(draft.body.text).not.toContain('in May');
  });

  test.each([
    ['logos', '<img src="/img/print-header-logo.png">'],
    ['avatars', '<img src="https://secure.gravatar.com/avatar/1?s=128">'],
    ['advertisements', '<img src="http://arabic.example/img/advertisement.gif">'],
    ['tracking pixels', '<img src="https://stats.example/count" width="1" height="1">'],
    ['hidden pictures', '<img src="/c.gif" style="display:none">'],
    ['icons', '<img src="/a.png" width="24" height="24">'],
    ['buttons of services', '<img src="/i/facebook-32.png">'],
    ['what is called a logo', '<img src="/a.png" alt="Gazette logo">'],
  ])('are not %s', (_, img) => {
    expect(imagesOf(`<p>${img}</p>`)).toEqual([]);
  });

  test('are not the logo that a page names for want of a picture', () => {
    expect(imagesOf('', '<meta property="og:image" content="https://post.example/site-logo.png">')).toEqual(
      [],
    );
  });
});

describe('other fields of a page', () => {
  const linked = (value: object) =>
    `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'Council mends the old bridge', ...value })}</script>`;

  test('rights are those of the JSON-LD, the meta elements and the licence', () => {
    expect(
      read(
        linked({
          copyrightHolder: { name: 'Town Post' },
          copyrightNotice: '© 2024 Town Post',
          license: 'https://l.example/by',
        }),
        '',
      ).rights,
    ).toEqual({ holder: 'Town Post', notice: '© 2024 Town Post', usageTerms: 'https://l.example/by' });
    expect(
      read('<meta name="copyright" content="© Town Post"><link rel="license" href="/terms">', '').rights,
    ).toEqual({ holder: null, notice: '© Town Post', usageTerms: 'https://post.example/terms' });
    expect(read('', '').rights).toBeUndefined();
  });

  test('embedded documents are counted as not read, but not advertisements', () => {
    const film = '<iframe src="https://www.youtube.com/embed/1" width="560" height="315"></iframe>';
    expect(read('', film).unused).toEqual(['iframe']);
    expect(read('', '<iframe src="https://ad.doubleclick.net/1"></iframe>').unused).toBeUndefined();
  });

  test('the updates of a live blog are its text where the page loads them by a script', () => {
    const updates = ['Council votes yes', 'Engineer speaks'].map((headline) => ({
      '@type': 'BlogPosting',
      headline,
      articleBody: `${headline}. ${sentence.repeat(12)}`,
    }));
    const head = linked({ '@type': 'LiveBlogPosting', liveBlogUpdate: updates });
    const { body } = read(head, '');
    expect(body.text).toContain('Council votes yes');
    expect(body.text).toContain('Engineer speaks. The council');
  });

  test('a date that only the address has is marked as such', () => {
    const draft = draftOf(
      html,
      `<html><body><h1>Council mends the bridge</h1>${paragraphs}</body></html>`,
      'https://d.example/2019/nov/03/bridge',
    );
    expect(draft).toMatchObject({
      publishedAt: '2019-11-03T00:00:00Z',
      publication: { basis: 'address' },
      warnings: [{ code: 'published-from-address' }],
    });
  });
});
