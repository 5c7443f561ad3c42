import type { FastifyReply } from 'fastify';
import { ArchiveUnavailable } from '../../archive/archive-unavailable.ts';
import { QueryCutOff } from '../../archive/query-cut-off.ts';
import { Problem, type ProblemName, problems } from '../../errors.ts';

/** The media type of problems (RFC 9457). */
export const problemMediaType = 'application/problem+json';

const unavailableDetails: Partial<Record<ArchiveUnavailable['reason'], string>> = {
  busy: 'The database is locked by another process.',
  'not-migrated': 'The database waits for its migration.',
  older:
    'The database was written by an older version of the program and has to be exported and imported again.',
  newer: 'The database was written by a newer version of the program.',
};

const cutOffs: Record<QueryCutOff['reason'], [ProblemName, string]> = {
  'too-slow': ['query-timeout', 'Answering this took longer than this server allows and was broken off.'],
  'too-many': ['overloaded', 'Too many long queries wait for their turn.'],
};

/** By Fastify's code, what a request was refused for before it reached a route. */
const refusals: Record<string, [ProblemName, string]> = {
  FST_ERR_BAD_URL: ['malformed-request', 'The path holds percent-encoding that is not UTF-8.'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: [
    'unsupported-media-type',
    'The body is of a media type that this does not take.',
  ],
  FST_ERR_CTP_BODY_TOO_LARGE: ['body-too-large', 'The body is larger than this takes.'],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['invalid-body', 'The body is empty.'],
  FST_ERR_CTP_INVALID_JSON_BODY: ['invalid-body', 'The body is not JSON.'],
};

/** Whatever was thrown, as a problem; what is no problem of the caller's becomes `internal-error`. */
export function problemOf(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  if (thrown instanceof ArchiveUnavailable) {
    return new Problem(
      'archive-unavailable',
      unavailableDetails[thrown.reason] ?? 'The database can not be used at the moment.',
      { headers: { 'retry-after': thrown.reason === 'busy' ? '1' : '30' }, cause: thrown },
    );
  }
  if (thrown instanceof QueryCutOff) {
    const [name, detail] = cutOffs[thrown.reason];
    return new Problem(name, detail, { headers: { 'retry-after': '2' }, cause: thrown });
  }
  const { code, statusCode } = refusalOf(thrown);
  const refusal = refusals[code];
  if (refusal) return new Problem(refusal[0], refusal[1], { cause: thrown });
  if (statusCode >= 400 && statusCode < 500) {
    return new Problem('malformed-request', 'The request can not be read.', { cause: thrown });
  }
  return new Problem(
    'internal-error',
    'The request could not be answered because of a fault in the server.',
    {
      cause: thrown,
    },
  );
}

/** The body of a problem as RFC 9457 has it; `instance` names the request. */
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

/** Answers a problem. It is never kept by caches: what is missing now may be there in a second. */
export function sendProblem(reply: FastifyReply, problem: Problem, base: string): FastifyReply {
  return reply
    .code(problems[problem.problem].status)
    .headers({
      'content-type': problemMediaType,
      'cache-control': 'no-store',
      link: `<${base}/docs>; rel="help"`,
      ...problem.headers,
    })
    .send(Buffer.from(problemBody(problem, base, reply.request.id)));
}

function refusalOf(thrown: unknown): { code: string; statusCode: number } {
  if (typeof thrown !== 'object' || thrown === null) return { code: '', statusCode: 500 };
  const code = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : '';
  const statusCode =
    'statusCode' in thrown && typeof thrown.statusCode === 'number' ? thrown.statusCode : 500;
  return { code, statusCode };
}
