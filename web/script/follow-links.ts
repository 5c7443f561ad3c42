import { html } from 'htm/preact';
import { notice } from './notice.ts';

/** Milliseconds after which the browser is left to wait for the page by itself. */
const patience = 4000;

/**
 * Asks for the next page before leaving this one, and stays when nobody answers: what one was reading is not
 * exchanged for the error page of a browser. The browser then takes the page from its cache, so it is asked for once.
 */
export function followLinks(): void {
  addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
    if (!link || event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const { href } = link;
    const url = new URL(typeof href === 'string' ? href : (link.getAttribute('href') ?? ''), location.href);
    const isHere = url.pathname === location.pathname && url.search === location.search;
    if (url.origin !== location.origin || isHere || link.hasAttribute('download')) return;
    event.preventDefault();
    follow(url);
  });
  addEventListener('submit', (event) => {
    const { target: form } = event;
    if (event.defaultPrevented || !(form instanceof HTMLFormElement) || form.method !== 'get') return;
    event.preventDefault();
    const url = new URL(form.action);
    for (const [name, value] of new FormData(form)) {
      if (typeof value === 'string' && value !== '') url.searchParams.append(name, value);
    }
    follow(url);
  });
}

/** Goes to a page of this archive, if it comes; else says so and offers to try again. */
export async function follow(url: URL): Promise<void> {
  try {
    const page = await fetch(url, {
      headers: { accept: 'text/html' },
      signal: AbortSignal.timeout(patience),
    });
    await page.arrayBuffer();
  } catch (error) {
    if (!(error instanceof DOMException)) {
      return notice(html`<span>${navigator.onLine ? 'The archive does not answer.' : 'You are offline.'} What is on this page can still be read.</span>
        <button type="button" onClick=${() => follow(url)}>Try again</button>`);
    }
  }
  notice(null);
  location.assign(url);
}
