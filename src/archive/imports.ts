import type { Validators } from './results.ts';

/** Checkpoints of imports, and validators of fetched pages (RFC 9110, section 8.8). */
export interface ImportState {
  /** Returns the position of the last checkpoint of an import; 0 if there is none or it was finished. */
  position(job: string): Promise<number>;
  /** Deletes the checkpoint of a complete import. */
  finish(job: string): Promise<void>;
  /** Returns the validators of a page when it was last imported; undefined if it never was. */
  validators(url: string): Promise<Validators | undefined>;
  writeValidators(url: string, validators: Validators): Promise<void>;
}
