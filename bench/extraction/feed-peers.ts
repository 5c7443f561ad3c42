import { parseFeed } from 'feedsmith';
import RssParser from 'rss-parser';
import type { FeedFact } from './feed-facts.ts';

/** The values that a library reads of one entry, by our names of the fields. */
export type PeerEntry = Partial<Record<FeedFact['field'], string[]>>;

type Loose = { [name: string]: unknown };
const isLoose = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads a feed with feedsmith, its field names mapped to ours; undefined if it refuses the feed. */
export function readWithFeedsmith(text: string): PeerEntry[] | undefined {
  try {
    const parsed: unknown = parseFeed(text);
    const feed = isLoose(parsed) && isLoose(parsed.feed) ? parsed.feed : {};
    const items = [feed.items, feed.entries].find(Array.isArray) ?? [];
    return items.filter(isLoose).map(entryOf);
  } catch {
    return undefined;
  }
}

/** Reads a feed with rss-parser, its field names mapped to ours; undefined if it refuses the feed. */
export async function readWithRssParser(text: string): Promise<PeerEntry[] | undefined> {
  try {
    const { items } = await new RssParser().parseString(text);
    return items.map((item) => entryOf({ ...item }));
  } catch {
    return undefined;
  }
}

function entryOf(item: Loose): PeerEntry {
  const texts = (...values: unknown[]): string[] => values.flatMap(textsOf);
  const dc = isLoose(item.dc) ? item.dc : {};
  const media = isLoose(item.media) ? item.media : {};
  return {
    id: texts(item.guid, item.id),
    link: texts(item.link, item.links, item.url),
    title: texts(item.title, dc.title),
    summary: texts(item.description, item.summary, item.content, dc.description),
    content: texts(item.content, item['content:encoded'], item.content_html, item.description, item.summary),
    author: texts(item.author, item.authors, item.creator, dc.creator, dc.creators),
    email: texts(item.author, item.authors),
    published: texts(item.pubDate, item.published, item.isoDate, item.date, dc.date),
    updated: texts(item.updated, item.isoDate, item.pubDate),
    category: texts(item.categories, dc.subjects),
    image: texts(item.image, item.enclosure, item.enclosures, media.contents, media.thumbnails),
  };
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  return isLoose(value) ? Object.values(value).flatMap(textsOf) : [];
}
