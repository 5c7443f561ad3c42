import type { XmlElement } from './xml-element.ts';

/** Maximum number of names. */
const maxNames = 40;

/** Attributes that say nothing by themselves. */
const silent = /^(?:xmlns|xml:|id$|duid$|class$|scheme$|euid$|rank$|dir$)/;

/**
 * Returns the names of elements with content that a reader does not use, each once. `used` names those that it does.
 * Nothing below an element of `whole` is looked at, because the reader takes all of it.
 */
export function unusedElements(
  root: XmlElement,
  used: ReadonlySet<string>,
  whole: ReadonlySet<string>,
  nameOf: (element: XmlElement, parent: XmlElement) => string = ({ name }) => name,
): string[] {
  const found = new Set<string>();
  const waiting = [root];
  for (let parent = waiting.pop(); parent && found.size < maxNames; parent = waiting.pop()) {
    for (const element of parent.children) {
      if (whole.has(element.name)) continue;
      if (used.has(element.name)) waiting.push(element);
      else if (saysSomething(element)) found.add(nameOf(element, parent));
    }
  }
  return [...found].sort();
}

function saysSomething({ text, attributes, children }: XmlElement): boolean {
  return (
    text.trim() !== '' ||
    children.length > 0 ||
    Object.entries(attributes).some(([name, value]) => value.trim() !== '' && !silent.test(name))
  );
}
