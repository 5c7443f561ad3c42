export interface Sender {
  /** Stops sending. Aborts requests in flight; the next process repeats them. */
  close(): Promise<void>;
}
