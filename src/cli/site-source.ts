import type { FastifyInstance } from 'fastify';
import type { SiteAnswer } from '../exporting/site/write-site.ts';

/**
 * Asks an app itself, without a socket, as readers of a public address would: what it answers, and the pages beside it,
 * from the Link header of answers and the head of pages.
 */
export function askApp(app: FastifyInstance, origin: string) {
  const { host, protocol } = new URL(origin);
  const headers = { host, 'x-forwarded-proto': protocol.slice(0, -1) };
  return async (url: string, as: 'json' | 'page'): Promise<SiteAnswer> => {
    const accept = as === 'page' ? 'text/html' : 'application/json, */*;q=0.5';
    const answer = await app.inject({ url, headers: { ...headers, accept } });
    const [mediaType = ''] = String(answer.headers['content-type'] ?? '').split(';');
    const link = String(answer.headers.link ?? '');
    const beside = (relation: string): string | undefined => {
      const found =
        as === 'page'
          ? new RegExp(`<link rel="${relation}" href="([^"]*)"`).exec(answer.body)?.[1]
          : new RegExp(`<([^>]*)>; rel="${relation}"`).exec(link)?.[1];
      return found?.replaceAll('&amp;', '&');
    };
    return {
      status: answer.statusCode,
      mediaType,
      body: answer.rawPayload,
      next: beside('next'),
      previous: beside('prev'),
    };
  };
}
