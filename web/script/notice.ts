import { html, render } from 'htm/preact';
import type { View } from '../page.ts';

/** The one place at the foot of the window where the page says what concerns all of it. */
let place: HTMLElement | undefined;

/** Says something at the foot of the window; null takes it away. */
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
