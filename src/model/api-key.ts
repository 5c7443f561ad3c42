import { createHash, randomBytes } from 'node:crypto';
import type { Instant } from './instant.ts';

/** What a key may do: `read` names its holder, `edit` may correct articles as well. */
export const keyScopes = ['read', 'edit'] as const;
export type KeyScope = (typeof keyScopes)[number];

/** A key as the archive knows it; the key itself is nowhere kept. */
export interface ApiKey {
  id: string;
  /** Whose it is, for people. */
  name: string;
  scope: KeyScope;
  createdAt: Instant;
  revokedAt: Instant | null;
}

/** A new key: 256 random bits behind a prefix by which scanners of leaked secrets can know it. */
export function newKey(): string {
  return `dateline_${randomBytes(32).toString('base64url')}`;
}

/**
 * SHA-256 of a key, hexadecimal: what is kept of it. A slow password hash would add nothing, since 256 random
 * bits can't be guessed.
 */
export function hashOfKey(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
