import { escapeText } from 'entities';
import { markdownHtml } from './markdown-html.ts';
import type { Json } from './parse-json.ts';
import type { RecordOfFields } from './record-paths.ts';
import { partOf, partsOf, pixelsOf, stringOf } from './record-values.ts';

/**
 * Returns the HTML of a mobiledoc (github.com/bustle/mobiledoc-kit, 0.3), in which Ghost stored its posts up to 2023.
 * Marks of emphasis are left out. Cards of pictures, Markdown and HTML are read; others show something else.
 */
export function mobiledocHtml(document: RecordOfFields): string {
  const cards = Array.isArray(document.cards) ? document.cards : [];
  const atoms = Array.isArray(document.atoms) ? document.atoms : [];
  const sections = Array.isArray(document.sections) ? document.sections : [];
  return sections
    .map((section) => {
      if (!Array.isArray(section)) return '';
      const [kind, first, second] = section;
      if (kind === 1) return element(first, markersText(second, atoms));
      if (kind === 2) return `<figure><img src="${escapeText(stringOf(first) ?? '')}"></figure>`;
      if (kind === 3 && Array.isArray(second)) {
        const items = second.map((markers) => `<li>${markersText(markers, atoms)}</li>`).join('');
        return element(first, items);
      }
      return kind === 10 && typeof first === 'number' ? cardHtml(cards[first]) : '';
    })
    .join('');
}

function element(name: Json | undefined, inner: string): string {
  const tag =
    typeof name === 'string' && /^(?:h[1-6]|blockquote|ul|ol|aside|pull-quote)$/i.test(name) ? name : 'p';
  return `<${tag}>${inner}</${tag}>`;
}

function markersText(markers: Json | undefined, atoms: Json[]): string {
  if (!Array.isArray(markers)) return '';
  return markers
    .map((marker) => {
      if (!Array.isArray(marker)) return '';
      const [kind, , , value] = marker;
      if (kind === 0) return escapeText(stringOrEmpty(value));
      const atom = typeof value === 'number' ? atoms[value] : undefined;
      if (!Array.isArray(atom)) return '';
      return atom[0] === 'soft-return' ? '<br>' : escapeText(stringOrEmpty(atom[1]));
    })
    .join('');
}

function stringOrEmpty(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

function cardHtml(card: Json | undefined): string {
  if (!Array.isArray(card)) return '';
  const [name] = card;
  const payload = partOf(card[1]);
  if (name === 'image') {
    return imageHtml(payload);
  }
  if (name === 'gallery') return partsOf(payload.images).map(imageHtml).join('');
  if (name === 'callout') return `<p>${stringOf(payload.calloutText) ?? ''}</p>`;
  if (name === 'toggle')
    return `<p><b>${stringOf(payload.heading) ?? ''}</b></p>${stringOf(payload.content) ?? ''}`;
  if (name === 'html') return stringOf(payload.html) ?? '';
  if (name === 'markdown' || name === 'card-markdown') {
    return markdownHtml(stringOf(payload.markdown) ?? '');
  }
  return '';
}

function imageHtml(payload: RecordOfFields): string {
  const attributes = ['src', 'alt', 'width', 'height'].map((name) => {
    const value = pixelsOf(payload[name]) ?? stringOf(payload[name]);
    return value === null ? '' : ` ${name}="${escapeText(String(value)).replaceAll('"', '&quot;')}"`;
  });
  return `<figure><img${attributes.join('')}><figcaption>${stringOf(payload.caption) ?? ''}</figcaption></figure>`;
}
