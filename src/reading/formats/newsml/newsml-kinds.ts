import type { XmlElement } from '../xml/xml-element.ts';

/** Items of a message that are no news items, and the reasons why they are not read. */
export const otherItems: Record<string, string> = {
  packageitem: 'a NewsML-G2 package, which only lists other items; import the items',
  conceptitem: 'a NewsML-G2 concept, which describes a person, place or subject; import the news items',
  knowledgeitem: 'a NewsML-G2 knowledge item, which is a vocabulary; import the news items',
  planningitem: 'a NewsML-G2 planning item, which announces coverage; import the news items',
  catalogitem: 'a NewsML-G2 catalog, which lists vocabularies; import the news items',
};

const classes: Record<string, string> = {
  picture: 'a NewsML-G2 picture without an article; import it together with the text item',
  graphic: 'a NewsML-G2 graphic without an article; import it together with the text item',
  video: 'a NewsML-G2 video, which has no text; import the text items',
  audio: 'a NewsML-G2 audio recording, which has no text; import the text items',
  animation: 'a NewsML-G2 animation, which has no text; import the text items',
};

/** Returns the reason why an item of a class is not read; undefined for texts and unknown classes. */
export function refusedClass(itemClass: string | null): string | undefined {
  return itemClass === null ? undefined : classes[itemClass.toLowerCase()];
}

/** `ninat:text` → `text`; also of the address of a code. Null if there is none. */
export function codeOf(element: XmlElement | undefined): string | null {
  const code = element?.attributes.qcode ?? element?.attributes.uri;
  return code === undefined ? null : (/[^:/]*$/.exec(code)?.[0] ?? null);
}
