/** Properties of a problem, for the program, its documentation and the page behind its `type` URL. */
interface Kind {
  status: number;
  title: string;
  /** Condition under which it occurs. */
  meaning: string;
  /** Advice to the caller. */
  remedy: string;
}

/** All problems that the API returns. The meaning of a published name must not change. */
export const problems = {
  'invalid-parameter': {
    status: 400,
    title: 'Invalid parameter',
    meaning: 'A parameter is unknown, has an invalid value, or is repeated although it takes one value.',
    remedy:
      'See `errors` for the parameter, the value, the reason and, if possible, a suggestion. Send `Prefer: handling=lenient` to ignore unknown parameters.',
  },
  'invalid-cursor': {
    status: 400,
    title: 'Invalid cursor',
    meaning:
      'The cursor was truncated or altered, or it belongs to a list with another filter or sort, or to another archive.',
    remedy: 'Use `page.next` unchanged, with the same filter and sort, or start without a cursor.',
  },
  'malformed-request': {
    status: 400,
    title: 'Malformed request',
    meaning:
      'The URL contains invalid percent-encoding or a NUL character, the `Host` header is missing, repeated or invalid, or the request is not HTTP/1.1 or HTTP/1.0.',
    remedy: 'Encode the URL as UTF-8 with percent-encoding, and send one `Host` header.',
  },
  'invalid-body': {
    status: 400,
    title: 'Invalid body',
    meaning: 'The body is not a JSON object.',
    remedy: 'Send a JSON object whose keys are the parameters of the list.',
  },
  'origin-not-allowed': {
    status: 403,
    title: 'Origin not allowed',
    meaning:
      'The `Origin` header names a web page that may not use `/mcp`. This protects servers on private machines from web pages that their users visit.',
    remedy:
      'Call from a program, which sends no `Origin`, or ask the operator to add the origin to `MCP_ORIGINS`.',
  },
  unauthorized: {
    status: 401,
    title: 'API key required',
    meaning: 'The `Authorization` header is missing, or its key is unknown, expired or revoked.',
    remedy: 'Send `Authorization: Bearer KEY` with a key made by `dateline key create`.',
  },
  forbidden: {
    status: 403,
    title: 'Insufficient scope',
    meaning:
      'The key is valid, but its scope does not allow this request, or it may change only articles of another source.',
    remedy:
      'Use a key with the scope named in the `WWW-Authenticate` header, or with the source in `detail`.',
  },
  'not-found': {
    status: 404,
    title: 'Not found',
    meaning:
      'There is no route with this path, or no such article, person, topic, organization or place in the archive.',
    remedy: 'See the documentation for the routes, and the lists for the contents of the archive.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'Method not allowed',
    meaning: 'The resource does not support the method of the request.',
    remedy: 'Use a method named in the `Allow` header.',
  },
  'not-acceptable': {
    status: 406,
    title: 'Not acceptable',
    meaning: 'The resource is not available in any media type that the `Accept` header allows.',
    remedy:
      'Accept one of the media types listed in `detail` and `errors`, or add the suffix of the format to the address: `/v1/articles.rss`.',
  },
  'request-timeout': {
    status: 408,
    title: 'Request timeout',
    meaning:
      'The connection was open, but no complete request, with its body, arrived within 60 seconds, or before the server closed.',
    remedy: 'Send the request again.',
  },
  'contradicting-correction': {
    status: 409,
    title: 'Contradicting correction',
    meaning:
      'A keyword, section or author would get the name of another one, so that it would be unclear to which of them the words in articles belong. Or it would lead to a topic that does not exist.',
    remedy:
      'Merge the tags instead, withdraw the other correction first, or choose another topic. `detail` says which.',
  },
  'wrong-state': {
    status: 409,
    title: 'Wrong state',
    meaning: 'The change does not apply to the state of the article, such as releasing a withdrawn one.',
    remedy:
      'See `detail` for the state of the article, and the documentation for the changes that apply to it.',
  },
  gone: {
    status: 410,
    title: 'Article withdrawn',
    meaning: 'The article was public and was withdrawn, by its source or by an editor, or erased.',
    remedy:
      'Delete your copies. A withdrawn article can be restored; then it has the same address again. `detail` has the date and the reason, unless the article was erased.',
  },
  'precondition-failed': {
    status: 412,
    title: 'Precondition failed',
    meaning: 'The resource has changed: its ETag is no longer the one in the `If-Match` header.',
    remedy: 'Read the resource again, check if the change still applies, and send it with the new `ETag`.',
  },
  'body-too-large': {
    status: 413,
    title: 'Body too large',
    meaning: 'The request body exceeds the size limit.',
    remedy:
      'Send a smaller body: at most 1 MiB (1,048,576 bytes) to `POST /v1/parse`, 64 KiB (65,536 bytes) elsewhere. No setting changes these limits; `dateline import` reads documents of up to 64 MiB.',
  },
  'url-too-long': {
    status: 414,
    title: 'URL too long',
    meaning: 'The URL is longer than 8,000 characters.',
    remedy: 'Send the same parameters as a JSON object to `POST /v1/articles/search`.',
  },
  'unsupported-media-type': {
    status: 415,
    title: 'Unsupported media type',
    meaning:
      'The resource does not accept the `Content-Type` of the request, or the body has a `Content-Encoding`.',
    remedy:
      'Send JSON with `Content-Type: application/json` and without compression, or to `POST /v1/parse` one of the types that it lists.',
  },
  'unreadable-document': {
    status: 422,
    title: 'Unreadable document',
    meaning: 'The body has a known type but contains no article; `detail` gives the reason.',
    remedy: 'Send a headline and a text, or set `format`.',
  },
  'precondition-required': {
    status: 428,
    title: 'Precondition required',
    meaning:
      'A change was sent without an `If-Match` header, so it could overwrite the change of another editor.',
    remedy: 'Read the resource and send its `ETag` as `If-Match`.',
  },
  'headers-too-large': {
    status: 431,
    title: 'Headers too large',
    meaning: 'The request headers exceed the size limit.',
    remedy: 'Send smaller headers.',
  },
  'rate-limited': {
    status: 429,
    title: 'Rate limited',
    meaning:
      'The API key, or the client address of a request without a key, has used its units of this minute. Requests cost 1 unit from the cache, else `x-cost` of the operation in the OpenAPI document.',
    remedy:
      'Wait for the seconds given in the `Retry-After` header. `RateLimit` says how much is left. Send `If-None-Match`, follow `/v1/stream` or `/v1/changes` instead of polling, or use a key.',
  },
  'internal-error': {
    status: 500,
    title: 'Internal error',
    meaning: 'An error in the server. It was logged with the request id in `instance`.',
    remedy: 'Try again. If the error persists, report it with the request id.',
  },
  'not-implemented': {
    status: 501,
    title: 'Format not implemented',
    meaning: 'An oEmbed consumer requested a format that this server does not support.',
    remedy: 'Use `format=json` or `format=xml`.',
  },
  'too-many-streams': {
    status: 503,
    title: 'Too many streams',
    meaning: 'The number of open event streams has reached the limit set by the operator.',
    remedy: 'Reconnect after the seconds given in the `Retry-After` header, or poll `/v1/changes`.',
  },
  'too-many-exports': {
    status: 503,
    title: 'Too many exports',
    meaning: 'The number of concurrent exports has reached its limit.',
    remedy:
      'Try again after the seconds given in the `Retry-After` header, or run `dateline export` on the server.',
  },
  'document-too-slow': {
    status: 503,
    title: 'Document too slow',
    meaning: 'Parsing the document exceeded the time limit of a few seconds.',
    remedy: 'Send a smaller part of it, or import it with the command line.',
  },
  'too-busy': {
    status: 503,
    title: 'Too busy',
    meaning: 'The queue of documents to parse is full, or the document waited 30 seconds for its turn.',
    remedy: 'Try again after the seconds given in the `Retry-After` header.',
  },
  'query-timeout': {
    status: 503,
    title: 'Query timeout',
    meaning: 'A search, count or other long read exceeded the time limit set by the operator.',
    remedy:
      'Narrow the query: fewer alternatives, a shorter period, rarer words, `count=none`. The same query may succeed when the server is less busy.',
  },
  overloaded: {
    status: 503,
    title: 'Overloaded',
    meaning:
      'The queue of searches and counts, or of lists of whole articles, is full, the request waited too long for its turn, or the server is too busy for expensive requests.',
    remedy: 'Try again after the seconds given in the `Retry-After` header.',
  },
  'archive-unavailable': {
    status: 503,
    title: 'Archive unavailable',
    meaning: 'The database is locked, missing, being migrated or damaged.',
    remedy: 'Try again after the seconds given in the `Retry-After` header.',
  },
} satisfies Record<string, Kind>;

export type ProblemName = keyof typeof problems;

export interface Fault {
  param: string;
  value?: unknown;
  reason: string;
  allowed?: string | string[];
  suggestion?: string;
}

/**
 * Error that becomes a problem response (RFC 9457). `detail` is sent to the caller and must not contain
 * paths, SQL or stack traces.
 */
export class Problem extends Error {
  readonly problem: ProblemName;
  readonly faults: Fault[];
  readonly headers: Record<string, string>;

  constructor(
    problem: ProblemName,
    detail: string,
    {
      faults = [],
      headers = {},
      cause,
    }: { faults?: Fault[]; headers?: Record<string, string>; cause?: unknown } = {},
  ) {
    super(detail, { cause });
    this.name = 'Problem';
    this.problem = problem;
    this.faults = faults;
    this.headers = headers;
  }
}
