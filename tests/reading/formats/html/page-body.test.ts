import { describe, expect, test } from 'vitest';
import { html } from '../../../../src/reading/formats/html/html.ts';
import { blocksOf, draftOf, reasonsOf } from '../readings.ts';

const sentence =
  'The council of the town met on Sunday and decided, after long debate, to mend the old bridge over the river. ';
const paragraphs = `<p>First. ${sentence.repeat(3)}</p><p>Second. ${sentence.repeat(2)}</p>`;
const page = (head: string, body: string) =>
  `<!doctype html><html lang="en"><head>${head}</head><body><article><h1>Council mends the old bridge</h1>${body}</article></body></html>`;
const linked = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

describe('the text of a page', () => {
  test('keeps paragraphs that are sentences and one link', () => {
    const link = `<div class="markup"><p><a href="/live"><strong>On Friday the engineers, Jon Moss and Sean Reed of Harwick, told the council that the piers were sound.</strong></a></p></div>`;
    const body = `<div class="markup"><p>${sentence}</p></div>${link}<div class="markup"><p>Last. ${sentence}</p></div>`;
    expect(draftOf(html, page('', body)).body.text).toContain('On Friday the engineers');
  });

  test('is what the template marks as the text where that has more sentences', () => {
    const part = (index: number) =>
      `<div class="outline"><h3>Part ${index}</h3><div class="inner"><p>${index}. ${sentence}</p></div></div>`;
    const text = `<html><body><h1>Council mends the old bridge</h1><div class="post-body entry-content">${part(1)}${part(2)}<div class="outline"><div class="inner">${paragraphs}</div></div>${part(3)}${part(4)}</div></body></html>`;
    const { body } = draftOf(html, text);
    for (const index of [1, 2, 3, 4]) expect(body.text).toContain(`${index}. The council`);
  });

  test('begins a list item for each bullet that Word prints', () => {
    const items = ['Repairs', 'Paint'].map(
      (item) => `<p class=MsoListParagraph><span>·<span>&nbsp;&nbsp; </span></span>${item}</p>`,
    );
    const text = `<html><head><meta name=Generator content="Microsoft Word 15"><title>x</title></head><body><div class=WordSection1><p class=MsoTitle>Council mends the old bridge</p><p class=MsoNormal>By Tom Reilly</p>${paragraphs}${items.join('')}${paragraphs}</div></body></html>`;
    const draft = draftOf(html, text);
    expect(draft).toMatchObject({ headline: 'Council mends the old bridge', byline: 'Tom Reilly' });
    expect(blocksOf(draft)).toEqual(expect.arrayContaining(['list-item1: Repairs', 'list-item1: Paint']));
    expect(draft.body.text).not.toContain('Tom Reilly');
  });
});

describe('a page behind a paywall', () => {
  const closed = (more: object = {}) =>
    linked({
      '@type': 'NewsArticle',
      headline: 'Council mends the old bridge',
      isAccessibleForFree: 'False',
      ...more,
    });
  const part = { hasPart: { isAccessibleForFree: false, cssSelector: '.paid' } };

  test.each([
    [
      'an offer in the part that is for subscribers',
      closed(part),
      '<div class="paid"><p>This article is for subscribers.</p><p>Subscribe now to read the full story.</p></div>',
    ],
    ['an offer in German', closed(), '<p>Sie haben schon ein Abo? Jetzt weiterlesen mit Plus.</p>'],
    [
      'an offer in French',
      closed(),
      '<p>Il vous reste 70 % de cet article à lire. La suite est réservée aux abonnés.</p>',
    ],
    ['an empty part', closed(part), '<div class="paid"></div>'],
    [
      'an offer after a text that breaks off',
      '',
      '<p>The mayor said that the …</p><p>To continue reading, sign in or create an account.</p>',
    ],
  ])('is a summary without the offer: %s', (_, head, offer) => {
    const draft = draftOf(html, page(head, `<p>First. ${sentence}</p>${offer}`));
    expect(draft.summaryOnly).toBe(true);
    expect(draft.body.text).toMatch(/^First\. The council/);
    expect(draft.body.text).not.toMatch(/ubscri|weiterlesen|abonn|sign in/);
  });

  test('is whole where it shows the part that is for subscribers', () => {
    const draft = draftOf(
      html,
      page(closed(part), `<p>First. ${sentence}</p><div class="paid">${paragraphs}</div>`),
    );
    expect(draft.summaryOnly).toBe(false);
    expect(draft.body.text).toContain('Second.');
  });

  test('does not give away the text in its metadata', () => {
    const draft = draftOf(
      html,
      page(closed({ articleBody: `Hidden. ${sentence.repeat(20)}` }), `<p>First. ${sentence}</p>`),
    );
    expect(draft.summaryOnly).toBe(true);
    expect(draft.body.text).not.toContain('Hidden.');
  });

  test('is not one that only advertises subscriptions after its text', () => {
    const draft = draftOf(html, page('', `${paragraphs}<p>Already a subscriber? Sign in.</p>`));
    expect(draft.summaryOnly).toBe(false);
    expect(draft.body.text).not.toContain('subscriber');
  });
});

