/** The lists that a WebSub hub is told of: those that every change concerns. Filtered lists are not announced. */
export const announcedFeeds = [
  '/v1/articles',
  '/v1/articles.rss',
  '/v1/articles.atom',
  '/v1/articles.jsonfeed',
];
