import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, BrowserContextOptions, Page, Request } from 'playwright-core';
import { expect } from 'vitest';
import { createArchive } from '../../archive/engines.ts';
import { type Sample, sampleArticle } from '../../archive/sample-articles.ts';
import { sampleAppOver } from '../../routes/sample-app.ts';
import { openBrowser } from './open-browser.ts';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const screenshots = 'tests/web/screenshots';

/** A browser that watches its pages: what goes wrong in them, and what they ask of others, fails the test. */
export interface Watched {
  browser: Browser;
  /** What went wrong since the last check; a test that makes something go wrong empties it. */
  faults: string[];
  /** A page that stays until the browser is closed. */
  open(options?: BrowserContextOptions): Promise<Page>;
  /** A page at an address, for one test. */
  visit(url: string, options?: BrowserContextOptions): Promise<Page>;
  /** Closes the pages of a test and fails when something went wrong in them. */
  check(): Promise<void>;
}

/** Opens a browser for the tests of a file. */
export async function openWatched(): Promise<Watched> {
  await mkdir(screenshots, { recursive: true });
  const browser = await openBrowser();
  const faults: string[] = [];
  const visited: Page[] = [];
  const open = async (options: BrowserContextOptions = {}) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    const page = await context.newPage();
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    page.on('request', (request) => {
      if (!['localhost', '127.0.0.1'].includes(new URL(request.url()).hostname))
        faults.push(`asked ${request.url()}`);
    });
    return page;
  };
  return {
    browser,
    faults,
    open,
    async visit(url, options) {
      const page = await open(options);
      visited.push(page);
      // The browser asks for the icon when all else is there: it would come in the way of what a test looks for next.
      const icon = page
        .waitForEvent('requestfinished', { predicate: isIcon, timeout: 3000 })
        .catch(() => undefined);
      await goTo(page, url);
      await icon;
      return page;
    },
    async check() {
      for (const page of visited.splice(0)) await page.context().close();
      expect(faults.splice(0)).toEqual([]);
    },
  };
}

function isIcon(request: Request): boolean {
  return request.url().endsWith('/assets/icon.svg');
}

/** Goes to an address and waits until text is set in its faces. */
export async function goTo(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.evaluate('document.fonts.ready');
}

/** Keeps a picture of the page for who looks at the run. */
export async function shoot(page: Page, name: string): Promise<void> {
  const take = () => page.screenshot({ path: `${screenshots}/${name}.png`, fullPage: true });
  // On a busy machine Chromium is sometimes unable to capture, which says nothing about the page.
  await take()
    .catch(take)
    .catch(() => undefined);
}

/** What axe finds against WCAG 2.2 AA and its own best practices. */
export async function axeFinds(page: Page): Promise<string[]> {
  // The policy of the page lets no script in, so axe is evaluated by the debugger.
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: await readFile(axe, 'utf8') });
  const { result } = await session.send('Runtime.evaluate', {
    expression: `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
      .then(({ violations }) => JSON.stringify(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html))))`,
    awaitPromise: true,
    returnByValue: true,
  });
  return JSON.parse(result.value);
}

/** How far a page is wider than the window, in pixels; 0 when it fits. */
export async function overflow(page: Page): Promise<number> {
  return Number(await page.evaluate('document.documentElement.scrollWidth - innerWidth'));
}

/** A server of this process over an archive of its own, which can stop and start again. */
export interface SampleServer {
  url: string;
  stop(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
}

/** Serves articles that a test invents. */
export async function serveSamples(samples: Sample[]): Promise<SampleServer> {
  const { archive, remove } = await createArchive();
  if (samples.length > 0) await archive.writes.writeArticles(samples.map(sampleArticle));
  let app = sampleAppOver(archive);
  const url = await app.listen({ port: 0, host: 'localhost' });
  const { port } = new URL(url);
  return {
    url,
    stop: () => app.close(),
    async start() {
      app = sampleAppOver(archive);
      await app.listen({ port: Number(port), host: 'localhost' });
    },
    async close() {
      await app.close();
      await remove();
    },
  };
}

/**
 * 45 reports from the harbour, one a day from the new year of 2024. Ada Birch is in all of them, Bo Elm in every
 * second, Cy Fir in every third, Di Oak in every fifth; every fourth is about storms.
 */
export const reports: Sample[] = Array.from({ length: 45 }, (_, index) => {
  const number = index + 1;
  const every = (nth: number, tag: Sample['tags']) => (number % nth === 0 ? (tag ?? []) : []);
  return {
    headline: `Report ${number} from the harbour`,
    publishedAt: new Date(Date.UTC(2024, 0, number)).toISOString().replace('.000', ''),
    tags: [
      'person/ada-birch',
      ...every(2, ['person/bo-elm']),
      ...every(3, ['person/cy-fir']),
      ...every(5, ['person/di-oak']),
      ...every(4, ['topic/storms']),
    ],
  };
});
