import type { FastifyInstance } from 'fastify';

/**
 * Returns a `fetch` that calls the app without a socket, through the same routes as any client. Follows
 * redirects like a browser. `requestId` links the log entries of one page.
 */
export function inProcessFetch(app: FastifyInstance, requestId: string) {
  return async (address: string, { headers }: RequestInit): Promise<Response> => {
    let url = address;
    for (let hops = 0; ; hops += 1) {
      const sent = Object.fromEntries(new Headers(headers));
      const answer = await app.inject({ url, headers: { ...sent, 'x-request-id': requestId } });
      const { location } = answer.headers;
      if (answer.statusCode < 300 || answer.statusCode > 308 || !location || hops === 3) {
        return new Response(answer.body, {
          status: answer.statusCode,
          headers: { 'content-type': String(answer.headers['content-type']) },
        });
      }
      const { pathname, search } = new URL(location, 'http://in.process');
      url = pathname + search;
    }
  };
}
