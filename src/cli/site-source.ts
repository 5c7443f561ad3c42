import type { FastifyInstance } from 'fastify';
import type { SiteResponse } from '../exporting/site/write-site.ts';

/**
 * Returns a function that requests addresses from an app without a socket, as a reader of the public address would. It
 * returns the response and the addresses of the next and previous pages, from the Link header or the page's head.
 */
export function appClient(app: FastifyInstance, origin: string) {
  const { host, protocol } = new URL(origin);
  const headers = { host, 'x-forwarded-proto': protocol.slice(0, -1) };
  return async (url: string, as: 'json' | 'page'): Promise<SiteResponse> => {
    const accept = as === 'page' ? 'text/html' : 'application/json, */*;q=0.5';
    const response = await app.inject({ url, headers: { ...headers, accept } });
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
