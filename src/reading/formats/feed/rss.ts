import { elementRelease } from '../../release/record-release.ts';
import { textOfHtml } from '../html/text-of-html.ts';
import { webAddress } from '../web-address.ts';
import { elementHtml } from '../xml/element-html.ts';
import { child, childrenOf, childText, descendantsOf, type XmlElement } from '../xml/xml-element.ts';
import type { Feed, FeedEntry, FeedPerson } from './feed-entry.ts';
import { feedImages } from './feed-images.ts';
import { atomPerson, feedPerson } from './feed-person.ts';
import { isRecording, rightsOf } from './feed-rights.ts';
import { readFeedSections, readKeywords } from './keywords.ts';
import { isWxr, readWxr } from './wxr.ts';

/**
 * RSS 0.90 to 2.0, RSS 1.0 (RDF) and CDF, with Dublin Core, content, Media RSS, iTunes and Atom elements, and
 * WordPress exports (WXR). Items are taken wherever they stand: RDF has them beside the channel.
 * Specifications: rssboard.org/rss-specification, web.resource.org/rss/1.0/spec.
 */
export function readRss(root: XmlElement): Feed {
  const channel = root.name === 'channel' ? root : (child(root, 'channel') ?? root);
  const link = linkOf(channel);
  const items = descendantsOf(root, 'item');
  const entries = items.map((item) => readItem(item, link));
  const feed = {
    title: elementHtml(child(channel, 'title', 'dc:title')),
    link,
    language: childText(channel, 'language', 'dc:language') ?? channel.language,
    authors: personsOf(channel),
    rights: rightsOf(channel),
    entries,
  };
  return isWxr(channel, items) ? readWxr(channel, items, feed) : feed;
}

function readItem(item: XmlElement, feedLink: string | null): FeedEntry {
  const content = contentOf(item);
  const summary =
    elementHtml(child(item, 'description')) ??
    elementHtml(child(item, 'excerpt:encoded')) ??
    elementHtml(
      child(
        item,
        'dc:description',
        'dcterms:abstract',
        'abstract',
        'itunes:summary',
        'atom:summary',
        'summary',
      ),
    );
  const link = linkOf(item);
  return {
    id:
      childText(item, 'guid', 'atom:id', 'dc:identifier') ??
      textOfMarkup(child(item, 'guid')) ??
      item.attributes['rdf:about'] ??
      null,
    link,
    title:
      elementHtml(child(item, 'title')) ??
      elementHtml(child(item, 'dc:title', 'media:title', 'itunes:title')),
    summary: summary === content ? null : summary,
    content,
    authors: personsOf(item),
    published: [
      'pubdate',
      'dc:date',
      'dcterms:issued',
      'atom:published',
      'published',
      'dcterms:date',
      'dcterms:created',
      'prism:publicationdate',
      'date',
    ].map((name) => childText(item, name)),
    updated:
      childText(item, 'atom:updated', 'dcterms:modified', 'updated') ?? item.attributes.lastmod ?? null,
    categories: readKeywords(item),
    sections: readFeedSections(item),
    images: feedImages(item),
    language: childText(item, 'dc:language', 'language') ?? item.language,
    base: item.base ?? link ?? feedLink,
    offset: item.offset,
    rights: rightsOf(item),
    isRecording: isRecording(item),
    source: childText(item, 'source'),
    // `inherit` is the status of attachments: that of their post.
    release: elementRelease(item).filter(({ value }) => value !== 'inherit'),
    version: null,
  };
}

function textOfMarkup(element: XmlElement | undefined): string | null {
  const html = elementHtml(element);
  return html === null ? null : textOfHtml(html) || null;
}

function contentOf(item: XmlElement): string | null {
  for (const name of [
    'content:encoded',
    'atom:content',
    'content',
    'xhtml:body',
    'body',
    'xhtml:div',
    'fullitem',
  ]) {
    const html = elementHtml(child(item, name));
    if (html !== null) return html;
  }
  return null;
}

function linkOf(element: XmlElement): string | null {
  // Of several, the last counts, as other parsers have it.
  for (const link of childrenOf(element, 'link').reverse()) {
    const address = webAddress(link.text || link.attributes.href, link.base);
    if (address) return address;
  }
  for (const link of childrenOf(element, 'atom:link')) {
    const address = (link.attributes.rel ?? 'alternate') === 'alternate' ? link.attributes.href : undefined;
    if (address) return webAddress(address, link.base);
  }
  const guid = child(element, 'guid');
  if (guid && guid.attributes.ispermalink !== 'false' && /^https?:/i.test(guid.text.trim())) {
    return webAddress(guid.text, guid.base);
  }
  const about =
    element.attributes['rdf:about'] ?? element.attributes.href ?? child(element, 'a')?.attributes.href;
  return webAddress(about, element.base);
}

function personsOf(element: XmlElement): FeedPerson[] {
  const persons: FeedPerson[] = [];
  for (const name of [
    'author',
    'dc:creator',
    'dc:author',
    'atom:author',
    'itunes:author',
    'managingeditor',
  ]) {
    for (const found of childrenOf(element, name)) {
      const person =
        found.markup === null ? feedPerson(found.text) : (atomPerson(found) ?? feedPerson(found.markup));
      const known = persons.some(
        (other) => other.name === person?.name || (person?.email && other.email === person.email),
      );
      if (person && !known) persons.push(person);
    }
  }
  return persons;
}
