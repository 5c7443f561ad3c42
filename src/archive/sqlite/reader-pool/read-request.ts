import type { Unavailability } from '../../archive-unavailable.ts';
import type { ReadName } from '../reads.ts';

/** A read and its arguments, or the beginning or end of a transaction that the reads between share. */
export type ReadRequest = { read: ReadName; given: unknown[] } | { transaction: 'hold' | 'release' };

/** Reply of a reader process. Errors lose their class on the way, so ArchiveUnavailable is sent as its reason. */
export type Reply =
  | Answer
  | { unavailable: { reason: Unavailability; message: string } }
  | { failure: { message: string; stack: string | undefined } };

/** The result of a request and the revision of the snapshot that it was read from. */
export interface Answer {
  value: unknown;
  revision: number;
}
