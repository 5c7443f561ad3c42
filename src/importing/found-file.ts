/** A file, an entry of an archive file or a fetched page: found, not yet opened. */
export interface FoundFile {
  /** What identifies it wherever it lies: relative to the folder or archive file named, or a URL. */
  path: string;
  /** Bytes, for progress; null when not known beforehand. */
  size: number | null;
  /** When it was last changed, in milliseconds since 1970; absent where nobody knows. */
  modifiedAt?: number;
  /** Its bytes, from the beginning each time. Rejects with ImportFault when they can't be had. */
  open(): AsyncIterable<Uint8Array>;
}
