import { ArchiveUnavailable } from '../../archive/archive-unavailable.ts';
import { CorrectionRefused } from '../../archive/correction-refused.ts';
import { QueryCutOff } from '../../archive/query-cut-off.ts';
import { Problem, type ProblemName, problems } from '../../errors.ts';

/** Media type of problems (RFC 9457). */
export const problemMediaType = 'application/problem+json';

const unavailableDetails: Partial<Record<ArchiveUnavailable['reason'], string>> = {
  busy: 'The database is locked by another process.',
  damaged: 'A part of the database is damaged or cannot be read from the disk; other parts can be read.',
  'not-an-archive': 'The database is damaged.',
  missing: 'The database file was deleted, moved or replaced, or cannot be opened.',
  full: 'The disk is full.',
  'not-migrated': 'The database has not been migrated.',
  older: 'The database was written by an older version of Dateline; export it there and import it again.',
  newer: 'The database was written by a newer version of Dateline.',
};

const cutOffs: Record<QueryCutOff['reason'], [ProblemName, string]> = {
  'too-slow': ['query-timeout', 'The query exceeded the time limit of this server and was cancelled.'],
  'too-many': ['overloaded', 'Too many slow queries are waiting.'],
};

/** Errors of Fastify before a request reaches its handler, by code. */
const refusals: Record<string, [ProblemName, string]> = {
  FST_ERR_BAD_URL: ['malformed-request', 'The path contains percent-encoding that is not UTF-8.'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: [
    'unsupported-media-type',
    'This operation does not accept the media type of the body.',
  ],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['invalid-body', 'The body is empty.'],
  FST_ERR_CTP_INVALID_JSON_BODY: ['invalid-body', 'The body is not JSON.'],
};

/**
 * Converts anything thrown to a Problem; an unexpected error becomes `internal-error`. `bodyLimit` is the maximum size of
 * the request's body, in bytes.
 */
export function problemOf(thrown: unknown, bodyLimit?: number): Problem {
  if (thrown instanceof Problem) return thrown;
  if (thrown instanceof ArchiveUnavailable) {
    return new Problem(
      'archive-unavailable',
      unavailableDetails[thrown.reason] ?? 'The database is not available.',
      { headers: { 'retry-after': thrown.reason === 'busy' ? '1' : '30' }, cause: thrown },
    );
  }
  if (thrown instanceof QueryCutOff) {
    const [name, detail] = cutOffs[thrown.reason];
    return new Problem(name, detail, { headers: { 'retry-after': '2' }, cause: thrown });
  }
  if (thrown instanceof CorrectionRefused) {
    return new Problem('contradicting-correction', thrown.message, { cause: thrown });
  }
  const { code, statusCode } = refusalOf(thrown);
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    const limit = bodyLimit?.toLocaleString('en') ?? 'fewer';
    return new Problem('body-too-large', `The body may have at most ${limit} bytes here.`, { cause: thrown });
  }
  const refusal = refusals[code];
  if (refusal) return new Problem(refusal[0], refusal[1], { cause: thrown });
  if (statusCode >= 400 && statusCode < 500) {
    return new Problem('malformed-request', 'The request cannot be parsed.', { cause: thrown });
  }
  return new Problem('internal-error', 'The server failed because of a bug; the log has the details.', {
    cause: thrown,
  });
}

/** Returns the JSON body of a problem (RFC 9457). `instance` contains the request id. */
export function problemBody({ problem, message, faults }: Problem, base: string, requestId: string): string {
  const { status, title } = problems[problem];
  return JSON.stringify({
    type: `${base}/problems/${problem}`,
    title,
    status,
    detail: message,
    instance: `urn:request:${requestId}`,
    ...(faults.length > 0 && { errors: faults }),
    ...(problem === 'not-found' && { links: { docs: `${base}/docs`, root: `${base}/v1` } }),
  });
}

function refusalOf(thrown: unknown): { code: string; statusCode: number } {
  if (typeof thrown !== 'object' || thrown === null) return { code: '', statusCode: 500 };
  const code = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : '';
  const statusCode =
    'statusCode' in thrown && typeof thrown.statusCode === 'number' ? thrown.statusCode : 500;
  return { code, statusCode };
}
