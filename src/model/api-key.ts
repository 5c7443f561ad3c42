import { createHash, randomBytes } from 'node:crypto';
import type { Instant } from './instant.ts';

/** Permissions of a key: `read` identifies its holder, `edit` also allows correcting articles. */
export const keyScopes = ['read', 'edit'] as const;
export type KeyScope = (typeof keyScopes)[number];

/** An API key as stored. The key itself is not stored, only its hash. */
export interface ApiKey {
  id: string;
  /** Name of the holder, for people. */
  name: string;
  scope: KeyScope;
  createdAt: Instant;
  revokedAt: Instant | null;
}

/** Returns a new key: 256 random bits, with a prefix that secret scanners can recognise. */
export function newKey(): string {
  return `dateline_${randomBytes(32).toString('base64url')}`;
}

/**
 * Returns the SHA-256 of a key, hexadecimal. Only this is stored. A slow password hash would add nothing: 256
 * random bits cannot be guessed.
 */
export function hashOfKey(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
