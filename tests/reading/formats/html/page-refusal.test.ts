import { describe, expect, test } from 'vitest';
import { html } from '../../../../src/reading/formats/html/html.ts';
import { readAll } from '../readings.ts';

const sentence =
  'The council of the town met on Sunday and decided, after long debate, to mend the old bridge over the river. ';
const post = (number: number) =>
  `<article class="post"><h2><a href="https://post.example/${number}">Story number ${number} about the bridge</a></h2><p>${sentence.repeat(2)}</p><p>Second. ${sentence}</p></article>`;
const teaser = (number: number) =>
  `<article><h2><a href="/${number}">Story number ${number} about the bridge</a></h2><p>${sentence}[…]</p></article>`;
const reasonOf = (title: string, body: string, head = '') => {
  const page = `<!doctype html><html><head><title>${title}</title>${head}</head><body>${body}</body></html>`;
  const [reading] = readAll(html, page);
  return reading?.kind === 'reject' ? reading.reject.reason : undefined;
};

describe('a request for consent', () => {
  test.each([
    '<h1>Your privacy matters</h1><p>We and our 842 partners store and access information on your device, such as unique IDs in cookies.</p>',
    '<h2>We value your privacy</h2><p>Please accept cookies to continue. You can change your choice at any time.</p>',
    '<h1>Weiter mit Werbung</h1><p>Mit Ihrer Zustimmung verarbeiten wir und unsere Partner personenbezogene Daten.</p>',
    '<p>Avec votre accord, nos partenaires et nous utilisons des cookies pour stocker des informations personnelles.</p>',
    '<p>Nosotros y nuestros 120 socios utilizamos cookies para guardar información en su dispositivo.</p>',
    '<p>Wij en onze partners gebruiken cookies om informatie op uw apparaat op te slaan.</p>',
    '<p>Мы используем файлы cookie, чтобы сайт работал лучше. Продолжая, вы соглашаетесь.</p>',
    '<p>当サイトではCookieを使用しています。続行するには同意してください。</p>',
  ])('is refused: %s', (body) => {
    expect(reasonOf('Town Post', body)).toContain('a request for consent');
  });

  test.each([
    [
      'with an author',
      '<h1>Regulator fines retailer over cookies</h1><p>By Bo Hart</p><p>The regulator fined a retailer for cookies without consent. Its partners followed people without consent.</p>',
    ],
    [
      'in the third person',
      '<h1>Bakers sell more biscuits</h1><p>The bakers of the town sold more cookies than ever, said their partners on Friday.</p>',
    ],
  ])('is no article about cookies %s', (_, body) => {
    expect(reasonOf('Town Post', body)).toBeUndefined();
  });
});

describe('a form for signing in', () => {
  const form = '<form><input type="password"></form>';
  test.each([
    ['Log in | Town Post', `<h1>Log in to continue</h1>${form}<p>New here? Create an account.</p>`],
    ['Anmelden - Hafenbote', `<h1>Anmelden</h1>${form}<p>Bitte melden Sie sich an, um fortzufahren.</p>`],
    ['Connexion', `${form}<p>Connectez-vous pour lire la suite de cet article.</p>`],
  ])('is refused: %s', (title, body) => {
    expect(reasonOf(title, body)).toContain('a form for signing in');
  });

  test('is not an article beside one', () => {
    expect(
      reasonOf('Log in to vote, towns say', `<article><p>${sentence.repeat(9)}</p></article>${form}`),
    ).toBeUndefined();
  });
});

describe('a list of articles', () => {
  test.each([
    ['of a tag', 'bridge Archives - Town Post', `<h1>Tag: bridge</h1>${[1, 2, 3].map(teaser).join('')}`],
    [
      'of an author',
      'Bo Hart, Author at Town Post',
      `<h1>Bo Hart</h1><p>${sentence}</p>${[1, 2, 3].map(teaser).join('')}`,
    ],
    ['of whole posts', 'Town Post', [1, 2, 3].map(post).join('')],
  ])('is refused: %s', (_, title, body) => {
    expect(reasonOf(title, body)).toContain('a list of articles');
  });

  test.each([
    [
      'one post whose headings link to themselves',
      `<article><h1><a href="#top">Bridge</a></h1><p>${sentence}</p>${[1, 2, 3, 4, 5, 6].map((n) => `<h2><a href="/post#${n}">A long heading number ${n}</a></h2><p>${sentence}</p>`).join('')}</article>`,
    ],
    ['one post with its title as a link', post(1)],
  ])('is not %s', (_, body) => {
    expect(reasonOf('Town Post', body)).toBeUndefined();
  });
});
