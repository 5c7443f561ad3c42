import type { ApiKey, KeyScope } from '../model/api-key.ts';

/** API keys, stored by their hash. */
export interface KeyStore {
  /** Returns all keys, oldest first. */
  list(): Promise<ApiKey[]>;
  /** Stores a key by its hash; see model/api-key.ts. */
  add(key: { name: string; scope: KeyScope; hash: string }): Promise<ApiKey>;
  /** Revokes a key. Returns false if no active key has the id. */
  revoke(id: string): Promise<boolean>;
  /** Returns the key with a hash, revoked or not. */
  find(hash: string): Promise<ApiKey | undefined>;
}
