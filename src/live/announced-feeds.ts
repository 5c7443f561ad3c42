/** Feeds that are announced to a WebSub hub. Every change affects them. Filtered lists are not announced. */
export const announcedFeeds = [
  '/v1/articles',
  '/v1/articles.rss',
  '/v1/articles.atom',
  '/v1/articles.jsonfeed',
];
