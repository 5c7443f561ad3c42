import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../process/start-server.ts';
import {
  axeFinds,
  goTo,
  openWatched,
  overflow,
  reports,
  type SampleServer,
  serveSamples,
  shoot,
  type Watched,
} from './watched-browser.ts';

const article = '/articles/eus-borrell-vows-to-advance-security-defense-ties-with-s-korea';

/** The seed archive; one with more articles than a page holds; and one with nothing in it. */
let server: RunningServer;
let many: SampleServer;
let none: SampleServer;
let watched: Watched;

beforeAll(async () => {
  [server, many, none, watched] = await Promise.all([
    startServer(),
    serveSamples(reports),
    serveSamples([]),
    openWatched(),
  ]);
});
afterEach(() => watched.check());
afterAll(async () => {
  await watched?.browser.close();
  await Promise.all([many?.close(), none?.close(), server?.stop()]);
});

const views: [name: string, archive: () => { url: string }, path: string][] = [
  ['front', () => server, '/'],
  ['front-of-many', () => many, '/'],
  ['front-of-none', () => none, '/'],
  ['article', () => server, article],
  ['article-in-list', () => many, '/articles/report-24-from-the-harbour?person=cy-fir'],
  ['person', () => server, '/people/josep-borrell'],
  ['person-of-many', () => many, '/people/ada-birch'],
  ['topic', () => server, '/topics/defence-and-security-cooperation'],
  ['search', () => server, '/search?q=borrell&from=2024-01-01'],
  ['search-in-many', () => many, '/search?q=report&person=bo-elm'],
  ['nothing-found', () => server, '/search?q=zeppelin'],
  ['people', () => server, '/people'],
  ['quotes', () => server, '/quotes'],
  ['versions', () => server, `${article}/versions`],
  ['absent', () => server, '/articles/none'],
  ['problem', () => server, '/problems/invalid-parameter'],
];
const looks: [name: string, options: BrowserContextOptions][] = [
  ['light', {}],
  ['dark', { colorScheme: 'dark' }],
  ['phone', { viewport: { width: 360, height: 780 }, hasTouch: true }],
];

/** Pages of which pictures are kept in every look; of others in the light. */
const pictured = new Set([
  'front',
  'front-of-many',
  'article',
  'person',
  'person-of-many',
  'topic',
  'search-in-many',
]);

describe.each(looks)('in %s', (look, options) => {
  let page: Page;
  beforeAll(async () => {
    page = await watched.open(options);
  });

  test.each(views)('%s is accessible and fits the window', async (name, archive, path) => {
    await goTo(page, archive().url + path);
    if (name === 'absent') watched.faults.splice(0);
    if (look === 'light' || pictured.has(name)) await shoot(page, `${name}-${look}`);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    expect(await axeFinds(page)).toEqual([]);
  });
});

test('typing in the search box suggests people, topics and articles; keys choose and follow', async () => {
  const page = await watched.visit(server.url);
  const box = page.getByRole('combobox', { name: 'Search the archive' });
  await box.pressSequentially('borr');
  const options = page.getByRole('option');
  await options.first().waitFor();
  expect(await options.allTextContents()).toEqual([
    expect.stringContaining('Josep Borrell'),
    expect.stringContaining("EU's Borrell vows"),
    expect.stringContaining('Search all texts'),
  ]);
  await shoot(page, 'suggestions');
  expect(await axeFinds(page)).toEqual([]);
  await box.press('ArrowDown');
  expect(await options.first().getAttribute('aria-selected')).toBe('true');
  await box.press('Enter');
  await page.waitForURL('**/people/josep-borrell');
});

test('Escape closes the suggestions, and Enter without a choice searches', async () => {
  const page = await watched.visit(server.url);
  const box = page.getByRole('combobox');
  await box.pressSequentially('borrell');
  await page.getByRole('option').first().waitFor();
  await box.press('Escape');
  expect(await page.getByRole('option').count()).toBe(0);
  await box.press('Enter');
  await page.waitForURL('**/search?q=borrell');
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('“borrell”');
});

test('half a search, such as an open quotation mark, is no error while one types', async () => {
  const page = await watched.visit(server.url);
  await page.getByRole('combobox').pressSequentially('"borr');
  await page
    .getByText(/No matching names|Josep Borrell/)
    .last()
    .waitFor();
});

test('a name has a card, for the pointer and for the keyboard; Escape closes it', async () => {
  const page = await watched.visit(server.url + article);
  const name = page.locator('.body a[data-tag="person/cho-tae-yul"]');
  const card = page.getByRole('group', { name: 'About this name' });
  await name.hover();
  await card.getByRole('heading', { name: 'Cho Tae-yul' }).waitFor();
  await card.getByText('Here: Foreign Minister').waitFor();
  await shoot(page, 'card');
  expect(await axeFinds(page)).toEqual([]);
  await page.keyboard.press('Escape');
  expect(await card.isVisible()).toBe(false);
  await name.focus();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  await card.getByRole('heading', { name: 'Cho Tae-yul' }).waitFor();
});

test('a quote in the list leads to its place in the text', async () => {
  const page = await watched.visit(server.url + article);
  await page.getByRole('link', { name: /My visit today/ }).click();
  expect(new URL(page.url()).hash).toBe('#quote-3');
  expect(await page.locator('#quote-3').textContent()).toMatch(/^My visit today of the Demilitarised Zone/);
});

test('the API call of a page can be copied', async () => {
  const page = await watched.visit(server.url, { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.getByRole('button', { name: 'Copy' }).first().click();
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  expect(await page.evaluate('navigator.clipboard.readText()')).toBe(
    `curl '${server.url}/v1/articles?limit=21&facets=topic,person,organization,place,section,keyword,author,source,language'`,
  );
});

test('all can be reached by keyboard, and the first stop skips to the text', async () => {
  const page = await watched.visit(server.url + article);
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the text');
  await page.keyboard.press('Enter');
  expect(await page.evaluate('document.activeElement.id')).toBe('main');
});
