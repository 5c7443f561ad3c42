/** Deeper values are refused: no article nests so, attacks on recursive code do. */
const maxDepth = 64;

/** A value of JSON; what a file holds before anybody looked at it. */
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/**
 * Parses JSON (RFC 8259), without its byte order mark. Refuses what nests deeper than 64 and what does not
 * parse, with the reason, and the line of the fault where the engine tells the place.
 *
 * `parseJson('{"a":')` → `{ reason: 'invalid JSON: Unexpected end of JSON input', line: 1 }`
 */
export function parseJson(text: string): { value: Json } | { reason: string; line: number } {
  const source = text.startsWith('\ufeff') ? text.slice(1) : text;
  const tooDeep = firstTooDeep(source);
  if (tooDeep >= 0) return { reason: `nested deeper than ${maxDepth} levels`, line: lineAt(source, tooDeep) };
  try {
    return { value: JSON.parse(source) };
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    const position = Number(/at position (\d+)/.exec(message)?.[1] ?? source.length);
    const reason = message.replace(/^Unexpected token .*, .* is not valid JSON$/s, 'unexpected character');
    return { reason: `invalid JSON: ${reason.slice(0, 200)}`, line: lineAt(source, position) };
  }
}

/** Line of an offset in a text, from 1. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

/** True for a JSON object. */
export function isRecord(value: Json | undefined): value is { [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function firstTooDeep(source: string): number {
  let depth = 0;
  for (const { 0: token, index } of source.matchAll(/"(?:[^"\\]|\\.)*"?|[[{\]}]/gs)) {
    if (token === '[' || token === '{') {
      if (++depth > maxDepth) return index;
    } else if (token === ']' || token === '}') depth--;
  }
  return -1;
}
