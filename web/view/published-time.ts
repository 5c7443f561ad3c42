import { html } from 'htm/preact';
import type { View } from '../page.ts';

/** Renders a formatted time of publication. That of an undated article has no machine-readable form. */
export function publishedTime(publishedAt: string | null, text: View): View {
  return publishedAt === null
    ? html`<span lang="en" dir="ltr">${text}</span>`
    : html`<time datetime=${publishedAt} lang="en" dir="ltr">${text}</time>`;
}
