/** What a kind of problem is, for the program, its documentation and the page behind its `type` URL. */
interface Kind {
  status: number;
  title: string;
  /** When it happens. */
  meaning: string;
  /** What the caller can do about it. */
  remedy: string;
}

/** Every problem that the API answers. A name, once published, keeps its meaning. */
export const problems = {
  'invalid-parameter': {
    status: 400,
    title: 'A parameter is not valid',
    meaning:
      'A parameter is unknown, is given twice though it takes one value, or has a value outside of what it allows.',
    remedy:
      'See `errors`: each names the parameter, the value, the reason and, where there is one, the nearest valid choice. Send `Prefer: handling=lenient` to have unknown parameters ignored.',
  },
  'invalid-cursor': {
    status: 400,
    title: 'The cursor can not be used here',
    meaning:
      'The cursor was cut off or changed, or it comes from a list with another filter or sort, or from another archive.',
    remedy: 'Use `page.next` of the list as it is, with the same filter and sort, or start without a cursor.',
  },
  'malformed-request': {
    status: 400,
    title: 'The request can not be read',
    meaning: 'The URL holds a faulty percent-encoding or a NUL character, or the request is not HTTP.',
    remedy: 'Encode the URL as UTF-8 with percent-encoding.',
  },
  'invalid-body': {
    status: 400,
    title: 'The body is not valid',
    meaning: 'The body is not a JSON object.',
    remedy: 'Send a JSON object whose keys are the parameters of the list.',
  },
  'origin-not-allowed': {
    status: 403,
    title: 'Pages of this origin may not ask here',
    meaning:
      'The `Origin` header names a web page that may not use `/mcp`, which guards servers on private machines against pages that their users visit.',
    remedy:
      'Ask from a program, which sends no `Origin`, or have the operator name the origin in `MCP_ORIGINS`.',
  },
  unauthorized: {
    status: 401,
    title: 'This needs a key',
    meaning: 'The request has no key in its `Authorization` header, or one that is not known or was revoked.',
    remedy: 'Send `Authorization: Bearer KEY` with a key that `dateline key create` gave out.',
  },
  forbidden: {
    status: 403,
    title: 'The key does not allow this',
    meaning: 'The key holds, but was given out for less than this.',
    remedy: 'Use a key with the scope that the `WWW-Authenticate` header names.',
  },
  'not-found': {
    status: 404,
    title: 'There is nothing here',
    meaning:
      'No route has this path, or the archive has no such article, person, topic, organization or place.',
    remedy: 'See the documentation for the routes and the lists for what the archive has.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'This method is not allowed here',
    meaning: 'The resource exists, but does not take the method of the request.',
    remedy: 'Use a method that the `Allow` header names.',
  },
  'not-acceptable': {
    status: 406,
    title: 'There is no such representation',
    meaning: 'The resource has no representation that the `Accept` header allows.',
    remedy:
      'Accept one of the media types that `detail` and `errors` list, or name the format in the address: `/v1/articles.rss`.',
  },
  'request-timeout': {
    status: 408,
    title: 'The request took too long to arrive',
    meaning: 'The connection was open, but the request did not come in time.',
    remedy: 'Send the request again.',
  },
  'precondition-failed': {
    status: 412,
    title: 'It has changed meanwhile',
    meaning: 'What was to be changed is not any more what the `If-Match` header names.',
    remedy: 'Read it again, see whether the change still fits, and send it with the new `ETag`.',
  },
  'body-too-large': {
    status: 413,
    title: 'The body is too large',
    meaning: 'The body of the request is larger than the API reads.',
    remedy: 'Send less: `POST /v1/parse` takes 1 MiB, everything else 64 KiB.',
  },
  'url-too-long': {
    status: 414,
    title: 'The URL is too long',
    meaning: 'The URL is longer than 8,000 characters.',
    remedy: 'Send the same parameters as a JSON object to `POST /v1/articles/search`.',
  },
  'unsupported-media-type': {
    status: 415,
    title: 'The body is in an unknown format',
    meaning: 'The resource does not take bodies with the `Content-Type` of the request.',
    remedy:
      'Send JSON with `Content-Type: application/json`, or to `POST /v1/parse` one of the types that it lists.',
  },
  'unreadable-document': {
    status: 422,
    title: 'No article can be read from this',
    meaning: 'The body is of a known type, but holds nothing that is an article; `detail` gives the reason.',
    remedy: 'Send a headline and a text, or name the `format`.',
  },
  'precondition-required': {
    status: 428,
    title: 'Say what is to be changed',
    meaning: 'A change was sent without an `If-Match` header, so it could undo what somebody else has done.',
    remedy: 'Read what is to be changed, and send its `ETag` as `If-Match`.',
  },
  'headers-too-large': {
    status: 431,
    title: 'The headers are too large',
    meaning: 'The headers of the request are larger than the API reads.',
    remedy: 'Send smaller headers.',
  },
  'internal-error': {
    status: 500,
    title: 'Something went wrong here',
    meaning: 'A fault of the server; it was logged under the request id in `instance`.',
    remedy: 'Try again, and report it with the request id if it stays.',
  },
  'not-implemented': {
    status: 501,
    title: 'There is no such format',
    meaning: 'An oEmbed consumer asked for a format that this server does not write.',
    remedy: 'Ask for `format=json` or `format=xml`.',
  },
  'too-many-streams': {
    status: 503,
    title: 'Too many clients follow the stream',
    meaning: 'The server holds as many event streams open as its operator allows.',
    remedy: 'Connect again after the seconds that the `Retry-After` header says, or poll `/v1/changes`.',
  },
  'too-many-exports': {
    status: 503,
    title: 'Too many exports are under way',
    meaning: 'The server makes as many exports at once as it has time for.',
    remedy:
      'Try again after the seconds that the `Retry-After` header says, or run `dateline export` beside it.',
  },
  'document-too-slow': {
    status: 503,
    title: 'The document takes too long to read',
    meaning: 'Reading the document was broken off after a few seconds.',
    remedy: 'Send a smaller part of it, or import it with the command line.',
  },
  'too-busy': {
    status: 503,
    title: 'Too much is being read',
    meaning: 'Other documents wait to be read already.',
    remedy: 'Try again after the seconds that the `Retry-After` header says.',
  },
  'query-timeout': {
    status: 503,
    title: 'The query takes too long',
    meaning:
      'A search, a count or another long read was broken off after the time that the operator allows it, so that others do not wait.',
    remedy:
      'Narrow it: fewer alternatives, a shorter period, rarer words, `count=none`. The same query may succeed when the server has less to do.',
  },
  overloaded: {
    status: 503,
    title: 'Too many long queries wait',
    meaning: 'As many searches and counts wait already as can be answered in time.',
    remedy: 'Try again after the seconds that the `Retry-After` header says.',
  },
  'archive-unavailable': {
    status: 503,
    title: 'The archive does not answer',
    meaning: 'The database is locked, missing, being migrated or damaged.',
    remedy: 'Try again after the seconds that the `Retry-After` header says.',
  },
} satisfies Record<string, Kind>;

export type ProblemName = keyof typeof problems;

/** One thing wrong with one parameter. */
export interface Fault {
  param: string;
  value?: unknown;
  reason: string;
  allowed?: string | string[];
  suggestion?: string;
}

/** A problem to be answered as RFC 9457 says. `detail` is for the caller: no path, SQL or stack may be in it. */
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
