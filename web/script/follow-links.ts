import { html } from 'htm/preact';
import { notice } from './notice.ts';

/** Milliseconds until a loading page is indicated, and until navigation is left to the browser. */
const unnoticed = 250;
const patience = 4000;

/** Paths of pages. All other paths are left to the browser. */
const pages = /^\/(?:$|(?:search|articles|people|topics|organizations|places|quotes)(?:\/|$))/;

let asked = new AbortController();

/**
 * Loads the next page before leaving the current one, and stays if the server does not respond, so that
 * readers never lose an article to a browser's error page. The browser then takes the page from its cache, so
 * it is requested once.
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
  asked.abort();
  asked = new AbortController();
  const { signal } = asked;
  const timer = setTimeout(showLoading, unnoticed, true);
  try {
    const waiting = AbortSignal.any([signal, AbortSignal.timeout(patience)]);
    const page = await fetch(url, { headers: { accept: 'text/html' }, signal: waiting });
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
function showLoading(isSo: boolean): void {
  document.documentElement.classList.toggle('is-leaving', isSo);
  document.querySelector('main')?.setAttribute('aria-busy', String(isSo));
}
