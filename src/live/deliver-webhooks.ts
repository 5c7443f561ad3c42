import { randomUUID } from 'node:crypto';
import type { Archive } from '../archive/archive.ts';
import { ArchiveUnavailable } from '../archive/archive-unavailable.ts';
import type { Lease, Progress, Webhook, WebhookStore } from '../archive/webhooks.ts';
import { type Allows, guardedAgent } from '../net/guard.ts';
import type { ChangeFollower } from './follow-changes.ts';
import { patiently } from './patiently.ts';
import { postWebhook, webhookBody } from './post-webhook.ts';
import { type ArticleEvent, readEvents } from './read-events.ts';
import { releaseLease } from './release-lease.ts';
import { retryDelay } from './retry-delay.ts';
import type { Sender } from './sender.ts';
import { webhookFilter } from './webhook-filter.ts';

/** What deliveries need. */
export interface WebhookDelivery {
  archive: Archive;
  store: WebhookStore;
  follower: ChangeFollower;
  allows: Allows;
  /** Told of what goes wrong beside a delivery itself. */
  warn(about: { err: unknown }, message: string): void;
  limits?: Partial<WebhookLimits>;
}

/** Times in milliseconds. */
export interface WebhookLimits {
  /** For one attempt, from connecting to the head of the answer. */
  timeoutMs: number;
  /** Attempts of one event before it is given up: with the delays between, some four hours. */
  attempts: number;
  /** Events given up one after the other before the webhook is stopped. */
  givenUp: number;
  /** How long another process waits for one that was killed. */
  leaseMs: number;
  /** How often due retries and new webhooks are looked for. */
  everyMs: number;
  delay(failures: number): number;
}

const usual: WebhookLimits = {
  timeoutMs: 10_000,
  attempts: 15,
  givenUp: 3,
  leaseMs: 5000,
  everyMs: 1000,
  delay: retryDelay,
};

/** How many webhooks are served at the same time. */
const atOnce = 20;

/**
 * Delivers the events of the change log to all webhooks: in order for each, each at its own pace, at least once.
 * Of several processes on one archive, the one with the lease does it; what is noted after each attempt is where
 * another goes on when it dies.
 */
export function deliverWebhooks(delivery: WebhookDelivery): Sender {
  const { store, follower, archive, warn } = delivery;
  const limits = { ...usual, ...delivery.limits };
  const lease: Lease = { name: 'webhooks', owner: randomUUID() };
  const closing = new AbortController();
  const { signal } = closing;
  let agent: ReturnType<typeof guardedAgent> | undefined;
  const busy = new Map<string, Promise<void>>();

  const hold = (): Promise<boolean> => store.hold(lease, Date.now() + limits.leaseMs, Date.now());

  /** Sends one event and notes how it went. Gives where the webhook stands, or undefined when it can't go on now. */
  const deliver = async (webhook: Webhook, event: ArticleEvent): Promise<Webhook | undefined> => {
    agent ??= guardedAgent(delivery.allows);
    const attempt = await postWebhook({
      url: webhook.url,
      secret: webhook.secret,
      delivery: `${webhook.id}/${event.seq}`,
      event: event.event,
      body: webhookBody(event),
      dispatcher: await agent,
      allows: delivery.allows,
      timeoutMs: limits.timeoutMs,
      signal,
    });
    if (signal.aborted && attempt.status === null) return undefined;
    const progress = progressAfter(webhook, event.seq, attempt, limits);
    const delivered = attempt.reason === null;
    const noted = await patiently(
      () =>
        store.settle(lease, webhook, progress, {
          seq: event.seq,
          event: event.event,
          article: event.id,
          outcome: delivered ? 'delivered' : progress.seq === event.seq ? 'given-up' : 'failed',
          ...attempt,
          at: Date.now(),
        }),
      signal,
    );
    const goesOn = noted && progress.retryAt === 0 && progress.stopped === null;
    return goesOn ? { ...webhook, ...progress } : undefined;
  };

  const serve = async (webhook: Webhook): Promise<void> => {
    const filter = webhookFilter(webhook);
    let at = webhook;
    while (!signal.aborted) {
      const { events, seq } = await readEvents(archive, at.seq, filter);
      if (seq === at.seq) return;
      for (const event of events) {
        const next = signal.aborted ? undefined : await deliver(at, event);
        if (!next) return;
        at = next;
      }
      const from = at;
      const reached = { ...at, seq };
      if (seq > at.seq && !(await patiently(() => store.settle(lease, from, reached), signal))) return;
      at = reached;
    }
  };

  const begin = (webhook: Webhook): void => {
    const work = serve(webhook)
      .catch((err: unknown) => {
        if (!signal.aborted) warn({ err }, `webhook ${webhook.id} could not be served`);
      })
      .finally(() => busy.delete(webhook.id));
    busy.set(webhook.id, work);
  };

  const round = async (): Promise<void> => {
    const last = await archive.changes.last();
    const now = Date.now();
    const due = (await store.list())
      .filter(
        ({ id, seq, stopped, retryAt }) => seq < last && stopped === null && retryAt <= now && !busy.has(id),
      )
      .slice(0, atOnce - busy.size);
    if ((due.length > 0 || busy.size > 0) && (await hold())) due.forEach(begin);
  };

  const run = async (): Promise<void> => {
    let seen = 0;
    while (!signal.aborted) {
      try {
        seen = await archive.changes.last();
        await round();
      } catch (err) {
        // An import is writing: the next round is soon.
        if (!(err instanceof ArchiveUnavailable && err.reason === 'busy')) {
          warn({ err }, 'webhooks could not be looked after');
        }
      }
      await follower.waitBeyond(seen, limits.everyMs, signal);
    }
    await Promise.all(busy.values());
  };

  const running = run();
  return {
    async close() {
      closing.abort();
      await running;
      await (await agent)?.destroy();
      await releaseLease(store, lease);
    },
  };
}

/** Where a webhook stands after an attempt to tell it of the change `seq`. */
function progressAfter(
  webhook: Webhook,
  seq: number,
  { status, reason }: { status: number | null; reason: string | null },
  limits: WebhookLimits,
): Progress {
  const told = { seq, failures: 0, retryAt: 0, givenUp: 0, stopped: null };
  if (reason === null) return told;
  const failures = webhook.failures + 1;
  if (status === 410)
    return { ...told, seq: webhook.seq, failures, stopped: 'the receiver answered 410 Gone' };
  if (failures < limits.attempts) {
    const retryAt = Date.now() + limits.delay(failures);
    return { ...told, seq: webhook.seq, failures, retryAt, givenUp: webhook.givenUp };
  }
  const givenUp = webhook.givenUp + 1;
  const stopped = givenUp < limits.givenUp ? null : `${givenUp} events in a row could not be delivered`;
  return { ...told, givenUp, stopped };
}
