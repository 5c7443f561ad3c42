/** Something that sends in the background for as long as the server runs. */
export interface Sender {
  /** Stops sending: what is in flight is broken off and sent again by whoever goes on. */
  close(): Promise<void>;
}
