/** Reason why an archive cannot be used. `older` and `newer` are schemas that this version does not know. */
export type Unavailability =
  | 'busy'
  | 'read-only'
  | 'missing'
  | 'not-an-archive'
  | 'damaged'
  | 'full'
  | 'not-migrated'
  | 'migration-edited'
  | 'older'
  | 'newer';

/** Error if the archive cannot be read or written. The message is for its operator. */
export class ArchiveUnavailable extends Error {
  override name = 'ArchiveUnavailable';
  readonly reason: Unavailability;

  constructor(reason: Unavailability, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}
