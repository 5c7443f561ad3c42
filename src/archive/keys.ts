import type { ApiKey, KeyProperties } from '../model/api-key.ts';
import type { Instant } from '../model/instant.ts';

/** Properties of a new key; those that are absent are null. */
export type NewKey = Pick<KeyProperties, 'name' | 'scope'> & Partial<KeyProperties>;

/** API keys, stored by their hash. */
export interface KeyStore {
  /** Returns all keys, oldest first. */
  list(): Promise<ApiKey[]>;
  /** Stores a key by its hash; see model/api-key.ts. */
  add(key: NewKey & { hash: string }): Promise<ApiKey>;
  /** Revokes a key. Returns false if no active key has the id. */
  revoke(id: string): Promise<boolean>;
  /** Returns the key with a hash, revoked or not. */
  find(hash: string): Promise<ApiKey | undefined>;
  /**
   * Records the last use of keys by their ids. An earlier instant than the recorded one is ignored. Throws
   * ArchiveUnavailable with the reason `busy` while another process writes.
   */
  recordUse(uses: ReadonlyMap<string, Instant>): Promise<void>;
}
