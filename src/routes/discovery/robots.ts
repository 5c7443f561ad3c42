import { noParameters, type Operation, operation } from '../../http/operation.ts';

/** `GET /robots.txt` (RFC 9309): allows everything except streams and unbounded lists. */
export const getRobots: Operation = operation({
  id: 'getRobots',
  group: 'Service',
  summary: 'Read the rules for crawlers',
  description: 'Rules for crawlers (RFC 9309) and the addresses of the sitemaps.',
  parameters: noParameters,
  produces: ['text/plain'],
  response: null,
  absolute: true,
  lifetime: 'program',
  respond: ({ base }) => ({
    body: [
      'User-agent: *',
      ...['/search', '/mcp', '/v1/stream', '/v1/export.ndjson', '/*?*cursor='].map(
        (path) => `Disallow: ${path}`,
      ),
      '',
      `Sitemap: ${base}/sitemap.xml`,
      `Sitemap: ${base}/news-sitemap.xml`,
      '',
    ].join('\n'),
  }),
});