describe('a page that is no article is refused by what it is', () => {
  const bare = (title: string, body: string) =>
    `<html><head><title>${title}</title></head><body>${body}</body></html>`;

  test.each([
    [
      'an error page',
      bare('404 Not Found', '<h1>Not Found</h1><p>The requested URL was not found on this server.</p>'),
    ],
    [
      'an error page',
      bare(
        'Seite nicht gefunden - Harwick Bote',
        '<h1>Seite nicht gefunden</h1><p>Die Seite gibt es nicht mehr. Bitte suchen Sie auf der Startseite danach.</p>',
      ),
    ],
    [
      'an error page',
      bare(
        'Página no encontrada | El Puente',
        '<p>Lo sentimos, la página que busca no existe o ha cambiado de dirección.</p>',
      ),
    ],
    [
      'a check for robots',
      bare('Just a moment...', '<p>Checking if the site connection is secure. Ray ID: 1</p>'),
    ],
    [
      'a check for robots',
      bare('Access to this page has been denied', '<p>Please complete the captcha to continue.</p>'),
    ],
    [
      'a request for consent',
      bare(
        'Before you continue to Harwick',
        '<p>We use cookies and share data with partners. You can refuse cookies or accept all cookies now.</p>',
      ),
    ],
    [
      'that a script fills in',
      bare(
        'Bridge reopens',
        '<div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript>',
      ),
    ],
    [
      'that a script fills in',
      bare(
        'Bridge reopens',
        '<p>Please enable JavaScript in your browser to read this page of the Harwick Gazette.</p>',
      ),
    ],
    [
      'a page of frames',
      '<html><head><title>Gazette</title></head><frameset><frame src="a.html"></frameset></html>',
    ],
    [
      'leads to https://b.example/1',
      '<html><head><title>Moved</title><meta http-equiv="refresh" content="0; url=https://b.example/1"></head><body></body></html>',
    ],
  ])('%s', (reason, text) => {
    expect(reasonsOf(html, text)).toEqual([expect.stringContaining(reason)]);
  });

  test('a list of articles', () => {
    const teasers = ['one', 'two', 'three', 'four', 'five', 'six'].map(
      (name) =>
        `<article><h2><a href="/${name}">Council mends bridge number ${name}</a></h2><p>${sentence}</p></article>`,
    );
    const list = `<html><head><title>Local news</title></head><body><main><h1>Local news</h1>${teasers.join('')}</main></body></html>`;
    expect(reasonsOf(html, list)).toEqual([expect.stringContaining('a list of articles')]);
    const article = `<html><head><title>Council mends the old bridge</title></head><body><main><h1>Council mends the old bridge</h1>${paragraphs}</main>${teasers.join('')}</body></html>`;
    expect(draftOf(html, article).headline).toBe('Council mends the old bridge');
  });

  test('but an article about an error is read', () => {
    const text = page('<title>404: a history of the page that is not there</title>', paragraphs.repeat(4));
    expect(draftOf(html, text).body.text).toContain('Second.');
  });
});
