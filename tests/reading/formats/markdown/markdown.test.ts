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
  expect(draft.images).toEqual([
    { url: 'https://d.example/p.jpg', caption: 'A flood.', credit: null, alt: 'alt' },
  ]);
});

test('HTML in Markdown brings no script along', () => {
  const draft = draftOf(
    markdown,
    '# A\n\n<script>alert(1)</script>\n\nOne <b onclick="steal()">two</b>.\n\n<div><p>Three.</p></div>',
  );
  expect(JSON.stringify(draft)).not.toMatch(/alert|steal/);
  expect(draft.body.text).toBe('One two.\n\nThree.');
});

describe('the folder of a site', () => {
  test('a description is the standfirst of a text, and a summary without one', () => {
    expect(draftOf(markdown, '---\ntitle: A\ndescription: In short.\n---\nOne came.')).toMatchObject({
      ...{ standfirst: 'In short.', summaryOnly: false, body: { text: 'One came.' } },
    });
    expect(draftOf(markdown, '---\ntitle: A\ndescription: In short.\n---\n')).toMatchObject({
      ...{ standfirst: null, summaryOnly: true, body: { text: 'In short.' } },
    });
  });

  test.each([
    ['image: /assets/f.jpg', '/assets/f.jpg'],
    ['cover:\n  image: img/f.jpg\n  alt: A ship\n  caption: The ferry.', 'img/f.jpg'],
    ['image:\n  path: /assets/f.jpg', '/assets/f.jpg'],
    ['header:\n  image: /assets/f.jpg', '/assets/f.jpg'],
    ['heroImage: ../../assets/f.jpg', '../../assets/f.jpg'],
    ['url: https://alba.example/2025/f/\nimage: /assets/f.jpg', 'https://alba.example/assets/f.jpg'],
  ])('a picture of the front matter is one of the article: %s', (matter, url) => {
    const { images } = draftOf(markdown, `---\ntitle: A\n${matter}\n---\nOne came.`);
    expect(images).toMatchObject([{ url }]);
  });

  test.each([
    ['![A ship](/assets/f.jpg)', { url: '/assets/f.jpg', caption: 'A ship', alt: 'A ship' }],
    [
      '![A ship]({{ site.baseurl }}/assets/f.jpg "The ferry.")',
      { url: '/assets/f.jpg', caption: 'The ferry.' },
    ],
    ['![A ship][f]\n\n[f]: /assets/f.jpg', { url: '/assets/f.jpg', alt: 'A ship' }],
    [
      '{{< figure src="/f.jpg" caption="The ferry." alt="A ship" >}}',
      { url: '/f.jpg', caption: 'The ferry.' },
    ],
    ['<img src="/assets/f.jpg" alt="A ship">', { url: '/assets/f.jpg' }],
  ])('pictures without a server are kept as written: %s', (picture, image) => {
    const { images, body } = draftOf(markdown, `# A\n\nOne came.\n\n${picture}\n`);
    expect(images).toMatchObject([image]);
    expect(body.text).toBe('One came.');
  });

  test('tags of the program that makes the site are no text', () => {
    const text =
      '# A\n\nOne {{% highlight %}}came{{% /highlight %}}.\n\n{% include ad.html %}\n\n{{< youtube abc >}}\n';
    expect(draftOf(markdown, text).body.text).toBe('One came.');
  });
});
