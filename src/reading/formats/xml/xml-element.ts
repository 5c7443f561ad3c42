/** An element of an XML document, read tolerantly. */
export interface XmlElement {
  /** Lower-case local name with the customary prefix of its namespace: `title`, `dc:creator`, `atom:entry`. */
  name: string;
  /** By name as written, lower case, entities decoded. */
  attributes: Record<string, string>;
  children: XmlElement[];
  /** Its own character data, entities decoded; that of its children is theirs. */
  text: string;
  /** Its content as written, markup and all, when it has child elements; else null. */
  markup: string | null;
  /** Where its start tag begins in the document. */
  offset: number;
  /** `xml:base` in effect, absolute; null when none is. */
  base: string | null;
  /** `xml:lang` in effect. */
  language: string | null;
}

/** The first child with one of these names, the first name having precedence. */
export function child(parent: XmlElement, ...names: string[]): XmlElement | undefined {
  for (const name of names) {
    const found = parent.children.find((element) => element.name === name);
    if (found) return found;
  }
  return undefined;
}

/** All children with one of these names, in document order. */
export function childrenOf(parent: XmlElement, ...names: string[]): XmlElement[] {
  return parent.children.filter((element) => names.includes(element.name));
}

/** The trimmed text of the first child of these names that has some. */
export function childText(parent: XmlElement, ...names: string[]): string | null {
  for (const name of names) {
    for (const element of parent.children) {
      const text = element.name === name ? element.text.trim() : '';
      if (text !== '') return text;
    }
  }
  return null;
}

/** The trimmed text of the last child with one of these names, the first name having precedence. */
export function lastChildText(parent: XmlElement, ...names: string[]): string | null {
  for (const name of names) {
    const text = parent.children.findLast((element) => element.name === name)?.text.trim();
    if (text) return text;
  }
  return null;
}

/** The element and all below it with this name, in document order; nesting costs no stack. */
export function descendantsOf(root: XmlElement, ...names: string[]): XmlElement[] {
  return find(root, names, true);
}

/** Elements of `descendantsOf` that are in no other. To read all that is in each of them takes linear time. */
export function outermostOf(root: XmlElement, ...names: string[]): XmlElement[] {
  return find(root, names, false);
}

function find(root: XmlElement, names: string[], within: boolean): XmlElement[] {
  const found: XmlElement[] = [];
  const waiting = [root];
  for (let element = waiting.pop(); element; element = waiting.pop()) {
    const isFound = names.includes(element.name);
    if (isFound) found.push(element);
    if (isFound && !within) continue;
    for (let index = element.children.length - 1; index >= 0; index--) {
      const next = element.children[index];
      if (next) waiting.push(next);
    }
  }
  return found;
}
