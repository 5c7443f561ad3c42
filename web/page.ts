import type { ComponentChildren } from 'preact';
import type { Client } from '../clients/typescript/src/client.ts';
import type { Features } from './features.ts';
import type { Kind } from './tag-types.ts';

/** Part of a page. */
export type View = ComponentChildren;

/** Request for a page. */
export interface Visit {
  api: Client;
  /** Features of this API beyond its first version. */
  features: Features;
  /** Values of the path, by name. */
  path: Record<string, string>;
  query: URLSearchParams;
  /** Origin of the site: `https://news.example.org`. */
  origin: string;
}

/** Result of a page request. */
export interface Page {
  /** Status code; 200 by default. */
  status?: number;
  title: string;
  /** Id of the article that the page shows. It may be withdrawn, so caches keep the page no longer than a minute. */
  article?: string;
  description?: string;
  /** Path that search engines should index; undefined excludes the page. */
  canonical?: string;
  /** Navigation entry of this page. */
  section?: Section;
  /** BCP 47 tag, if the main part has one language. */
  language?: string;
  /** Structured data (schema.org). */
  linkedData?: object;
  /** Feeds of the list shown on the page. */
  feeds?: { type: string; href: string; title: string }[];
  /** Previous and next pages. */
  related?: { prev?: string | undefined; next?: string | undefined };
  view: View;
}

/** Redirect to another path. */
export interface Redirect {
  redirect: string;
}

export type Section = 'articles' | Kind | 'quotes';

/** Renders a page from API responses. Throws what the client throws. */
export type PageMaker = (visit: Visit) => Promise<Page | Redirect>;
