import type { Features } from '../features.ts';
import type { Page } from '../page.ts';

const names: Record<string, string> = {
  'application/rss+xml': 'RSS',
  'application/atom+xml': 'Atom',
  'application/feed+json': 'JSON Feed',
  'application/ld+json': 'JSON-LD',
  'text/csv': 'CSV',
  'application/x-ndjson': 'NDJSON',
  'text/markdown': 'Markdown',
  'text/plain': 'Text',
  'text/html': 'HTML',
};
const suffixes = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  jsonfeed: 'application/feed+json',
};

/** Returns the feeds of a list that the API supports. */
export function listFeeds(
  features: Features,
  path: string,
  search: string,
  title: string,
): NonNullable<Page['feeds']> {
  return Object.entries(suffixes).flatMap(([suffix, type]) =>
    features.mediaTypes(path).includes(type)
      ? [{ type, href: `${path}.${suffix}${search}`, title: `${title} (${names[type]})` }]
      : [],
  );
}
