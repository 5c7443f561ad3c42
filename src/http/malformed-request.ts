import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

/** A host with an optional port (RFC 9110, 7.2; RFC 3986, 3.2.2). It may be empty. */
const hostPattern =
  /^(?:\[(?:[\da-f:.]*:[\da-f:.]*|v[\da-f]+\.[\w.~!$&'()*+,;=:-]+)\]|(?:[\w.~!$&'()*+,;=-]|%[\da-f]{2})*)(?::\d*)?$/i;

/**
 * Returns the reason why a request is malformed although Node parses it; undefined if it is well-formed. Checks the
 * version and the Host header (RFC 9112, 2.3 and 3.2), of which Node keeps only the first.
 */
export function malformation({ httpVersion, headers, rawHeaders }: IncomingMessage): string | undefined {
  if (httpVersion !== '1.1' && httpVersion !== '1.0') return 'Only HTTP/1.1 and HTTP/1.0 are supported.';
  const { host } = headers;
  if (host === undefined) return httpVersion === '1.1' ? 'The Host header is missing.' : undefined;
  if (!hostPattern.test(host)) return 'The Host header is not a host with an optional port.';
  let hosts = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index];
    if (name?.length === 4 && name.toLowerCase() === 'host') hosts += 1;
  }
  return hosts > 1 ? 'There is more than one Host header.' : undefined;
}

/** True if a request has a body with a content coding (RFC 9110, 8.4) other than `identity`. */
export function hasEncodedBody(headers: IncomingHttpHeaders): boolean {
  const coding = headers['content-encoding'];
  if (coding === undefined) return false;
  const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
  return hasBody && coding.split(',').some((each) => !/^\s*(?:identity)?\s*$/i.test(each));
}
