import { decodeHTMLStrict } from 'entities';

const declaration = /<!ENTITY\s+(%\s+)?([\w.:-]+)\s+(?:(SYSTEM|PUBLIC)\b|"([^"]*)"|'([^']*)')/gi;

/**
 * The entities that a document type declares, as text. Refused: entities of files or addresses (XXE), entities
 * made of other entities (the billion laughs) and long ones (quadratic blow-up); none has a place in a feed.
 *
 * `readEntities('<!DOCTYPE rss [<!ENTITY nbsp "&#160;">]><rss/>')` → `{ values: { nbsp → '\u00a0' } }`
 */
export function readEntities(text: string): { values: Map<string, string> } | { reason: string } {
  const values = new Map<string, string>();
  const documentType = /<!DOCTYPE[^[>]*\[/i.exec(text.slice(0, 65_536));
  if (!documentType) return { values };
  for (const [, parameter, name = '', external, double, single] of text.matchAll(declaration)) {
    // NITF and NewsML 1 name their document types so (`%nitf;`). Nothing is fetched, and nothing refers to them.
    if (parameter && external) continue;
    if (external) return { reason: `external entity "${name}" is not allowed` };
    const value = double ?? single ?? '';
    if (parameter || /&(?!#|amp;|lt;|gt;|quot;|apos;)/.test(value) || value.length > 32) {
      return { reason: `entity "${name}" is too long or refers to other entities` };
    }
    values.set(name, decodeHTMLStrict(value));
  }
  return { values };
}
