import { child, childrenOf, childText, descendantsOf, type XmlElement } from '../xml/xml-element.ts';

/** One article of a news item: the component that names it, with those above it, and what it is made of. */
export interface Story {
  /** From the component of the article up to the outermost. */
  chain: XmlElement[];
  /** Content items with the text; several are its parts, or equivalents. */
  texts: XmlElement[];
  title: XmlElement | undefined;
  lead: XmlElement | undefined;
  /** Components of pictures. */
  pictures: XmlElement[];
}

/** Returns `FormalName` of the first child of a name. */
export function formalName(parent: XmlElement | undefined, name: string): string | null {
  return (parent && child(parent, name)?.attributes.formalname?.trim()) || null;
}

/** Maximum number of articles of an item, such as translations, that share its pictures. */
const maxSharing = 20;

const media =
  /photo|picture|image|graphic|illustration|thumbnail|logo|video|audio|sound|multimedia|animation/i;

/** True for a content item that is no text, by its media type, format or file. */
export function isMedia(item: XmlElement): boolean {
  const type = formalName(item, 'mediatype') ?? '';
  const mime = formalName(item, 'mimetype') ?? '';
  const format = formalName(item, 'format') ?? '';
  return (
    media.test(type) ||
    /^(?:image|video|audio)\//i.test(mime) ||
    /jpe?g|png|gif|tiff|mpeg|mp[34]|wav|flash/i.test(format) ||
    (!hasData(item) && /\.(?:jpe?g|png|gif|tiff?|webp)$/i.test(item.attributes.href ?? ''))
  );
}

/** Returns the role of a component in lower case: `main`, `caption`, `photo`; empty if it has none. */
export function roleOf(component: XmlElement): string {
  return (formalName(component, 'role') ?? '').replace(/^.*:/, '').toLowerCase();
}

/** Roles of texts that are no part of the article, or repeat one: captions, contacts, pull quotes. */
const besideText = /^(?:caption|contact|stylesheet|script|quote)s?$/;

/** True for a content item with data, which `Encoding` may wrap (NewsML 1.2, 5.6). */
function hasData(item: XmlElement): boolean {
  return descendantsOf(item, 'datacontent').length > 0;
}

/** True for a content item with text: neither media, nor a stylesheet, nor a link to a document. */
function isText(item: XmlElement): boolean {
  const mime = formalName(item, 'mimetype') ?? '';
  return !isMedia(item) && hasData(item) && !/css|javascript|\/(?:pdf|msword)/i.test(mime);
}

/** True for a component that is a picture or a recording, with its caption and renditions. */
function isMediaComponent(component: XmlElement): boolean {
  if (media.test(roleOf(component))) return true;
  const items = childrenOf(component, 'contentitem');
  return items.length > 0 && items.every(isMedia);
}

/**
 * Returns the articles of a news item. A component with a headline and a text below it is one; its translations and
 * sidebars, which have headlines of their own, are others.
 */
export function storiesOf(newsItem: XmlElement): Story[] {
  const stories = new Map<XmlElement, Story>();
  const shared: XmlElement[] = [];
  const waiting: { component: XmlElement; chain: XmlElement[] }[] = childrenOf(newsItem, 'newscomponent')
    .map((component) => ({ component, chain: [component] }))
    .reverse();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { component, chain } = next;
    const role = roleOf(component);
    const home = chain.findIndex(hasHeadline);
    const owners = home < 0 ? chain.slice(-1) : chain.slice(home);
    const [owner = component] = owners;
    if (isMediaComponent(component)) {
      const story = stories.get(owner);
      if (story) story.pictures.push(component);
      else shared.push(component);
      continue;
    }
    const items = childrenOf(component, 'contentitem').filter(isText);
    if (items.length > 0) {
      const story = stories.get(owner) ?? emptyStory(owners);
      stories.set(owner, story);
      if (/^(?:title|headline)$/.test(role)) story.title ??= items[0];
      else if (/^(?:lead|abstract|summary|standfirst|synopsis|teaser|subheadline)$/.test(role))
        story.lead ??= items[0];
      else if (!besideText.test(role)) story.texts.push(...preferred(component, items));
    }
    if (childrenOf(component, 'contentitem').some(isMedia)) shared.push(component);
    for (const inner of childrenOf(component, 'newscomponent').reverse())
      waiting.push({ component: inner, chain: [inner, ...chain] });
  }
  const found = [...stories.values()].filter(({ texts, lead }) => texts.length > 0 || lead);
  // Each of many stories, such as those of a digest, would have the pictures of all.
  for (const story of found.slice(0, found.length > maxSharing ? 1 : found.length))
    story.pictures.push(...shared);
  return found.length > 0
    ? found
    : [{ ...emptyStory(childrenOf(newsItem, 'newscomponent').slice(0, 1)), pictures: shared }];
}

function emptyStory(chain: XmlElement[]): Story {
  return { chain, texts: [], title: undefined, lead: undefined, pictures: [] };
}

function hasHeadline(component: XmlElement): boolean {
  const lines = child(component, 'newslines');
  return lines !== undefined && childText(lines, 'headline') !== null;
}

/** Returns one of equivalent content items: the one with most structure. Others are parts, and all are returned. */
function preferred(component: XmlElement, items: XmlElement[]): XmlElement[] {
  if (!/^yes$/i.test(component.attributes.equivalentslist ?? '')) return items;
  const format = (item: XmlElement) => `${formalName(item, 'format')} ${formalName(item, 'mimetype')}`;
  const best =
    items.find((item) => /nitf/i.test(format(item))) ??
    items.find((item) => /html/i.test(format(item))) ??
    items[0];
  return best ? [best] : [];
}
