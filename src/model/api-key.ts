import { createHash, randomBytes } from 'node:crypto';
import type { Instant } from './instant.ts';

/**
 * Scopes of keys, each with the permissions of those before it: `read` reads, `write` also corrects, withdraws and
 * restores articles, `admin` also purges them.
 */
export const keyScopes = ['read', 'write', 'admin'] as const;
export type KeyScope = (typeof keyScopes)[number];

/** Scope that an operation declares. One with `open` never needs a key. */
export type Scope = 'open' | KeyScope;

/** Properties of a key that are decided when it is made. */
export interface KeyProperties {
  /** Name of the holder, for people. */
  name: string;
  scope: KeyScope;
  /** Slug of the only source whose articles the key may change; null for all. */
  source: string | null;
  /** Address of the only feed that the key may read, such as `/v1/articles.rss`; null for all. */
  feed: string | null;
  /** Instant from which the key is not accepted; null for never. */
  expiresAt: Instant | null;
}

/** An API key as stored. The key itself is not stored, only its hash. */
export interface ApiKey extends KeyProperties {
  id: string;
  createdAt: Instant;
  /** Instant of the last use that was recorded, at most a minute before the real one; null if it was never used. */
  lastUsedAt: Instant | null;
  revokedAt: Instant | null;
}

/** True if a key may do what needs a scope. */
export function hasScope({ scope }: Pick<ApiKey, 'scope'>, needed: KeyScope): boolean {
  return keyScopes.indexOf(scope) >= keyScopes.indexOf(needed);
}

/** Returns the state of a key at a time in ms. */
export function keyState({ revokedAt, expiresAt }: ApiKey, now: number): 'active' | 'expired' | 'revoked' {
  if (revokedAt !== null) return 'revoked';
  return expiresAt !== null && Date.parse(expiresAt) <= now ? 'expired' : 'active';
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
