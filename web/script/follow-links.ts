import { html } from 'htm/preact';
import { notice } from './notice.ts';

/** Milliseconds after which a page on its way is shown to be so, and after which the browser waits for it by itself. */
const unnoticed = 250;
const patience = 4000;

/** Addresses of pages of the reader; what programs read, and what never ends, is left to the browser. */
const pages = /^\/(?:$|(?:search|articles|people|topics|organizations|places|quotes)(?:\/|$))/;

let asked = new AbortController();

/**
 * Asks for the next page before leaving this one, and stays when nobody answers: what one was reading is not
 * exchanged for the error page of a browser. The browser then takes the page from its cache, so it is asked for once.
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
  // A page that comes back from the browser's memory is on its way nowhere.
  addEventListener('pageshow', () => onItsWay(false));
}

/** Goes to a page of this archive, if it comes; else says so and offers to try again. */
export async function follow(url: URL): Promise<void> {
  asked.abort();
  asked = new AbortController();
  const { signal } = asked;
  const timer = setTimeout(onItsWay, unnoticed, true);
  try {
    const waiting = AbortSignal.any([signal, AbortSignal.timeout(patience)]);
    const page = await fetch(url, { headers: { accept: 'text/html' }, signal: waiting });
    await page.arrayBuffer();
  } catch (error) {
    clearTimeout(timer);
    if (signal.aborted) return;
    if (!(error instanceof DOMException)) {
      onItsWay(false);
      return notice(html`<span>${navigator.onLine ? 'The archive does not answer.' : 'You are offline.'} What is on this page can still be read.</span>
        <button type="button" onClick=${() => follow(url)}>Try again</button>`);
    }
  }
  clearTimeout(timer);
  if (signal.aborted) return;
  notice(null);
  location.assign(url);
}

/** Shows that another page is on its way, or no longer. */
function onItsWay(isSo: boolean): void {
  document.documentElement.classList.toggle('is-leaving', isSo);
  document.querySelector('main')?.setAttribute('aria-busy', String(isSo));
}
