import type { Image } from '../../../model/image.ts';
import type { Rights } from '../../../model/rights.ts';
import type { ReleaseField } from '../../release/release-statements.ts';
import type { Piece } from '../body-of.ts';

/** Who a feed says wrote an entry; what it does not say is null. */
export interface FeedPerson {
  name: string | null;
  email: string | null;
}

/** One item of a feed in the terms that all feed formats share. Absent is null or empty. */
export interface FeedEntry {
  /** RSS `guid`, Atom `id`, JSON Feed `id`. */
  id: string | null;
  /** The page of the article, absolute. */
  link: string | null;
  /** Title, summary and content are HTML, whatever they were on the wire. */
  title: string | null;
  summary: string | null;
  content: string | null;
  authors: FeedPerson[];
  /** Dates as printed, the surest first. */
  published: (string | null)[];
  updated: string | null;
  categories: string[];
  /** Sections of the outlet, where the feed tells them from other categories. */
  sections?: string[];
  images: Image[];
  language: string | null;
  /** What relative addresses in the HTML are relative to. */
  base: string | null;
  /** Where the entry begins in the feed's text; null when that is not known. */
  offset: number | null;
  /** Kind of an entry that is no article, such as an attachment of WordPress. Default: it is one. */
  leftOut?: string | null;
  /** Text and pictures, if they are not those of the HTML. */
  body?: { pieces: Piece[]; images: Image[] };
  /** Outlet that the entry comes from. */
  source?: string | null;
  rights?: Rights | null;
  /** True for an episode: its text describes a recording. */
  isRecording?: boolean;
  /** Names of fields that are not used. */
  unused?: string[];
  /** Fields about its publication. */
  release: ReleaseField[];
  version: number | null;
}

/** An `at:deleted-entry`. */
export interface DeletedEntry {
  id: string;
  /** Time of the deletion, as printed. */
  when: string | null;
  comment: string | null;
  offset: number;
}

/** A feed: what it says of itself, as far as articles need it, and its entries in the feed's order. */
export interface Feed {
  title: string | null;
  link: string | null;
  language: string | null;
  authors: FeedPerson[];
  /** Outlet of all entries that name none. */
  source?: string | null;
  rights?: Rights | null;
  entries: FeedEntry[];
  /** Entries that were taken back (RFC 6721). */
  deleted?: DeletedEntry[];
}
