import { html } from 'htm/preact';
import type { Image, Mention } from '../../clients/typescript/src/client.ts';
import type { View } from '../page.ts';
import { fieldText } from './article-text.ts';

/**
 * Renders captions and credits of pictures. The pictures are linked, not embedded: pages load nothing from
 * other sites.
 */
export function pictures(images: Image[], mentions: Mention[]): View {
  return images
    .map(({ url, caption, credit, alt }, index) => {
      const named = mentions.filter(({ field, image }) => field === 'caption' && image === index);
      const credited = mentions.filter(({ field, image }) => field === 'credit' && image === index);
      const at = url && URL.canParse(url) && /^https?:/.test(url) ? new URL(url) : undefined;
      if (!at && !caption && !credit && !alt) return null;
      return html`<figure class="picture">
        <figcaption>
          <span class="picture-label" lang="en">Picture</span>
          ${caption && html`<span dir="auto">${fieldText(caption, named)}</span>`}
          ${!caption && alt && html`<span dir="auto">${alt}</span>`}
          ${credit && html` <span class="credit" dir="auto">${fieldText(credit, credited)}</span>`}
          ${at && html` <a href=${at.href} rel="noreferrer external" lang="en">See it at ${at.hostname}</a>`}
        </figcaption>
      </figure>`;
    })
    .filter((each) => each !== null);
}
