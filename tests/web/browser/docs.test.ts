import { mkdir } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../process/start-server.ts';
import { openBrowser } from './open-browser.ts';
import { shoot } from './watched-browser.ts';

let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
  await mkdir('tests/web/screenshots', { recursive: true });
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

test('/docs shows the API in a browser that can reach nothing but the server', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const elsewhere: string[] = [];
  const faults: string[] = [];
  await page.route('**/*', async (route) => {
    const { host, protocol } = new URL(route.request().url());
    if (host === server.host || protocol === 'data:' || protocol === 'blob:') return await route.continue();
    elsewhere.push(route.request().url());
    await route.abort();
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await page.goto(`${server.url}/docs`);
  await page.getByRole('heading', { name: 'Dateline' }).first().waitFor();
  await page.getByText('List and search articles').first().waitFor();
  const looks = await page.evaluate(`(() => {
    const { color, backgroundColor, fontFamily } = getComputedStyle(document.querySelector('.references-layout, .scalar-app'));
    const ink = getComputedStyle(document.querySelector('.docs-head'));
    return [color === ink.color, fontFamily === ink.fontFamily];
  })()`);
  expect(looks, 'set in the tokens of the reader').toEqual([true, true]);
  await shoot(page, 'docs');
  expect(elsewhere).toEqual([]);
  expect(faults).toEqual([]);
});
