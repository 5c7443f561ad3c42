import type { PageElement, PageNode } from './open-page.ts';

const TEXT = 3;

/**
 * Returns the texts of the elements below `root` whose text has at most `maxLength` UTF-16 code units. Reads each text
 * node once: `textContent` of every element would read it once for each element around it.
 */
export function shortTexts(root: PageElement, maxLength: number): Map<PageElement, string> {
  const texts = new Map<PageElement, string>();
  /** Returns the text of a node; undefined if it is longer. */
  const visit = (node: PageNode): string | undefined => {
    if (!isElement(node)) return node.nodeType === TEXT ? within(node.textContent ?? '') : '';
    let text: string | undefined = '';
    for (const child of node.childNodes) {
      const part = visit(child);
      if (text !== undefined) text = part === undefined ? undefined : within(text + part);
    }
    if (text !== undefined) texts.set(node, text);
    return text;
  };
  const within = (text: string): string | undefined => (text.length > maxLength ? undefined : text);
  visit(root);
  return texts;
}

function isElement(node: PageNode): node is PageElement {
  return 'innerHTML' in node;
}
