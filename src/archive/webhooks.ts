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
 * The webhooks of an archive. Every method throws ArchiveUnavailable with the reason `busy` when another process
 * writes for longer than a moment; call it again later, so that an import never holds up a server.
 */
export interface WebhookStore {
  /** Stores a webhook that is sent the changes after `since`, or from now on. */
  add(
    webhook: Pick<Webhook, 'id' | 'url' | 'secret' | 'tag' | 'q' | 'createdAt'>,
    since?: number,
  ): Promise<void>;
  list(): Promise<Webhook[]>;
  find(id: string): Promise<Webhook | undefined>;
  /** False if there is none. */
  remove(id: string): Promise<boolean>;
  /** Lets a stopped or waiting webhook continue at once. False if there is none. */
  resume(id: string): Promise<boolean>;
  /** Returns the newest attempts, newest first. The last thousand are kept. */
  deliveries(id: string, limit: number): Promise<Delivery[]>;
  /** Takes or renews a lease until an instant. False if another process has it. */
  hold(lease: Lease, until: number, now: number): Promise<boolean>;
  release(lease: Lease): Promise<void>;
  /**
   * Stores where a webhook stands, and the attempt that led there. False, and nothing is stored, if it does not stand
   * at `from` any more or another process has the lease.
   */
  settle(
    lease: Lease,
    from: Pick<Webhook, 'id' | 'seq'>,
    progress: Progress,
    attempt?: Omit<Delivery, 'number'>,
  ): Promise<boolean>;
  /** Returns the last change that was announced under a lease's name; undefined before the first. */
  announced(name: Lease['name']): Promise<number | undefined>;
  /** Stores what was announced, if the lease is held. */
  setAnnounced(lease: Lease, seq: number): Promise<void>;
}
