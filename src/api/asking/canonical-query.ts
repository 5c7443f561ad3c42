import { z } from 'zod';
import { isCommaList } from './parameters.ts';

/**
 * Parameters as the one query string that stands for all equal requests: in the order of the schema, without
 * what is default. It makes the `self` link, the entity tag and the key of caches. Begins with `?` or is empty.
 */
export function canonicalQuery(schema: z.ZodObject, values: Record<string, unknown>): string {
  const pairs = Object.entries(schema.shape).flatMap(([name, field]) => {
    const value = values[name];
    if (value === undefined || (field instanceof z.ZodDefault && value === field.def.defaultValue)) return [];
    if (isCommaList(field) && Array.isArray(value)) return [`${name}=${value.map(encoded).join(',')}`];
    return [value].flat().map((part) => `${name}=${encoded(part)}`);
  });
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

/** Percent-encoded, except for the characters of filters that a query may hold as they are (RFC 3986, 3.4). */
function encoded(value: unknown): string {
  return encodeURIComponent(String(value)).replace(/%(?:2C|2F|3A)/g, decodeURIComponent);
}
