import { html } from 'htm/preact';
import type { Features } from '../features.ts';
import type { View } from '../page.ts';

const formats: [suffix: string, type: string, name: string][] = [
  ['ninjs', 'application/vnd.iptc.ninjs+json', 'ninjs'],
  ['jsonld', 'application/ld+json', 'JSON-LD'],
  ['rss', 'application/rss+xml', 'RSS'],
  ['atom', 'application/atom+xml', 'Atom'],
  ['jsonfeed', 'application/feed+json', 'JSON Feed'],
  ['csv', 'text/csv', 'CSV'],
  ['ndjson', 'application/x-ndjson', 'NDJSON'],
  ['md', 'text/markdown', 'Markdown'],
  ['txt', 'text/plain', 'Text'],
];

/** Renders links to the other formats of a page. */
export function formatLinks(features: Features, path: string, address: string, search = ''): View {
  const offered = formats.filter(([, type]) => features.mediaTypes(path).includes(type));
  return html`<section class="formats">
    <h2 class="rubric">This page as</h2>
    <ul class="tags">
      <li><a href=${`${address}${offered.length > 0 ? '.json' : ''}${search}`}>JSON</a></li>
      ${offered.map(([suffix, type, name]) => html`<li><a href=${`${address}.${suffix}${search}`} type=${type}>${name}</a></li>`)}
    </ul>
  </section>`;
}
