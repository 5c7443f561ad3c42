/** Feeds announced to a WebSub hub: those that every change affects. Filtered lists are not announced. */
export const announcedFeeds = [
  '/v1/articles',
  '/v1/articles.rss',
  '/v1/articles.atom',
  '/v1/articles.jsonfeed',
];
