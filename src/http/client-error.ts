import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { Problem, problems } from '../errors.ts';
import { isResponding } from './draining-server.ts';
import { problemBody, problemMediaType } from './problems/problems.ts';

/** Maximum length of a URL, in characters. */
export const maxUrlLength = 8000;

/** Maximum size of request line and headers together, in bytes. */
export const maxHeadBytes = 32 * 1024;

interface ClientError {
  code?: string | undefined;
  /** Bytes as received; Fastify types it differently. */
  rawPacket?: unknown;
}

/** Sends a problem on the raw socket for input that is too large or that Node cannot parse as an HTTP request. */
export function sendClientError(error: ClientError, socket: Socket, base: string, requestId: string): void {
  // A problem in the middle of a response would look like a part of it.
  if (error.code === 'ECONNRESET' || !socket.writable || isResponding(socket)) {
    socket.destroy();
    return;
  }
  const problem = problemOfClientError(error);
  const { status } = problems[problem.problem];
  const body = problemBody(problem, base, requestId);
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      `Content-Type: ${problemMediaType}`,
      `Content-Length: ${Buffer.byteLength(body)}`,
      `X-Request-Id: ${requestId}`,
      'Access-Control-Allow-Origin: *',
      'Cache-Control: no-store',
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}

function problemOfClientError({ code, rawPacket }: ClientError): Problem {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    return new Problem('request-timeout', 'The request was not complete in time.');
  }
  if (code === 'HPE_HEADER_OVERFLOW') {
    // If even the first line is incomplete, the URL is too long.
    return Buffer.isBuffer(rawPacket) && rawPacket.includes('\r\n')
      ? new Problem(
          'headers-too-large',
          `Request line and headers may have at most ${maxHeadBytes / 1024} KiB.`,
        )
      : new Problem('url-too-long', `The URL may have at most ${maxUrlLength} characters.`);
  }
  return new Problem('malformed-request', 'This is not an HTTP request.');
}
