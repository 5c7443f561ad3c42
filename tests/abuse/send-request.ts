import { type Agent, request as httpRequest } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { AbuseResponse } from './check-response.ts';
import type { AbuseRequest } from './generate-request.ts';

/** Maximum number of bytes that are read. A stream has no end. */
const maxBytes = 8 * 2 ** 20;

/** Sends a request and returns the response. Rejects if the connection breaks before it is complete. */
export function sendRequest(
  origin: URL,
  agent: Agent,
  { method, target, headers, body }: AbuseRequest,
): Promise<AbuseResponse> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(
      { agent, method, path: target, headers, host: origin.hostname, port: origin.port, setHost: true },
      (response) => {
        const parts: Buffer[] = [];
        let size = 0;
        const done = (): void => {
          const { 'content-encoding': coding } = response.headers;
          const raw = Buffer.concat(parts);
          const isWhole = response.complete && raw.length > 0;
          const bytes =
            isWhole && coding === 'br'
              ? brotliDecompressSync(raw)
              : isWhole && coding === 'gzip'
                ? gunzipSync(raw)
                : raw;
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: bytes.toString() });
        };
        const isEndless = /event-stream/.test(String(response.headers['content-type']));
        if (isEndless) {
          sent.destroy();
          return done();
        }
        response.on('data', (part: Buffer) => {
          parts.push(part);
          size += part.length;
          if (size > maxBytes) {
            sent.destroy();
            done();
          }
        });
        response.on('end', done);
        response.on('error', reject);
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}
