import { hash, timingSafeEqual } from 'node:crypto';
import type { Position } from './query.ts';

/** Why a cursor can't be used: cut off or not ours, or made for another list. */
export type CursorFault = 'malformed' | 'forged' | 'foreign';

/** Characters of base64url: 132 bits. */
const macLength = 22;
/** 66 bits. */
const listLength = 11;

/**
 * A position as an opaque text for URLs: signed with the archive's secret, bound to `list`, which names the filter and
 * sort that it came from. All in base64url: the signature, the hash of the list, the position as JSON.
 */
export function writeCursor({ direction, rank, id }: Position, list: string, secret: string): string {
  const position = Buffer.from(JSON.stringify([direction === 'after' ? 1 : 0, rank, id])).toString(
    'base64url',
  );
  const content = hashOf(list) + position;
  return macOf(content, secret) + content;
}

/** The position that `writeCursor` wrote for this list, or why it is not one. */
export function readCursor(cursor: string, list: string, secret: string): Position | CursorFault {
  if (cursor.length <= macLength + listLength || !/^[\w-]+$/.test(cursor)) return 'malformed';
  const content = cursor.slice(macLength);
  const mac = cursor.slice(0, macLength);
  if (!timingSafeEqual(Buffer.from(mac), Buffer.from(macOf(content, secret)))) return 'forged';
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

/**
 * A hash over secret and content. SHA-512/256 tells too little of its state for anyone to go on from it, so that this needs
 * no second hash around it as HMAC has (Coron et al., "Merkle-Damgård Revisited", CRYPTO 2005). Each page of a list needs
 * three, and `createHmac` takes four times as long as one hash that gives a text.
 */
function macOf(content: string, secret: string): string {
  return hash('sha512-256', `${secret}\n${content}`, 'base64url').slice(0, macLength);
}
