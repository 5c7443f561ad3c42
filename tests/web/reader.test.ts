import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { sampleAppOver } from '../api/sample-app.ts';
import { engines } from '../archive/engines.ts';
import { sampleArticle } from '../archive/sample-articles.ts';
import { type RunningServer, startServer } from '../process/start-server.ts';
import { openBrowser } from './browser.ts';

const article = '/articles/eus-borrell-vows-to-advance-security-defense-ties-with-s-korea';
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

let server: RunningServer;
let browser: Browser;
/** An archive with more articles than a page holds. */
let many: { url: string; close(): Promise<void> };

beforeAll(async () => {
  await mkdir('tests/web/screenshots', { recursive: true });
  [server, browser, many] = await Promise.all([startServer(), openBrowser(), openMany()]);
});
afterAll(async () => {
  await browser?.close();
  await many?.close();
  await server?.stop();
});

async function openMany() {
  const [engine] = engines;
  if (!engine) throw new Error('there is no engine');
  const { archive, remove } = engine.create();
  await archive.writeArticles(
    Array.from({ length: 45 }, (_, index) =>
      sampleArticle({
        headline: `Report ${index + 1} from the harbour`,
        publishedAt: new Date(Date.UTC(2024, 0, 1 + index)).toISOString().replace('.000', ''),
        tags: ['person/ada-birch'],
      }),
    ),
  );
  const app = sampleAppOver(archive);
  const url = await app.listen({ port: 0, host: 'localhost' });
  return {
    url,
    async close() {
      await app.close();
      remove();
    },
  };
}

/** Pages of a test, what went wrong in them, and what they asked of others. */
const faults: string[] = [];
const open: Page[] = [];
afterEach(async () => {
  for (const page of open.splice(0)) await page.context().close();
  expect(faults.splice(0)).toEqual([]);
});

async function visit(url: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  open.push(page);
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('request', (request) => {
    if (!['localhost', '127.0.0.1'].includes(new URL(request.url()).hostname))
      faults.push(`asked ${request.url()}`);
  });
  await page.goto(url);
  await page.evaluate('document.fonts.ready');
  return page;
}

async function shoot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `tests/web/screenshots/${name}.png`, fullPage: true });
}

/** What axe finds against WCAG 2.2 AA and its own best practices. */
async function axeFinds(page: Page): Promise<string[]> {
  const context = page.context();
  // The policy of the page lets no script in, so axe is evaluated by the debugger.
  const session = await context.newCDPSession(page);
  const { readFile } = await import('node:fs/promises');
  await session.send('Runtime.evaluate', { expression: await readFile(axe, 'utf8') });
  const { result } = await session.send('Runtime.evaluate', {
    expression: `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
      .then(({ violations }) => JSON.stringify(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html))))`,
    awaitPromise: true,
    returnByValue: true,
  });
  return JSON.parse(result.value);
}

const views: [name: string, path: string][] = [
  ['front', '/'],
  ['article', article],
  ['person', '/people/josep-borrell'],
  ['topic', '/topics/defence-and-security-cooperation'],
  ['search', '/search?q=borrell&from=2024-01-01'],
  ['nothing-found', '/search?q=zeppelin'],
  ['people', '/people'],
  ['quotes', '/quotes'],
  ['absent', '/articles/none'],
  ['problem', '/problems/invalid-parameter'],
];
const looks: [name: string, options: BrowserContextOptions][] = [
  ['light', {}],
  ['dark', { colorScheme: 'dark' }],
  ['phone', { viewport: { width: 360, height: 780 }, hasTouch: true }],
];

describe.each(looks)('in %s', (look, options) => {
  test.each(views)('%s is accessible and fits the window', async (name, path) => {
    const page = await visit(server.url + path, options);
    if (name === 'absent') faults.splice(0);
    await shoot(page, `${name}-${look}`);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    expect(await axeFinds(page)).toEqual([]);
  });
});

test('typing in the search box suggests people, topics and articles; keys choose and follow', async () => {
  const page = await visit(server.url);
  const box = page.getByRole('combobox', { name: 'Search the archive' });
  await box.pressSequentially('borr');
  const options = page.getByRole('option');
  await options.first().waitFor();
  expect(await options.allTextContents()).toEqual([
    expect.stringContaining('Josep Borrell'),
    expect.stringContaining("EU's Borrell vows"),
  ]);
  await shoot(page, 'suggestions');
  expect(await axeFinds(page)).toEqual([]);
  await box.press('ArrowDown');
  expect(await options.first().getAttribute('aria-selected')).toBe('true');
  await box.press('Enter');
  await page.waitForURL('**/people/josep-borrell');
});

test('Escape closes the suggestions, and Enter without a choice searches', async () => {
  const page = await visit(server.url);
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
  const page = await visit(server.url);
  await page.getByRole('combobox').pressSequentially('"borr');
  await page
    .getByText(/Nothing is called so|Josep Borrell/)
    .last()
    .waitFor();
});

test('a name has a card, for the pointer and for the keyboard; Escape closes it', async () => {
  const page = await visit(server.url + article);
  const name = page.locator('.body a[data-tag="person/cho-tae-yul"]');
  const card = page.getByRole('group', { name: 'About this name' });
  await name.hover();
  await card.getByRole('heading', { name: 'Cho Tae-yul' }).waitFor();
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
  const page = await visit(server.url + article);
  await page.getByRole('link', { name: /My visit today/ }).click();
  expect(new URL(page.url()).hash).toBe('#quote-3');
  expect(await page.locator('#quote-3').textContent()).toMatch(/^My visit today of the Demilitarised Zone/);
});

test('the API call of a page can be copied', async () => {
  const page = await visit(server.url, { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.getByRole('button', { name: 'Copy' }).first().click();
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  expect(await page.evaluate('navigator.clipboard.readText()')).toBe(
    `curl '${server.url}/v1/articles?limit=20'`,
  );
});

test('without JavaScript articles can be found, read and paged', async () => {
  const page = await visit(many.url, { javaScriptEnabled: false });
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
  const page = await visit(many.url);
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
  const page = await visit(many.url);
  await page.route('**/v1/articles**', (route) => route.abort());
  await page.getByRole('link', { name: 'Older articles' }).click();
  await page.getByText('The older articles did not come.').waitFor({ timeout: 20_000 });
  await shoot(page, 'failed');
  expect(await axeFinds(page)).toEqual([]);
  await page.unroute('**/v1/articles**');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('link', { name: 'Report 24 from' }).waitFor();
  faults.splice(0);
});

test('offline, the page says that it can still be read', async () => {
  const page = await visit(server.url + article);
  await page.context().setOffline(true);
  await page.getByText('You are offline.').waitFor();
  await shoot(page, 'offline');
});

test('all can be reached by keyboard, and the first stop skips to the text', async () => {
  const page = await visit(server.url + article);
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the text');
  await page.keyboard.press('Enter');
  expect(await page.evaluate('document.activeElement.id')).toBe('main');
});
