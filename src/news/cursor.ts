import { createHmac, hash, timingSafeEqual } from 'node:crypto';
import type { Position } from './query.ts';

/** Why a cursor can't be used: cut off or not ours, or made for another list. */
export type CursorFault = 'malformed' | 'forged' | 'foreign';

const macLength = 16;
const listLength = 8;

/**
 * A position as an opaque text for URLs: signed with the archive's secret, bound to `list`, which names the
 * filter and sort that it came from. Base64url of an HMAC-SHA-256 (first 16 bytes), the hash of the list
 * (8 bytes) and the position as JSON.
 */
export function writeCursor(position: Position, list: string, secret: string): string {
  const content = Buffer.concat([
    hashOf(list),
    Buffer.from(JSON.stringify([position.direction === 'after' ? 1 : 0, position.rank, position.id])),
  ]);
  return Buffer.concat([macOf(content, secret), content]).toString('base64url');
}

/** The position that `writeCursor` wrote for this list, or why it is not one. */
export function readCursor(cursor: string, list: string, secret: string): Position | CursorFault {
  const bytes = Buffer.from(cursor, 'base64url');
  if (bytes.length <= macLength + listLength || bytes.toString('base64url') !== cursor) return 'malformed';
  const content = bytes.subarray(macLength);
  if (!timingSafeEqual(bytes.subarray(0, macLength), macOf(content, secret))) return 'forged';
  if (!content.subarray(0, listLength).equals(hashOf(list))) return 'foreign';
  return positionOf(JSON.parse(content.subarray(listLength).toString()));
}

function positionOf(parts: unknown): Position | CursorFault {
  if (!Array.isArray(parts)) return 'malformed';
  const [after, rank, id]: unknown[] = parts;
  if ((typeof rank !== 'number' && typeof rank !== 'string') || typeof id !== 'string') return 'malformed';
  return { direction: after === 1 ? 'after' : 'before', rank, id };
}

function hashOf(list: string): Buffer {
  return hash('sha256', list, 'buffer').subarray(0, listLength);
}

function macOf(content: Buffer, secret: string): Buffer {
  return createHmac('sha256', secret).update(content).digest().subarray(0, macLength);
}
