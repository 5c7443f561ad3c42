/** What keeps an archive from answering. */
export type Unavailability =
  | 'busy'
  | 'read-only'
  | 'missing'
  | 'not-an-archive'
  | 'damaged'
  | 'full'
  | 'not-migrated'
  | 'migration-edited'
  | 'newer';

/** The archive can't answer or can't be written; the message says why, in words for its operator. */
export class ArchiveUnavailable extends Error {
  override name = 'ArchiveUnavailable';
  readonly reason: Unavailability;

  constructor(reason: Unavailability, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}
