import type { Fault, Problem } from './api.ts';

/** Error for a problem response (RFC 9457). The message is its `detail`. */
export class ProblemError extends Error {
  override name = 'ProblemError';
  readonly problem: Problem;
  /** Seconds to wait before a retry, if the server says. */
  readonly retryAfter: number | undefined;

  constructor(problem: Problem, retryAfter?: number) {
    super(problem.detail);
    this.problem = problem;
    this.retryAfter = retryAfter;
  }

  get status(): number {
    return this.problem.status;
  }

  /** Kind of problem: `invalid-parameter`, the end of its `type`. */
  get kind(): string {
    return this.problem.type.replace(/^.*\//, '');
  }
}

/** The request must be changed: status 400, 406, 413, 414, 415 or similar. */
export class InvalidRequest extends ProblemError {
  override name = 'InvalidRequest';

  /** Errors by parameter. */
  get faults(): Fault[] {
    return this.problem.errors ?? [];
  }
}

/** The resource does not exist: status 404 or 410. */
export class NotFound extends ProblemError {
  override name = 'NotFound';
}

/** The key is missing or not allowed to do this: status 401 or 403. */
export class NotAllowed extends ProblemError {
  override name = 'NotAllowed';
}

/** Too many requests: status 429, after all retries. */
export class RateLimited extends ProblemError {
  override name = 'RateLimited';
}

/** The server cannot respond now: status 5xx, after all retries. */
export class ServerUnavailable extends ProblemError {
  override name = 'ServerUnavailable';
}

/** No response arrived after all retries: no network, no server, a broken connection or a timeout. */
export class ConnectionFailed extends Error {
  override name = 'ConnectionFailed';
}

/**
 * Returns the error for an unsuccessful response. If it is not a problem document, the status describes it.
 */
export async function problemError(
  response: Response,
  retryAfter: number | undefined,
): Promise<ProblemError> {
  const problem = await readProblem(response);
  const { status } = problem;
  const Kind =
    status === 404 || status === 410
      ? NotFound
      : status === 401 || status === 403
        ? NotAllowed
        : status === 429
          ? RateLimited
          : status >= 500
            ? ServerUnavailable
            : InvalidRequest;
  return new Kind(problem, retryAfter);
}

async function readProblem(response: Response): Promise<Problem> {
  const { status, statusText } = response;
  const described = {
    type: 'about:blank',
    title: statusText || `Status ${status}`,
    status,
    detail: `The server responded with status ${status} ${statusText}`.trim(),
    instance: `urn:request:${response.headers.get('x-request-id') ?? ''}`,
  };
  if (!response.headers.get('content-type')?.startsWith('application/problem+json')) return described;
  const body: unknown = await response.json().catch(() => undefined);
  return typeof body === 'object' && body !== null ? { ...described, ...body } : described;
}
