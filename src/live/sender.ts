export interface Sender {
  /** Stops sending. Requests in flight are aborted and repeated by the next process. */
  close(): Promise<void>;
}
