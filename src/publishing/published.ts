import type { Article } from '../model/article.ts';
import type { Instant } from '../model/instant.ts';
import type { Tag, TagId } from '../model/tag.ts';

/** Who publishes, and where: what is made for other programs holds absolute addresses only. */
export interface Site {
  /** For people. */
  name: string;
  /** Before every path, without a slash at the end: `https://news.example.org`. */
  origin: string;
}

/** What is known of tags beyond what articles carry; a tag that is not in it is known by its name alone. */
export type KnownTags = ReadonlyMap<TagId, Pick<Tag, 'externalIds' | 'description'>>;

/** A page of a list of articles, ready to be written in any format. Addresses are absolute. */
export interface PublishedList {
  /** What is listed: `Articles with the tag person/josep-borrell, newest first`. */
  title: string;
  /** When the archive last changed: the time of a list that has no articles. */
  updatedAt: Instant;
  articles: Article[];
  /** The pages of the list in this format (RFC 5005), null where there is none; `html` is the page for people. */
  links: { self: string; first: string; next: string | null; previous: string | null; html: string };
  /** The WebSub hub that tells of changes of this list. */
  hub: string | null;
  /** Which fields of the articles are wanted, for formats that have columns; undefined for all. */
  fields?: string[] | undefined;
  /** Whether the formats that show cards show the text as well. */
  withBody: boolean;
}
