const headerOf = (text: string, example: unknown, type = 'string') => ({
  description: text,
  schema: { type },
  example,
});

/** Response headers, as components of the OpenAPI document. */
export const responseHeaders = {
  'X-Request-Id': headerOf(
    'Id of the request in the logs; that of the client, if it sent one.',
    '6f1c2a9e-0b1d-4c55-9d3e-2f6a1f0d7b11',
  ),
  'Cache-Control': headerOf(
    'Time that the response may be cached.',
    'public, max-age=5, stale-while-revalidate=60',
  ),
  Vary: headerOf('Request headers that the response depends on.', 'Accept, Accept-Encoding'),
  ETag: headerOf('Strong validator of this representation.', '"Yx0bq3m6k1Q2Zr8sT4uVwA-br"'),
  'Last-Modified': headerOf(
    'Time of the last change: of the item, or of the archive for a list.',
    'Sun, 03 Nov 2024 12:00:00 GMT',
  ),
  Link: headerOf(
    'Related addresses (RFC 8288): next, prev, first, self, canonical, alternate (the other formats, with their types), service-desc.',
    '</v1/articles>; rel="self"',
  ),
  'Content-Location': headerOf(
    'Address of this format, if the Accept header selected one other than JSON.',
    'https://news.example.org/v1/articles.rss',
  ),
  'X-Total-Count': headerOf('Number of items in the whole list, if it is exact.', 12, 'integer'),
  'Memento-Datetime': headerOf(
    'Time when the archive stored this revision (RFC 7089).',
    'Sun, 03 Nov 2024 12:00:00 GMT',
  ),
  'RateLimit-Policy': headerOf(
    'The limit: `q` units in `w` seconds for each `"key"` or `"address"` (draft-ietf-httpapi-ratelimit-headers). Absent if the client is not limited.',
    '"address";q=1200;w=60',
  ),
  RateLimit: headerOf(
    'Units that are left (`r`), and seconds until the next window (`t`).',
    '"address";r=1195;t=42',
  ),
  'Surrogate-Key': headerOf('Id of the article, for purging it from a CDN.', 'a7q2k0x9m4v1c8t3'),
  'Retry-After': headerOf('Seconds to wait before the next attempt.', 5, 'integer'),
  Location: headerOf('The new address.', '/v1/people/josep-borrell'),
};

const headerParameter = (name: string, text: string, example: string) => ({
  name,
  in: 'header',
  required: false,
  description: text,
  schema: { type: 'string' },
  example,
});

/** Request headers, as components of the OpenAPI document. */
export const requestHeaders = {
  IfNoneMatch: headerParameter(
    'If-None-Match',
    'Entity tags that the client has; `*` for any.',
    '"Yx0bq3m6k1Q2Zr8sT4uVwA-br"',
  ),
  IfModifiedSince: headerParameter(
    'If-Modified-Since',
    'Last-Modified of the response that the client has.',
    'Sun, 03 Nov 2024 12:00:00 GMT',
  ),
  IfMatch: headerParameter(
    'If-Match',
    'Entity tag of the resource as the client last read it; `*` for any.',
    '"Yx0bq3m6k1Q2Zr8sT4uVwA"',
  ),
  LastEventId: headerParameter(
    'Last-Event-ID',
    'Id of the last event that the client received. The stream continues after it. Browsers send it automatically.',
    '42',
  ),
  Prefer: headerParameter('Prefer', '`handling=lenient` ignores unknown parameters.', 'handling=lenient'),
  RequestId: headerParameter('X-Request-Id', 'Id of this request for the logs.', 'my-request-1'),
};
