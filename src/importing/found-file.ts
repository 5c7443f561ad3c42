/** File, archive entry or fetched page that was found but not opened. */
export interface FoundFile {
  /** Path as given by the user, followed by the path inside an archive file; or the URL. Identifies the file. */
  path: string;
  /** Size in bytes, for progress; null if unknown. */
  size: number | null;
  /** Modification time in milliseconds since 1970, if known. */
  modifiedAt?: number;
  /** Address of the content, if it was fetched from the web and the path is not the address. */
  url?: string;
  /** Instant when it was fetched (ISO 8601). */
  crawledAt?: string;
  /** Opens the content, once. The stream fails with an Error whose message is the reason. */
  open(): AsyncIterable<Uint8Array>;
}
