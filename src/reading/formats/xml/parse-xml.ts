import { decodeHTMLStrict, escapeText } from 'entities';
import { Parser } from 'htmlparser2';
import { webAddress } from '../web-address.ts';
import type { XmlElement } from './xml-element.ts';
import { readEntities } from './xml-entities.ts';
import { qualifiedName } from './xml-names.ts';

/** Deeper documents are refused: no feed nests so, attacks do. */
const maxDepth = 256;

/** XML that is refused, with the reason. */
export interface RefusedXml {
  reason: string;
}

/**
 * Reads an XML document tolerantly, as feeds in the wild need it: unclosed and mismatched tags, bare `&`,
 * HTML's entities and unquoted attributes are taken as meant. Entities that the document declares are decoded
 * when they are plain text; one that refers to others or to a file is refused, and so is deep nesting.
 * `location` is the base of relative `xml:base` values. Gives the root element, undefined when there is none.
 */
export function parseXml(written: string, location: string | null): XmlElement | RefusedXml | undefined {
  const entities = readEntities(written);
  if ('reason' in entities) return entities;
  // Before, because the markup of elements is kept as it is written.
  const text =
    entities.values.size === 0
      ? written
      : written.replace(/&([A-Za-z][\w.-]*);/g, (all, name: string) => {
          const value = entities.values.get(name);
          return value === undefined ? all : escapeText(value);
        });
  const decode = decodeHTMLStrict;

  const document = emptyElement('', location, null);
  const open: { element: XmlElement; declared: string[]; contentStart: number }[] = [];
  /** Addresses of each prefix, the one in effect last. A copy for each element would cost the square of the input. */
  const namespaces = new Map<string, string[]>();
  let attributes: Record<string, string> = {};
  let inCdata = false;
  let tooDeep = false;

  const parser = new Parser(
    {
      onopentagname() {
        attributes = {};
      },
      onattribute(name, value) {
        attributes[name.toLowerCase()] ??= decode(value);
      },
      onopentag(printed) {
        const parent = open.at(-1);
        if (open.length >= maxDepth) {
          tooDeep = true;
          parser.pause();
          return;
        }
        const declared = declareNamespaces(attributes, namespaces);
        const above = parent?.element ?? document;
        const base = webAddress(attributes['xml:base'], above.base) ?? above.base;
        const element = emptyElement(
          qualifiedName(printed, namespaces),
          base,
          attributes['xml:lang'] ?? above.language,
        );
        element.attributes = attributes;
        element.offset = parser.startIndex;
        above.children.push(element);
        open.push({ element, declared, contentStart: parser.endIndex + 1 });
      },
      ontext(data) {
        const current = open.at(-1);
        if (current) current.element.text += inCdata ? data : decode(data);
      },
      oncdatastart() {
        inCdata = true;
      },
      oncdataend() {
        inCdata = false;
      },
      onclosetag() {
        const closed = open.pop();
        for (const prefix of closed?.declared ?? []) namespaces.get(prefix)?.pop();
        if (!closed || closed.element.children.length === 0) return;
        closed.element.markup = text.slice(closed.contentStart, parser.startIndex);
      },
    },
    { xmlMode: true, decodeEntities: false },
  );
  parser.end(text);
  if (tooDeep) return { reason: `elements nested deeper than ${maxDepth} levels` };
  return document.children[0];
}

function emptyElement(name: string, base: string | null, language: string | null): XmlElement {
  return { name, attributes: {}, children: [], text: '', markup: null, offset: 0, base, language };
}

/** Adds the namespaces that attributes declare. Returns their prefixes. */
function declareNamespaces(attributes: Record<string, string>, namespaces: Map<string, string[]>): string[] {
  const declared: string[] = [];
  for (const [name, value] of Object.entries(attributes)) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
    const prefix = name.slice(6);
    declared.push(prefix);
    const addresses = namespaces.get(prefix);
    if (addresses) addresses.push(value);
    else namespaces.set(prefix, [value]);
  }
  return declared;
}
