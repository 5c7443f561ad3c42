import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { Problem, problems } from '../errors.ts';
import { problemBody, problemMediaType } from './problems/problems.ts';

/** The longest URL that is read, in characters. */
export const longestUrl = 8000;

/** What Node's HTTP parser takes for the request line and headers together, in bytes. */
export const largestHead = 32 * 1024;

interface ClientError {
  code?: string | undefined;
  /** Bytes as they came; Fastify types it otherwise. */
  rawPacket?: unknown;
}

/**
 * Answers what is no HTTP, or too much of it, on the bare socket: there is no request yet. A head that overflows
 * before its first line has ended has a URL that is too long.
 */
export function answerClientError(error: ClientError, socket: Socket, base: string, requestId: string): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const problem = problemOfParser(error);
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

function problemOfParser({ code, rawPacket }: ClientError): Problem {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    return new Problem('request-timeout', 'The request did not come in time.');
  }
  if (code === 'HPE_HEADER_OVERFLOW') {
    return Buffer.isBuffer(rawPacket) && rawPacket.includes('\r\n')
      ? new Problem('headers-too-large', `The head of a request may have ${largestHead / 1024} KiB.`)
      : new Problem('url-too-long', `The URL may have ${longestUrl} characters.`);
  }
  return new Problem('malformed-request', 'This is not an HTTP request.');
}
