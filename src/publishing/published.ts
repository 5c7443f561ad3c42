import type { Article } from '../model/article.ts';
import type { Instant } from '../model/instant.ts';
import type { Tag, TagId } from '../model/tag.ts';

/** Name and address of the publishing site. Published addresses are absolute. */
export interface Site {
  name: string;
  /** Origin without a trailing slash: `https://news.example.org`. */
  origin: string;
}

/** Details of tags beyond what articles contain. Tags not listed have only a name. */
export type KnownTags = ReadonlyMap<
  TagId,
  Pick<Tag, 'externalIds' | 'description'> & Partial<Pick<Tag, 'geo' | 'sourceIds'>>
>;

/** Page of a list of articles, without the articles. Addresses are absolute. */
export interface PublishedList {
  /** Title of the list: `Articles with the tag person/josep-borrell, newest first`. */
  title: string;
  /** Pages of the list in this format (RFC 5005), or null; `html` is the web page. */
  links: { self: string; first: string; next: string | null; previous: string | null; html: string };
  /** WebSub hub that announces changes of this list. */
  hub: string | null;
  /** Articles of the list that were withdrawn, latest first. */
  withdrawn?: readonly WithdrawnEntry[];
}

/** An article that was withdrawn. */
export interface WithdrawnEntry {
  id: string;
  at: Instant;
  note: string | null;
}

/** Selected content of each article in a list. */
export interface Selection {
  /** Fields selected for formats that have columns; undefined selects all. */
  fields?: string[] | undefined;
  /** True if formats that show cards also show the body. */
  withBody: boolean;
}

/** Writes a list article by article, so that other requests can be handled in between. */
export interface ListWriter<Item extends { text: string } = { text: string }> {
  item(article: Article): Item;
  /** Returns the whole list. `items` are its articles in order. */
  list(items: Item[], list: PublishedList): string;
}
