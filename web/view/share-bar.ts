import { html } from 'htm/preact';
import type { View } from '../page.ts';

/** Renders a bar for a part of a whole; nothing if the whole is less than two. */
export function shareBar(part: number, whole: number): View {
  if (whole < 2) return null;
  return html`<svg class="bar" viewBox="0 0 100 2" preserveAspectRatio="none" aria-hidden="true"><rect width=${(100 * part) / whole} height="2" /></svg>`;
}
