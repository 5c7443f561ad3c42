import type { Unavailability } from '../../archive-unavailable.ts';
import type { ReadName } from '../reads.ts';

/** A read and its arguments, as they go to a reader process. */
export interface ReadRequest {
  read: ReadName;
  given: unknown[];
}

/** What comes back. Errors lose their class on the way, so ArchiveUnavailable comes by its reason. */
export type Reply =
  | { value: unknown }
  | { unavailable: { reason: Unavailability; message: string } }
  | { failure: { message: string; stack: string | undefined } };
