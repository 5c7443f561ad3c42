import { html } from 'htm/preact';
import { tagKinds } from '../tag-types.ts';
import { notice } from './notice.ts';

/** Milliseconds until the loading indicator appears, and until navigation is left to the browser. */
const indicatorDelay = 250;
const timeout = 4000;

/** Paths of pages. All other paths are left to the browser. */
const pages = new RegExp(`^/(?:$|(?:search|articles|${tagKinds.join('|')}|quotes)(?:/|$))`);

let request = new AbortController();

/**
 * Loads the next page before leaving the current one, and stays if the server does not respond, so that readers
 * never lose an article to a browser's error page. The browser then takes the page from its cache.
 */
export function followLinks(): void {
  addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    if (!link || event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const url = new URL(link.getAttribute('href') ?? '', location.href);
    const isHere = url.pathname === location.pathname && url.search === location.search;
    if (url.origin !== location.origin || isHere || !pages.test(url.pathname)) return;
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
  // A page restored from the back/forward cache is not loading anything.
  addEventListener('pageshow', () => showLoading(false));
}

/** Navigates to a page if it loads; otherwise shows a notice with a retry button. */
export async function follow(url: URL): Promise<void> {
  request.abort();
  request = new AbortController();
  const { signal } = request;
  const timer = setTimeout(showLoading, indicatorDelay, true);
  try {
    const timed = AbortSignal.any([signal, AbortSignal.timeout(timeout)]);
    const page = await fetch(url, { headers: { accept: 'text/html' }, signal: timed });
    await page.arrayBuffer();
  } catch (error) {
    clearTimeout(timer);
    if (signal.aborted) return;
    if (!(error instanceof DOMException)) {
      showLoading(false);
      return notice(html`<span>${navigator.onLine ? 'The archive is not responding.' : 'You are offline.'} You can still read this page.</span>
        <button type="button" onClick=${() => follow(url)}>Try again</button>`);
    }
  }
  clearTimeout(timer);
  if (signal.aborted) return;
  notice(null);
  location.assign(url);
}

/** Shows or hides the loading indicator. */
function showLoading(isLoading: boolean): void {
  document.documentElement.classList.toggle('is-leaving', isLoading);
  document.querySelector('main')?.setAttribute('aria-busy', String(isLoading));
}
