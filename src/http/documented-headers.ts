const headerOf = (text: string, example: unknown, type = 'string') => ({
  description: text,
  schema: { type },
  example,
});

/** Response headers, as components of the OpenAPI document. */
export const responseHeaders = {
  'X-Request-Id': headerOf(
    'Names this request in the logs; yours, if you sent one.',
    '6f1c2a9e-0b1d-4c55-9d3e-2f6a1f0d7b11',
  ),
  'Cache-Control': headerOf(
    'How long the response may be cached.',
    'public, max-age=5, stale-while-revalidate=60',
  ),
  Vary: headerOf('Request headers that the answer depends on.', 'Accept, Accept-Encoding'),
  ETag: headerOf('A strong validator of this representation.', '"Yx0bq3m6k1Q2Zr8sT4uVwA-br"'),
  'Last-Modified': headerOf(
    'When the article was stored, or the archive last changed.',
    'Sun, 03 Nov 2024 12:00:00 GMT',
  ),
  Link: headerOf(
    'Related addresses (RFC 8288): next, prev, first, self, canonical, alternate (the other formats, with their types), service-desc.',
    '</v1/articles>; rel="self"',
  ),
  'Content-Location': headerOf(
    'The address of just this format, when the Accept header chose one other than JSON.',
    'https://news.example.org/v1/articles.rss',
  ),
  'X-Total-Count': headerOf('How many items the whole list has; only when that is exact.', 12, 'integer'),
  'Retry-After': headerOf('Seconds after which to try again.', 5, 'integer'),
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
    'The Last-Modified that the client has.',
    'Sun, 03 Nov 2024 12:00:00 GMT',
  ),
  IfMatch: headerParameter(
    'If-Match',
    'The entity tag of what is to be changed, as it was last seen; `*` for whatever is there.',
    '"Yx0bq3m6k1Q2Zr8sT4uVwA"',
  ),
  LastEventId: headerParameter(
    'Last-Event-ID',
    'The last event that the client has: the stream goes on after it. Browsers send it themselves.',
    '42',
  ),
  Prefer: headerParameter('Prefer', '`handling=lenient` has unknown parameters ignored.', 'handling=lenient'),
  RequestId: headerParameter('X-Request-Id', 'A name for this request, for the logs.', 'my-request-1'),
};
