import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import {
  axeFinds,
  openWatched,
  reports,
  type SampleServer,
  serveSamples,
  shoot,
  type Watched,
} from './watched-browser.ts';

let watched: Watched;
let many: SampleServer;
beforeAll(async () => {
  [watched, many] = await Promise.all([openWatched(), serveSamples(reports)]);
});
afterEach(() => watched.check());
afterAll(async () => {
  await watched?.browser.close();
  await many?.close();
});

test('without JavaScript articles can be found, read and paged', async () => {
  const page = await watched.visit(many.url, { javaScriptEnabled: false });
  const seen = new Set<string>();
  for (;;) {
    for (const headline of await page.locator('.lead h2, .card-headline').allTextContents())
      seen.add(headline.trim());
    const older = page.getByRole('link', { name: 'Older articles' });
    if ((await older.count()) === 0) break;
    await older.click();
  }
  expect(seen.size).toBe(45);
  await page.getByLabel('Search the archive').fill('"report 7"');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('link', { name: 'Report 7 from the harbour' }).click();
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Report 7 from the harbour');
  await page.locator('.body').getByRole('link', { name: 'Ada Birch' }).click();
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Ada Birch');
});

test('with JavaScript older articles come under the list, each once', async () => {
  const page = await watched.visit(many.url);
  const older = page.getByRole('link', { name: 'Older articles' });
  await older.click();
  await page.getByRole('link', { name: 'Report 24 from' }).waitFor();
  await older.click();
  await page.getByRole('link', { name: 'Report 1 from' }).waitFor();
  const headlines = await page.locator('.lead h2, .card-headline').allTextContents();
  expect(new Set(headlines.map((headline) => headline.trim())).size).toBe(45);
  expect(headlines).toHaveLength(45);
  expect(await older.count()).toBe(0);
});

test('when the server does not answer, the list says so and tries again', async () => {
  const page = await watched.visit(many.url);
  await page.route('**/v1/articles**', (route) => route.abort());
  await page.getByRole('link', { name: 'Older articles' }).click();
  await page.getByText('The older articles could not be loaded.').waitFor({ timeout: 20_000 });
  await shoot(page, 'failed');
  expect(await axeFinds(page)).toEqual([]);
  await page.unroute('**/v1/articles**');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('link', { name: 'Report 24 from' }).waitFor();
  watched.faults.splice(0);
});

test('offline, the page says that it can still be read', async () => {
  const page = await watched.visit(`${many.url}/articles/report-7-from-the-harbour`);
  await page.context().setOffline(true);
  await page.getByText('You are offline.').waitFor();
  await shoot(page, 'offline');
});

test('when the server stops, a reader stays with what they read, and goes on when it is back', async () => {
  const page = await watched.visit(`${many.url}/articles/report-7-from-the-harbour`);
  await many.stop();
  await page.getByRole('link', { name: 'People', exact: true }).click();
  const notice = page.getByText('The archive is not responding. You can still read this page.');
  await notice.waitFor();
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Report 7 from the harbour');
  await shoot(page, 'stopped');
  expect(await axeFinds(page)).toEqual([]);
  await page.locator('.body a[data-tag="person/ada-birch"]').hover();
  await page.getByText('This card could not be loaded.').waitFor({ timeout: 20_000 });
  watched.faults.splice(0);
  await many.start();
  await page.mouse.move(0, 0);
  await page.getByRole('status').getByRole('button', { name: 'Try again' }).click();
  await page.waitForURL('**/people');
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('People');
  watched.faults.splice(0);
});

test('a page is asked for once, though it is looked for before the other is left', async () => {
  const page = await watched.visit(`${many.url}/articles/report-7-from-the-harbour`);
  const answers: string[] = [];
  page.on('response', (response) => {
    if (new URL(response.url()).pathname === '/topics') answers.push(response.request().resourceType());
  });
  await page.getByRole('link', { name: 'Topics', exact: true }).click();
  await page.waitForURL('**/topics');
  expect(answers).toEqual(['fetch', 'document']);
  // The document came from the cache of the browser: nothing was transferred.
  expect(await page.evaluate("performance.getEntriesByType('navigation')[0].transferSize")).toBe(0);
});

test('a page that is slow to come is shown to be on its way, and another can be asked for instead', async () => {
  const page = await watched.visit(`${many.url}/articles/report-7-from-the-harbour`);
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/people', async (route) => {
    await held;
    await route.continue().catch(() => {});
  });
  await page.getByRole('link', { name: 'People', exact: true }).click();
  await page.locator('html.is-leaving main[aria-busy="true"]').waitFor();
  await page.getByRole('link', { name: 'Topics', exact: true }).click();
  await page.waitForURL('**/topics');
  release();
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Topics');
});

test('what programs read is left to the browser', async () => {
  const page = await watched.visit(`${many.url}/articles/report-7-from-the-harbour`);
  const kinds: string[] = [];
  page.on('request', (request) => kinds.push(request.resourceType()));
  await page.getByRole('link', { name: 'JSON', exact: true }).click();
  await page.waitForURL('**/v1/articles/report-7-from-the-harbour.json', { waitUntil: 'commit' });
  expect(kinds[0]).toBe('document');
});

test('the dark look is dark, and paper shows the text alone', async () => {
  const page = await watched.visit(`${many.url}/articles/report-7-from-the-harbour`, { colorScheme: 'dark' });
  const ground = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
  expect(await ground()).toBe('rgb(21, 20, 18)');
  await page.emulateMedia({ media: 'print' });
  expect(await ground()).toBe('rgb(255, 255, 255)');
  for (const part of ['.sections', '.search', '.neighbours', '.foot'])
    expect(await page.locator(part).isVisible()).toBe(false);
  expect(await page.locator('.body').isVisible()).toBe(true);
});

test('the text is painted before the script has come', async () => {
  const context = await watched.browser.newContext();
  const page = await context.newPage();
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/assets/*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(many.url, { waitUntil: 'commit' });
  await expect
    .poll(() => page.evaluate("performance.getEntriesByName('first-contentful-paint').length"))
    .toBe(1);
  expect(await page.locator('.lead h2').textContent()).toBe('Report 45 from the harbour');
  expect(await page.getByRole('combobox').count()).toBe(0);
  release();
  await page.getByRole('combobox').waitFor();
  await context.close();
});
