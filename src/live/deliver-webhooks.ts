import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Archive } from '../archive/archive.ts';
import { ArchiveUnavailable } from '../archive/archive-unavailable.ts';
import type { Lease, Progress, Webhook } from '../archive/webhooks.ts';
import { pluralize } from '../model/pluralize.ts';
import { type Allows, guardedAgent } from '../net/guard.ts';
import { postWebhook, webhookBody } from './post-webhook.ts';
import { type ArticleEvent, readEvents } from './read-events.ts';
import { releaseLease } from './release-lease.ts';
import { retryDelay } from './retry-delay.ts';
import { retryWhileBusy } from './retry-while-busy.ts';
import type { Sender } from './sender.ts';
import { webhookFilter } from './webhook-filter.ts';

export interface WebhookDelivery {
  archive: Archive;
  allows: Allows;
  /** Logs a warning for an error other than a failed delivery. */
  warn(about: { err: unknown }, message: string): void;
  limits?: Partial<WebhookLimits>;
}

/** Times in milliseconds. */
export interface WebhookLimits {
  /** Timeout of one attempt, from connecting to the response headers. */
  timeoutMs: number;
  /** Maximum number of attempts per event. With the delays, they take about three hours. */
  attempts: number;
  /** Number of consecutive undeliverable events after which the webhook is stopped. */
  givenUp: number;
  /** Duration of the lease. After a process was killed, another takes over in this time. */
  leaseMs: number;
  /** Interval of checks for due retries and new webhooks. */
  everyMs: number;
  delay(failures: number): number;
}

const defaults: WebhookLimits = {
  timeoutMs: 10_000,
  attempts: 15,
  givenUp: 3,
  leaseMs: 5000,
  everyMs: 1000,
  delay: retryDelay,
};

/** Maximum number of webhooks served at the same time. */
const maxConcurrent = 20;

/**
 * Delivers the events of the change log to all webhooks: at least once, and in order per webhook. Webhooks do
 * not wait for each other. The process that holds the lease delivers. It stores its progress after each
 * attempt, so that another process can take over.
 */
export function deliverWebhooks(delivery: WebhookDelivery): Sender {
  const { archive, warn } = delivery;
  const store = archive.webhooks;
  const limits = { ...defaults, ...delivery.limits };
  const lease: Lease = { name: 'webhooks', owner: randomUUID() };
  const closing = new AbortController();
  const { signal } = closing;
  let agent: ReturnType<typeof guardedAgent> | undefined;
  const busy = new Map<string, Promise<void>>();

  const hold = (): Promise<boolean> => store.hold(lease, Date.now() + limits.leaseMs, Date.now());

  /** Sends one event and stores the outcome. Returns the webhook after it, or undefined if it cannot continue now. */
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
    const stored = await retryWhileBusy(
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
    const continues = stored && progress.retryAt === 0 && progress.stopped === null;
    return continues ? { ...webhook, ...progress } : undefined;
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
      if (seq > at.seq && !(await retryWhileBusy(() => store.settle(lease, from, reached), signal))) return;
      at = reached;
    }
  };

  const begin = (webhook: Webhook): void => {
    const work = serve(webhook)
      .catch((err: unknown) => {
        if (!signal.aborted) warn({ err }, `could not deliver to webhook ${webhook.id}; will retry`);
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
      .slice(0, maxConcurrent - busy.size);
    if ((due.length > 0 || busy.size > 0) && (await hold())) due.forEach(begin);
  };

  const run = async (): Promise<void> => {
    let seen = 0;
    while (!signal.aborted) {
      try {
        seen = await archive.changes.last();
        await round();
      } catch (err) {
        // An import is writing; the next round will succeed.
        if (!(err instanceof ArchiveUnavailable && err.reason === 'busy')) {
          warn({ err }, 'could not check webhooks; will retry');
          // The wait below ends at once while the change log cannot be read.
          await pause(limits.everyMs, undefined, { signal }).catch(() => undefined);
        }
      }
      await archive.changes.wait(seen, limits.everyMs, signal);
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

/** Returns the progress of a webhook after an attempt to deliver the change `seq`. */
function progressAfter(
  webhook: Webhook,
  seq: number,
  { status, reason }: { status: number | null; reason: string | null },
  limits: WebhookLimits,
): Progress {
  const delivered = { seq, failures: 0, retryAt: 0, givenUp: 0, stopped: null };
  if (reason === null) return delivered;
  const failures = webhook.failures + 1;
  if (status === 410)
    return { ...delivered, seq: webhook.seq, failures, stopped: 'the receiver responded with 410 Gone' };
  if (failures < limits.attempts) {
    const retryAt = Date.now() + limits.delay(failures);
    return { ...delivered, seq: webhook.seq, failures, retryAt, givenUp: webhook.givenUp };
  }
  const givenUp = webhook.givenUp + 1;
  const stopped =
    givenUp < limits.givenUp ? null : `${pluralize(givenUp, 'event')} in a row could not be delivered`;
  return { ...delivered, givenUp, stopped };
}
