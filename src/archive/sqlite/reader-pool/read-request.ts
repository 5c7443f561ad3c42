import type { Unavailability } from '../../archive-unavailable.ts';
import type { ReadName } from '../reads.ts';

/** A read and its arguments, or the beginning or end of a transaction that the reads between share. */
export type ReadRequest = { read: ReadName; given: unknown[] } | { transaction: 'hold' | 'release' };

/** Reply of a reader process. Errors lose their class on the way, so ArchiveUnavailable is sent as its reason. */
export type Reply =
  | ReadResponse
  | { unavailable: { reason: Unavailability; message: string } }
  | { failure: { message: string; stack: string | undefined } };

/** Result of a request, and the revision at which it was read. */
export interface ReadResponse {
  value: unknown;
  revision: number;
}
