import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import {
  openWatched,
  reports,
  type SampleServer,
  serveSamples,
  shoot,
  type Watched,
} from './watched-browser.ts';

let watched: Watched;
let server: SampleServer;
beforeAll(async () => {
  [watched, server] = await Promise.all([openWatched(), serveSamples(reports)]);
});
afterEach(() => watched.check());
afterAll(async () => {
  await watched?.browser.close();
  await server?.close();
});

const visit = (path: string, options = {}) => watched.visit(server.url + path, options);
const address = (page: Page) => page.url().slice(server.url.length);
const heading = (page: Page) => page.getByRole('heading', { level: 1 }).textContent();
const bar = (page: Page, name: string) => page.getByRole('link', { name: `${name}: 1 article`, exact: true });

test('a facet narrows the list, says before how many articles are left, and can be taken away', async () => {
  const page = await visit('/search?q=report');
  const facets = page.getByRole('complementary', { name: 'Filters' });
  expect(await facets.getByRole('listitem').filter({ hasText: 'Storms' }).textContent()).toMatch(
    /Storms\s*11/,
  );
  await facets.getByRole('link', { name: 'Storms' }).click();
  await page.waitForURL('**/search?q=report&topic=storms');
  await page.locator('.profile').getByText('11 articles').waitFor();
  await facets.getByRole('link', { name: 'Bo Elm' }).waitFor({ state: 'detached' });
  await facets.getByRole('link', { name: 'Cy Fir' }).click();
  await page.waitForURL('**&person=cy-fir');
  expect(await page.locator('.card-headline').allTextContents()).toEqual(
    [36, 24, 12].map((number) => `Report ${number} from the harbour`),
  );
  await page.getByRole('link', { name: 'Remove filter: about Storms' }).click();
  await page.waitForURL('**/search?q=report&person=cy-fir');
});

test('the front page leads into the archive by its facets and its timeline', async () => {
  const page = await visit('/');
  await page.getByRole('complementary').getByRole('link', { name: 'Di Oak' }).click();
  await page.waitForURL('**/search?person=di-oak');
  await page.getByRole('link', { name: 'Di Oak', exact: true }).first().click();
  await page.waitForURL('**/people/di-oak');
});

test('a bar of the timeline is a link to its period, with script and without', async () => {
  for (const javaScriptEnabled of [true, false]) {
    const page = await visit('/search?q=report', { javaScriptEnabled });
    await bar(page, '14 January 2024').click();
    await page.waitForURL('**/search?q=report&date=2024-01-14');
    expect(await page.locator('.card-headline').allTextContents()).toEqual(['Report 14 from the harbour']);
  }
});

test('drawing over the timeline shows what was published in that stretch', async () => {
  const page = await visit('/search?q=report');
  const [from, to] = await Promise.all(
    ['10 January 2024', '19 January 2024'].map((day) => bar(page, day).boundingBox()),
  );
  if (!from || !to) throw new Error('the bars are not drawn');
  await page.mouse.move(from.x + from.width / 2, from.y + 20);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width / 2, to.y + 20, { steps: 5 });
  expect(await page.locator('.timeline-said').textContent()).toBe(
    '10 January 2024 to 19 January 2024: 10 articles',
  );
  await shoot(page, 'brushing');
  await page.mouse.up();
  await page.waitForURL('**/search?q=report&from=2024-01-10&to=2024-01-19');
  await page.locator('.profile').getByText('10 articles').waitFor();
  await page.getByRole('link', { name: 'All time' }).click();
  await page.waitForURL('**/search?q=report');
});

test('the timeline is one stop of the keyboard; arrows move, with Shift they choose, Enter shows', async () => {
  const page = await visit('/search?q=report');
  expect(await page.locator('.bar-link[tabindex="0"]').count()).toBe(1);
  await bar(page, '14 February 2024').focus();
  await page.keyboard.press('ArrowLeft');
  for (const _ of [1, 2, 3]) await page.keyboard.press('Shift+ArrowLeft');
  expect(await page.locator('.timeline-said').textContent()).toBe(
    '10 February 2024 to 13 February 2024: 4 articles',
  );
  await page.keyboard.press('Enter');
  await page.waitForURL('**/search?q=report&from=2024-02-10&to=2024-02-13');
});

test('a whole month that was drawn over is asked for by its name', async () => {
  const page = await visit('/search?q=report');
  await bar(page, '1 January 2024').focus();
  for (let day = 1; day < 31; day += 1) await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/search?q=report&date=2024-01');
});

test('an article leads on through the list that it was found in, and back to it', async () => {
  const page = await visit('/search?q=report&person=cy-fir&topic=storms');
  await page.getByRole('link', { name: 'Report 24 from the harbour' }).click();
  await page.waitForURL('**/articles/report-24-from-the-harbour?**');
  await page.getByRole('link', { name: /Before it in this search.*Report 12/ }).click();
  await page.waitForURL('**/articles/report-12-from-the-harbour?**');
  expect(await page.getByRole('link', { name: /Before it in this search/ }).count()).toBe(0);
  await page.getByRole('link', { name: '← “report”, Cy Fir, Storms' }).click();
  await page.waitForURL('**/search?q=report&person=cy-fir&topic=storms');
});

test('without a list an article leads to what was published before and after it', async () => {
  const page = await visit('/articles/report-24-from-the-harbour');
  await page.getByRole('link', { name: /Published next.*Report 25/ }).click();
  await page.waitForURL('**/articles/report-25-from-the-harbour');
});

test('an article is shown though the filter in its address can not be read', async () => {
  const page = await visit('/articles/report-24-from-the-harbour?from=yesterday');
  expect(await heading(page)).toBe('Report 24 from the harbour');
});

test('the graph of a person shows with whom they appear, by sight and by keyboard', async () => {
  const page = await visit('/people/ada-birch');
  const graph = page.getByRole('group', { name: 'Mentioned together: Ada Birch' });
  expect(await graph.getByRole('link').evaluateAll((links) => links.map((link) => link.ariaLabel))).toEqual(
    expect.arrayContaining(['Bo Elm, 22 articles in common', 'Cy Fir, 15 articles in common']),
  );
  const node = graph.getByRole('link', { name: 'Bo Elm' });
  await node.focus();
  await page.locator('.graph.is-focused line.is-near').first().waitFor({ state: 'attached' });
  await shoot(page, 'graph');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/people/bo-elm');
});

test('the number beside a companion leads to the articles that have both', async () => {
  const page = await visit('/people/bo-elm');
  await page.getByRole('link', { name: '7 articles in common with Cy Fir' }).click();
  await page.waitForURL('**/search?person=bo-elm&person=cy-fir');
  await page.locator('.profile').getByText('7 articles').waitFor();
});

test('an article of a person leads on through the articles of that person', async () => {
  const page = await visit('/people/di-oak');
  await page.getByRole('link', { name: 'Report 40 from the harbour' }).click();
  await page.waitForURL('**/articles/**');
  expect(address(page)).toBe('/articles/report-40-from-the-harbour?person=di-oak');
  await page.getByRole('link', { name: /Report 35/ }).waitFor();
});

test('the orders of a search are links', async () => {
  const page = await visit('/search?q=report');
  await page.getByRole('link', { name: 'Oldest first' }).click();
  await page.waitForURL('**&sort=oldest');
  expect(await page.locator('.card-headline').first().textContent()).toBe('Report 1 from the harbour');
});
