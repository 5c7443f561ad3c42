import type { FastifyInstance } from 'fastify';
import { handleOthers } from '../http/handle-others.ts';

/** Size in bytes of a response whose page takes so long to make that other requests are handled in between. */
const longResponse = 64 * 1024;

/**
 * Returns a `fetch` that calls the app without a socket, through the same routes as any client. Follows at most
 * three redirects. `requestId` links the log entries of one page, whose
 * API key is passed on in `authorization`.
 */
export function inProcessFetch(app: FastifyInstance, requestId: string, authorization: string | undefined) {
  const own = { 'x-request-id': requestId, ...(authorization !== undefined && { authorization }) };
  return async (address: string, { headers }: RequestInit): Promise<Response> => {
    let url = address;
    for (let hops = 0; ; hops += 1) {
      const sent = Object.fromEntries(new Headers(headers));
      const response = await app.inject({ url, headers: { ...sent, ...own } });
      const { location } = response.headers;
      if (response.rawPayload.length > longResponse) await handleOthers();
      if (response.statusCode < 300 || response.statusCode > 308 || !location || hops === 3) {
        // The bytes, because decoding and encoding an article of megabytes takes longer than reading it.
        return new Response(new Uint8Array(response.rawPayload), {
          status: response.statusCode,
          headers: { 'content-type': String(response.headers['content-type']) },
        });
      }
      const { pathname, search } = new URL(location, 'http://in.process');
      url = pathname + search;
    }
  };
}
