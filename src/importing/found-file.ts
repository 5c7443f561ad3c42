/** File, archive entry or fetched page that was found but not opened. */
export interface FoundFile {
  /** Path relative to the given folder or archive file, or the URL. Identifies the file. */
  path: string;
  /** Size in bytes, for progress; null if unknown. */
  size: number | null;
  /** Modification time in milliseconds since 1970, if known. */
  modifiedAt?: number;
  /**
   * Opens a stream from the beginning; may be called repeatedly. Fails with ImportFault if the file cannot be
   * read.
   */
  open(): AsyncIterable<Uint8Array>;
}
