/** File, archive entry or fetched page that was found but not opened. */
export interface FoundFile {
  /** Path as given by the user, followed by the path inside an archive file; or the URL. Identifies the file. */
  path: string;
  /** Size in bytes, for progress; null if unknown. */
  size: number | null;
  /** Modification time in milliseconds since 1970, if known. */
  modifiedAt?: number;
  /** Opens the content, once. The stream fails with an Error whose message is the reason. */
  open(): AsyncIterable<Uint8Array>;
}
