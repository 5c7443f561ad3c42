/** Who is told of changes, and how far they have been told. Times are in milliseconds since 1970. */
export interface Webhook {
  id: string;
  url: string;
  /** Signs what is sent. */
  secret: string;
  /** The filter, as it was given: a tag expression and a search. */
  tag: string | null;
  q: string | null;
  /** The last change dealt with: delivered, not matching, or given up. */
  seq: number;
  /** How often the delivery of the next one has failed. */
  failures: number;
  /** When it is tried again; 0 for at once. */
  retryAt: number;
  /** How many deliveries were given up one after the other. */
  givenUp: number;
  /** Why nothing is sent any more; null while the webhook works. */
  stopped: string | null;
  /** How many attempts there have been in all. */
  attempts: number;
  createdAt: number;
}

/** What one attempt did. `status` is the HTTP status, null when there was no answer; `duration` is in milliseconds. */
export interface Delivery {
  /** Counts the attempts of a webhook. */
  number: number;
  seq: number;
  event: string;
  article: string;
  outcome: 'delivered' | 'failed' | 'given-up';
  status: number | null;
  reason: string | null;
  duration: number;
  at: number;
}

/** Where a webhook stands after an attempt, or after changes that it need not hear of. */
export interface Progress {
  seq: number;
  failures: number;
  retryAt: number;
  givenUp: number;
  stopped: string | null;
}

/** A right to send that one process at a time has. */
export interface Lease {
  name: 'webhooks' | 'websub';
  /** Names the process. */
  owner: string;
}

/**
 * The webhooks of an archive, for the command line and for the process that sends. It has a connection of its own
 * that does not wait long for other writers, so that an import never holds up who serves: then its methods throw
 * ArchiveUnavailable with the reason `busy`, and are to be called again.
 */
export interface WebhookStore {
  /** Stores a new webhook that is told of changes after `since`, or from now on. */
  add(webhook: Pick<Webhook, 'id' | 'url' | 'secret' | 'tag' | 'q' | 'createdAt'>, since?: number): void;
  list(): Webhook[];
  find(id: string): Webhook | undefined;
  /** False where there is none. */
  remove(id: string): boolean;
  /** Lets a stopped or waiting webhook go on at once. False where there is none. */
  resume(id: string): boolean;
  /** The newest attempts, newest first; the last thousand are kept. */
  deliveries(id: string, limit: number): Delivery[];
  /** Takes or keeps the lease until an instant. False when another process has it. */
  hold(lease: Lease, until: number, now: number): boolean;
  release(lease: Lease): void;
  /**
   * Notes where a webhook stands, and the attempt that led there. False, and nothing is noted, when it does not
   * stand where `from` says any more or the lease has gone to another process.
   */
  settle(
    lease: Lease,
    from: Pick<Webhook, 'id' | 'seq'>,
    progress: Progress,
    attempt?: Omit<Delivery, 'number'>,
  ): boolean;
  /** The last change that was announced under a lease's name; undefined before the first. */
  announced(name: Lease['name']): number | undefined;
  /** Notes what was announced; only while the lease is held. */
  setAnnounced(lease: Lease, seq: number): void;
  close(): void;
}
