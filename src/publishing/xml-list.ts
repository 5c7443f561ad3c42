import type { Article } from '../model/article.ts';
import type { Instant } from '../model/instant.ts';
import { changedAt } from './times.ts';

/** An article as an element of a feed. */
export interface XmlItem<Value> {
  text: string;
  changed: Instant;
  language: string;
  /** Root element of a feed with only this article: it declares the namespaces of the article. */
  root: string;
  value: Value;
}

/** Cuts the only article, an element `name`, out of a feed. */
export function xmlItem<Value>(article: Article, value: Value, feed: string, name: string): XmlItem<Value> {
  const { start, end } = itemsIn(feed, name);
  const [root = ''] = /<[a-z][^>]*>/.exec(feed) ?? [];
  return {
    text: feed.slice(start, end),
    changed: changedAt(article),
    language: article.language,
    root,
    value,
  };
}

/**
 * Joins the articles of a feed. `write` writes the feed with a few of them, which use the namespaces of all: the library
 * writes all articles at once, and would let no other request be handled meanwhile.
 */
export function xmlList<Value>(
  items: XmlItem<Value>[],
  name: string,
  write: (representatives: Value[]) => string,
): string {
  const feed = write([...new Map(items.map(({ root, value }) => [root, value])).values()]);
  if (items.length === 0) return feed;
  const { start, end } = itemsIn(feed, name);
  const [indent = ''] = /\s*$/.exec(feed.slice(0, start)) ?? [];
  return feed.slice(0, start) + items.map(({ text }) => text).join(indent) + feed.slice(end);
}

/** Returns where the elements of a name are. All `<` in texts are escaped. */
function itemsIn(feed: string, name: string): { start: number; end: number } {
  const close = `</${name}>`;
  return { start: feed.search(new RegExp(`<${name}[ >]`)), end: feed.lastIndexOf(close) + close.length };
}
