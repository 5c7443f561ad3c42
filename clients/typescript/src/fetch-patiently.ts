import { ConnectionFailed } from './problem-error.ts';

/** How often and how long to try. */
export interface Patience {
  /** Tries after the first; 0 for none. */
  retries: number;
  /** Milliseconds until a try without an answer is given up. */
  timeout: number;
  /** The longest wait between two tries, in milliseconds; when the server asks for more, its answer is returned. */
  longestWait: number;
}

const passing = new Set([429, 502, 503, 504]);

/**
 * Fetches until an answer comes that is not likely to pass (429, 502, 503, 504), waiting as `Retry-After` says
 * (RFC 9110, 10.2.3), else 0.25 s, 0.5 s, 1 s … with some chance in it, so that many clients do not return at once.
 * Throws ConnectionFailed, and the signal's reason when it is aborted.
 */
export async function fetchPatiently(
  fetchOnce: (signal: AbortSignal) => Promise<Response>,
  { retries, timeout, longestWait }: Patience,
  signal: AbortSignal | undefined,
): Promise<Response> {
  for (let tried = 0; ; tried += 1) {
    signal?.throwIfAborted();
    const limit = AbortSignal.timeout(timeout);
    const answer = await fetchOnce(signal ? AbortSignal.any([signal, limit]) : limit).catch(
      (cause: unknown) => {
        signal?.throwIfAborted();
        return new ConnectionFailed('The server did not answer.', { cause });
      },
    );
    const failed = answer instanceof ConnectionFailed;
    const asked = failed ? undefined : retryAfter(answer);
    const wait = asked === undefined ? 250 * 2 ** tried * (0.75 + Math.random() / 2) : asked * 1000;
    const isLast = tried >= retries || wait > longestWait;
    if (failed && isLast) throw answer;
    if (!failed && (isLast || !passing.has(answer.status))) return answer;
    if (!failed) await answer.body?.cancel();
    await pause(wait, signal);
  }
}

/** The seconds that Retry-After asks for, from a number or a date; undefined without one. */
export function retryAfter({ headers }: Response): number | undefined {
  const asked = headers.get('retry-after');
  if (asked === null) return undefined;
  const seconds = /^\d+$/.test(asked.trim()) ? Number(asked) : (Date.parse(asked) - Date.now()) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds);
}

function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal?.addEventListener('abort', stop, { once: true });
  });
}
