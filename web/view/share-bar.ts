import { html } from 'htm/preact';
import type { View } from '../page.ts';

/** A line that shows a part of a whole; none where the whole is one, of which there are no parts. */
export function shareBar(part: number, whole: number): View {
  if (whole < 2) return null;
  return html`<svg class="bar" viewBox="0 0 100 2" preserveAspectRatio="none" aria-hidden="true"><rect width=${(100 * part) / whole} height="2" /></svg>`;
}
