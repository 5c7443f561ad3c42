import { ConnectionFailed } from './problem-error.ts';

/** Number, timeout and delay of tries. */
export interface RetryPolicy {
  /** Retries after the first try; 0 for none. */
  retries: number;
  /** Timeout of one try, in milliseconds. */
  timeout: number;
  /** Maximum wait before a retry, in milliseconds. If the server asks for more, its response is returned. */
  longestWait: number;
}

const passing = new Set([429, 502, 503, 504]);

/**
 * Fetches with retries until the response is not a temporary failure (429, 502, 503, 504). Waits as
 * `Retry-After` says (RFC 9110, 10.2.3), else 0.25 s, 0.5 s, 1 s … with jitter. Throws ConnectionFailed, or
 * the signal's reason if aborted.
 */
export async function fetchWithRetries(
  fetchOnce: (signal: AbortSignal) => Promise<Response>,
  { retries, timeout, longestWait }: RetryPolicy,
  signal: AbortSignal | undefined,
): Promise<Response> {
  for (let tried = 0; ; tried += 1) {
    signal?.throwIfAborted();
    const limit = AbortSignal.timeout(timeout);
    const answer = await fetchOnce(signal ? AbortSignal.any([signal, limit]) : limit).catch(
      (cause: unknown) => {
        signal?.throwIfAborted();
        return new ConnectionFailed('The server did not respond.', { cause });
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

/** Returns the seconds given by Retry-After (a number or a date); undefined without one. */
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
