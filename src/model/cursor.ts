import { hash, timingSafeEqual } from 'node:crypto';
import { hmacSha256 } from './hmac.ts';
import type { Position } from './query.ts';

/** Reasons to reject a cursor: truncated or not a cursor, wrong signature, or made for another list. */
export type CursorFault = 'malformed' | 'forged' | 'foreign';

/** Length of the signature in base64url characters: 132 bits. */
const signatureLength = 22;
/** Length of the hash of the list in base64url characters: 66 bits. */
const listLength = 11;

/**
 * Encodes a position as an opaque, URL-safe string. It is signed with the archive's secret and bound to `list`, which
 * identifies the filter and sort. Layout, all base64url: signature, hash of the list, position as JSON.
 */
export function writeCursor({ direction, rank, id }: Position, list: string, secret: string): string {
  const position = Buffer.from(JSON.stringify([direction === 'after' ? 1 : 0, rank, id])).toString(
    'base64url',
  );
  const content = hashOf(list) + position;
  return signatureOf(content, secret) + content;
}

/** Decodes a cursor made by `writeCursor` for this list, or returns the reason to reject it. */
export function readCursor(cursor: string, list: string, secret: string): Position | CursorFault {
  if (cursor.length <= signatureLength + listLength || !/^[\w-]+$/.test(cursor)) return 'malformed';
  const content = cursor.slice(signatureLength);
  const signature = cursor.slice(0, signatureLength);
  if (!timingSafeEqual(Buffer.from(signature), Buffer.from(signatureOf(content, secret)))) return 'forged';
  if (content.slice(0, listLength) !== hashOf(list)) return 'foreign';
  return positionOf(JSON.parse(Buffer.from(content.slice(listLength), 'base64url').toString()));
}

function positionOf(parts: unknown): Position | CursorFault {
  if (!Array.isArray(parts)) return 'malformed';
  const [after, rank, id]: unknown[] = parts;
  if ((typeof rank !== 'number' && typeof rank !== 'string') || typeof id !== 'string') return 'malformed';
  return { direction: after === 1 ? 'after' : 'before', rank, id };
}

function hashOf(list: string): string {
  return hash('sha256', list, 'base64url').slice(0, listLength);
}

function signatureOf(content: string, secret: string): string {
  return hmacSha256(secret, content).slice(0, signatureLength);
}
