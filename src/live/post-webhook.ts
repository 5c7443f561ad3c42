import type { Dispatcher } from 'undici';
import { type Allows, RefusedAddress, reasonOfRefusal, refuseAddress } from '../net/guard.ts';
import type { ArticleEvent } from './read-events.ts';
import { sign } from './sign.ts';

/** Result of one attempt. `reason` is the reason of a failure, null after a 2xx response. */
export interface Attempt {
  status: number | null;
  reason: string | null;
  /** Duration in milliseconds. */
  duration: number;
}

export interface Posting {
  url: string;
  secret: string;
  /** Id of the delivery, the same for retries: id of the webhook, slash, number of the change. */
  delivery: string;
  event: string;
  body: string;
  dispatcher: Dispatcher;
  allows: Allows;
  timeoutMs: number;
  signal?: AbortSignal;
}

/** Setting that allows webhooks to private addresses. */
export const privateAddressesSetting = 'WEBHOOK_PRIVATE_ADDRESSES';

/** Returns the JSON body of a delivery. The card is already JSON. */
export function webhookBody({ event, seq, revision, at, article }: ArticleEvent): string {
  return `{"event":${JSON.stringify(event)},"seq":${seq},"revision":${revision},"at":${JSON.stringify(at)},"article":${article}}`;
}

/** Posts signed JSON once. Redirects are not followed: the owner should update the address. */
export async function postWebhook(posting: Posting): Promise<Attempt> {
  const { fetch } = await import('undici');
  const started = performance.now();
  const done = (status: number | null, reason: string | null): Attempt => ({
    status,
    reason,
    duration: Math.round(performance.now() - started),
  });
  const timeout = AbortSignal.timeout(posting.timeoutMs);
  try {
    const url = new URL(posting.url);
    refuseAddress(url, posting.allows);
    const response = await fetch(url, {
      method: 'POST',
      body: posting.body,
      redirect: 'manual',
      dispatcher: posting.dispatcher,
      signal: posting.signal ? AbortSignal.any([timeout, posting.signal]) : timeout,
      headers: {
        'content-type': 'application/json',
        'user-agent': 'Dateline',
        'dateline-event': posting.event,
        'dateline-delivery': posting.delivery,
        'dateline-signature': sign(posting.secret, posting.body, Date.now()),
      },
    });
    await response.body?.cancel();
    return done(
      response.status,
      response.ok ? null : `the receiver responded with status ${response.status}`,
    );
  } catch (cause) {
    return done(null, reasonOf(cause, posting.timeoutMs));
  }
}

function reasonOf(cause: unknown, timeoutMs: number): string {
  if (cause instanceof RefusedAddress) return reasonOfRefusal(cause, privateAddressesSetting);
  if (!(cause instanceof Error)) return 'sending failed';
  if (cause.cause instanceof RefusedAddress) return reasonOfRefusal(cause.cause, privateAddressesSetting);
  if (cause.name === 'TimeoutError') return `no response within ${timeoutMs / 1000} s`;
  return cause.cause instanceof Error ? cause.cause.message : cause.message;
}
