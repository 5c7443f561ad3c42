/** A webhook and its progress. Times are in milliseconds since 1970. */
export interface Webhook {
  id: string;
  url: string;
  /** Key of the signatures. */
  secret: string;
  /** Filter as the user wrote it: a tag expression and a search. */
  tag: string | null;
  q: string | null;
  /** Number of the last change that is done: delivered, not matching, or given up. */
  seq: number;
  /** Number of failed attempts to deliver the next change. */
  failures: number;
  /** Time of the next attempt; 0 for at once. */
  retryAt: number;
  /** Number of consecutive deliveries that were given up. */
  givenUp: number;
  /** Reason why the webhook was stopped; null while it is active. */
  stopped: string | null;
  attempts: number;
  createdAt: number;
}

/** One attempt to deliver. `status` is the HTTP status, null without a response; `duration` is in milliseconds. */
export interface Delivery {
  /** Number of the attempt, from 1 per webhook. */
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

/** Progress of a webhook after an attempt, or after changes that do not match its filter. */
export interface Progress {
  seq: number;
  failures: number;
  retryAt: number;
  givenUp: number;
  stopped: string | null;
}

/** Lease that allows one process at a time to send, or to publish what is due. */
export interface Lease {
  name: 'webhooks' | 'websub' | 'publishing' | 'cdn-purge';
  /** Id of the process. */
  owner: string;
}

/**
 * The webhooks of an archive. Every method throws ArchiveUnavailable with the reason `busy` if another process keeps
 * the database locked. Retry later: waiting here would delay a serving process.
 */
export interface WebhookStore {
  /** Stores a webhook that is sent the changes after `since`, or from now on. */
  add(
    webhook: Pick<Webhook, 'id' | 'url' | 'secret' | 'tag' | 'q' | 'createdAt'>,
    since?: number,
  ): Promise<void>;
  list(): Promise<Webhook[]>;
  find(id: string): Promise<Webhook | undefined>;
  /** Returns false if there is none. */
  remove(id: string): Promise<boolean>;
  /** Resumes a stopped or waiting webhook at once. Returns false if there is none. */
  resume(id: string): Promise<boolean>;
  /** Returns the newest attempts, newest first. The last thousand are kept. */
  deliveries(id: string, limit: number): Promise<Delivery[]>;
  /** Takes or renews a lease until an instant. Returns false if another process holds it. */
  hold(lease: Lease, until: number, now: number): Promise<boolean>;
  release(lease: Lease): Promise<void>;
  /**
   * Stores the progress of a webhook and the attempt that led to it. Returns false and stores nothing if the webhook is
   * no longer at `from` or another process has the lease.
   */
  settle(
    lease: Lease,
    from: Pick<Webhook, 'id' | 'seq'>,
    progress: Progress,
    attempt?: Omit<Delivery, 'number'>,
  ): Promise<boolean>;
  /** Returns the number of the last announced change; undefined before the first announcement. */
  announced(name: Lease['name']): Promise<number | undefined>;
  /** Stores the number of the last announced change, if the lease is held. */
  setAnnounced(lease: Lease, seq: number): Promise<void>;
}
