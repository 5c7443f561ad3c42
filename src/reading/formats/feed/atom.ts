import { elementRelease } from '../../release/record-release.ts';
import { textOfTitle } from '../html/text-of-title.ts';
import { webAddress } from '../web-address.ts';
import { atomHtml } from '../xml/element-html.ts';
import {
  child,
  childrenOf,
  childText,
  descendantsOf,
  lastChildText,
  type XmlElement,
} from '../xml/xml-element.ts';
import type { DeletedEntry, Feed, FeedEntry, FeedPerson } from './feed-entry.ts';
import { feedImages } from './feed-images.ts';
import { atomPerson, feedPerson } from './feed-person.ts';
import { isRecording, rightsOf } from './feed-rights.ts';
import { readFeedSections, readKeywords } from './keywords.ts';

/** Atom 1.0 (RFC 4287) and 0.3, a whole feed or a single entry document. */
export function readAtom(root: XmlElement): Feed {
  const isEntry = root.name === 'atom:entry' || root.name === 'entry';
  const link = linkOf(root);
  const authors = personsOf(root);
  const entries = isEntry ? [root] : childrenOf(root, 'atom:entry', 'entry');
  return {
    title: atomHtml(child(root, 'atom:title', 'title')),
    link,
    language: root.language,
    authors,
    rights: rightsOf(root),
    entries: entries.map((entry) => readEntry(entry, isEntry ? null : link)),
    deleted: descendantsOf(root, 'at:deleted-entry', 'deleted-entry').flatMap(deletedEntry),
  };
}

/** Reads a tombstone: `<at:deleted-entry ref="tag:example.org,2024:1" when="2024-11-03T11:59:00Z"/>` */
function deletedEntry(element: XmlElement): DeletedEntry[] {
  const { ref, when = null } = element.attributes;
  if (!ref?.trim()) return [];
  const comment = childText(element, 'at:comment', 'comment');
  return [{ id: ref.trim(), when, comment, offset: element.offset }];
}

function readEntry(entry: XmlElement, feedLink: string | null): FeedEntry {
  const link = linkOf(entry);
  const content = child(entry, 'atom:content', 'content');
  const group = child(entry, 'media:group');
  const source = child(entry, 'atom:source', 'source');
  const authors = personsOf(entry);
  return {
    id: idOf(entry),
    link,
    title: atomHtml(child(entry, 'atom:title', 'title', 'dc:title')),
    summary: atomHtml(
      child(entry, 'atom:summary', 'summary', 'dc:description') ??
        (group && child(group, 'media:description')),
    ),
    content: atomHtml(content),
    // RFC 4287, 4.2.1: an entry without authors has those of its source, then those of the feed.
    authors: authors.length > 0 || !source ? authors : personsOf(source),
    // Programs write names of other formats, too.
    published: [
      'atom:published',
      'published',
      'atom:issued',
      'issued',
      'dcterms:issued',
      'dc:date',
      'atom:pubdate',
      'pubdate',
      'dcterms:date',
      'dcterms:created',
      'atom:created',
      'created',
      'atom:date',
      'date',
    ].map((name) => childText(entry, name)),
    updated: lastChildText(entry, 'atom:updated', 'updated', 'atom:modified', 'modified', 'dcterms:modified'),
    categories: readKeywords(entry),
    sections: readFeedSections(entry),
    images: feedImages(entry),
    language: content?.language ?? entry.language,
    base: content?.base ?? entry.base ?? link ?? feedLink,
    offset: entry.offset,
    source: source ? textOfTitle(atomHtml(child(source, 'atom:title', 'title')) ?? '') || null : null,
    rights: rightsOf(entry),
    isRecording: isRecording(entry),
    leftOut: bloggerKind(entry),
    release: elementRelease(entry),
    version: null,
  };
}

/** Exports of Blogger have comments, pages, settings and the template as entries, told apart by a category. */
function bloggerKind(entry: XmlElement): string | null {
  const kinds = childrenOf(entry, 'atom:category', 'category').flatMap(
    ({ attributes: { term = '' } }) => /\/blogger\/\d{4}\/kind#(\w+)$/.exec(term)?.[1] ?? [],
  );
  const stated = childText(entry, 'blogger:type')?.toLowerCase();
  const kind = kinds[0] ?? stated;
  return kind === undefined || kind === 'post' ? null : kind;
}

/** RFC 4287, 4.2.6 asks for an absolute IRI; a relative one is told apart from other sites' by its base. */
function idOf(entry: XmlElement): string | null {
  const id = childText(entry, 'atom:id', 'id', 'dc:identifier');
  return id?.startsWith('/') ? (webAddress(id, entry.base) ?? id) : id;
}

function linkOf(element: XmlElement): string | null {
  const links = childrenOf(element, 'atom:link', 'link');
  const alternate =
    links.find(
      (link) =>
        (link.attributes.rel ?? 'alternate') === 'alternate' && /html/.test(link.attributes.type ?? 'html'),
    ) ?? links.find((link) => (link.attributes.rel ?? 'alternate') === 'alternate');
  const address = webAddress(alternate?.attributes.href ?? alternate?.text, alternate?.base ?? null);
  if (address) return address;
  const id = childText(element, 'atom:id', 'id');
  return id && /^https?:/.test(id) ? webAddress(id, null) : null;
}

function personsOf(element: XmlElement): FeedPerson[] {
  const authors = childrenOf(element, 'atom:author', 'author').map(atomPerson);
  const creators =
    authors.length > 0 ? [] : childrenOf(element, 'dc:creator').map((creator) => feedPerson(creator.text));
  return [...authors, ...creators].filter((person) => person !== undefined);
}
