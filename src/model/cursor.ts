import { hash, timingSafeEqual } from 'node:crypto';
import { hmacSha256 } from './hmac.ts';
import type { Position } from './query.ts';

/** Reasons to reject a cursor: truncated or not a cursor, wrong signature, or made for another list. */
export type CursorFault = 'malformed' | 'forged' | 'foreign';

/** Length of the signature in base64url characters: 132 bits. */
const signatureLength = 22;
/** Length of the hash of the list in base64url characters: 66 bits. */
const listLength = 11;

/** A position, and a text that its cursor carries from page to page. */
export interface CarryingPosition extends Position {
  carried?: string;
}

/**
 * Encodes a position as an opaque, URL-safe string. It is signed with the archive's secret and bound to `list`, which
 * identifies the filter and sort. Layout, all base64url: signature, hash of the list, position as JSON.
 */
export function writeCursor(
  { direction, rank, id, carried }: CarryingPosition,
  list: string,
  secret: string,
): string {
  const parts = [direction === 'after' ? 1 : 0, rank, id, ...(carried === undefined ? [] : [carried])];
  const position = Buffer.from(JSON.stringify(parts)).toString('base64url');
  const content = hashOf(list) + position;
  return signatureOf(content, secret) + content;
}

/**
 * Decodes a cursor made by `writeCursor` for this list, or returns the reason to reject it. If the list depends on the
 * text that the cursor carries, `list` returns it; undefined if there is no such list.
 */
export function readCursor(
  cursor: string,
  list: string | ((carried: string | undefined) => string | undefined),
  secret: string,
): CarryingPosition | CursorFault {
  if (cursor.length <= signatureLength + listLength || !/^[\w-]+$/.test(cursor)) return 'malformed';
  const content = cursor.slice(signatureLength);
  const signature = cursor.slice(0, signatureLength);
  if (!timingSafeEqual(Buffer.from(signature), Buffer.from(signatureOf(content, secret)))) return 'forged';
  const position = positionOf(JSON.parse(Buffer.from(content.slice(listLength), 'base64url').toString()));
  if (typeof position === 'string') return position;
  const expected = typeof list === 'string' ? list : list(position.carried);
  return expected !== undefined && content.slice(0, listLength) === hashOf(expected) ? position : 'foreign';
}

function positionOf(parts: unknown): CarryingPosition | CursorFault {
  if (!Array.isArray(parts)) return 'malformed';
  const [after, rank, id, carried]: unknown[] = parts;
  if ((typeof rank !== 'number' && typeof rank !== 'string') || typeof id !== 'string') return 'malformed';
  if (carried !== undefined && typeof carried !== 'string') return 'malformed';
  return { direction: after === 1 ? 'after' : 'before', rank, id, ...(carried !== undefined && { carried }) };
}

function hashOf(list: string): string {
  return hash('sha256', list, 'base64url').slice(0, listLength);
}

function signatureOf(content: string, secret: string): string {
  return hmacSha256(secret, content).slice(0, signatureLength);
}
