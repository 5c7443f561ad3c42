import { html } from 'htm/preact';
import type { View } from '../page.ts';

/** Renders the search form of the header, which script turns into a combobox. */
export function searchBox(q: string): View {
  return html`<form class="search" action="/search" role="search">
    <label class="unseen" for="q">Search the archive</label>
    <input id="q" name="q" type="search" value=${q} placeholder="Search people, topics, text" autocomplete="off" maxlength="1000" />
    <button>Search</button>
  </form>`;
}
