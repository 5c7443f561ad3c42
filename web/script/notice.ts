import { html, render } from 'htm/preact';
import type { View } from '../page.ts';

/** Element at the bottom of the window for notices about the whole page. */
let place: HTMLElement | undefined;

/** Shows a notice at the bottom of the window; null hides it. */
export function notice(view: View): void {
  if (!place) {
    place = document.createElement('div');
    place.className = 'notice';
    place.setAttribute('role', 'status');
    document.body.append(place);
  }
  render(html`${view}`, place);
  place.hidden = view === null;
}
