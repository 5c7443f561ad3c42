import { existsSync } from 'node:fs';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';

/**
 * A headless Chromium: Debian's where it is installed, else the one that the npm package carries inside itself,
 * so that a bare machine with npm can run the tests.
 */
export async function openBrowser(): Promise<Browser> {
  const installed = '/usr/bin/chromium';
  const debian = existsSync(installed);
  return await playwright.launch({
    executablePath: debian ? installed : await chromium.executablePath(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      // Letters as their outlines have them, and the same on every machine.
      '--font-render-hinting=none',
      // No request of the browser's own: the tests watch what a page asks for.
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}
