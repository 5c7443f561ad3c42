import type { Rendered } from '../../archive/results.ts';

// Stored JSON is spliced into responses as text, without parsing it. All such splicing is here.

/** Returns `{"data":[…],…rest}`. The items are JSON texts, or bytes that are joined with commas already. */
export function listBody(items: Rendered[] | Uint8Array, rest: Record<string, unknown>): string | Buffer {
  const end = `],${membersOf(rest)}`;
  return Array.isArray(items) ? `{"data":[${items.join(',')}${end}` : joined('{"data":[', items, end);
}

/** Returns `{"data":…,…rest}`. The item is JSON, as a text or in UTF-8. */
export function itemBody(item: Rendered | Uint8Array, rest: Record<string, unknown>): string | Buffer {
  const end = `,${membersOf(rest)}`;
  return typeof item === 'string' ? `{"data":${item}${end}` : joined('{"data":', item, end);
}

/** Returns a JSON object with one more member, whose value is JSON. The object must not be empty. */
// ('{"a":1}', 'b', '[2]') → '{"a":1,"b":[2]}'
export function withMember(object: Rendered, name: string, value: Rendered): Rendered {
  return `${object.slice(0, -1)},"${name}":${value}}`;
}

/** Returns the members of an object and its closing brace: `"a":1}`. */
function membersOf(object: Record<string, unknown>): string {
  return JSON.stringify(object).slice(1);
}

function joined(before: string, json: Uint8Array, after: string): Buffer {
  return Buffer.concat([Buffer.from(before), json, Buffer.from(after)]);
}
