import type { ComponentChildren } from 'preact';
import type { Client } from '../clients/typescript/src/client.ts';
import type { Features } from './features.ts';

/** A part of a page. */
export type View = ComponentChildren;

/** Someone asks for a page. */
export interface Visit {
  api: Client;
  /** What this API can do beyond its first version. */
  features: Features;
  /** The values in the path, by name. */
  path: Record<string, string>;
  query: URLSearchParams;
  /** Where readers find the archive: `https://news.example.org`. */
  origin: string;
}

/** What a visitor gets. */
export interface Page {
  /** 200 when left out. */
  status?: number;
  title: string;
  description?: string;
  /** The address that search engines should keep, from the root; none for what they should leave out. */
  canonical?: string;
  /** The navigation entry that this page belongs to. */
  section?: Section;
  /** BCP 47 tag, when the page is in one language throughout its main part. */
  language?: string;
  /** The page for programs (schema.org). */
  linkedData?: object;
  /** The list that the page shows, as feeds: by media type. */
  feeds?: { type: string; href: string; title: string }[];
  /** Neighbouring pages, by relation. */
  related?: { prev?: string | undefined; next?: string | undefined };
  view: View;
}

/** The page has another address. */
export interface Redirect {
  redirect: string;
}

export type Section = 'articles' | 'people' | 'topics' | 'organizations' | 'places' | 'quotes';

/** Makes a page out of answers of the API. Throws what the client throws. */
export type PageMaker = (visit: Visit) => Promise<Page | Redirect>;
