import type { FastifyInstance } from 'fastify';
import type { SiteResponse } from '../exporting/site/write-site.ts';

/**
 * Returns a function that requests addresses from an app without a socket. It returns the response and the addresses
 * of the next and previous pages, from the Link header or the page's head.
 */
export function appClient(app: FastifyInstance) {
  return async (url: string, as: 'json' | 'page'): Promise<SiteResponse> => {
    const accept = as === 'page' ? 'text/html' : 'application/json, */*;q=0.5';
    const response = await app.inject({ url, headers: { accept } });
    const [mediaType = ''] = String(response.headers['content-type'] ?? '').split(';');
    const link = String(response.headers.link ?? '');
    const linkTo = (relation: string): string | undefined => {
      const found =
        as === 'page'
          ? new RegExp(`<link rel="${relation}" href="([^"]*)"`).exec(response.body)?.[1]
          : new RegExp(`<([^>]*)>; rel="${relation}"`).exec(link)?.[1];
      return found?.replaceAll('&amp;', '&');
    };
    return {
      status: response.statusCode,
      mediaType,
      body: response.rawPayload,
      next: linkTo('next'),
      previous: linkTo('prev'),
    };
  };
}
