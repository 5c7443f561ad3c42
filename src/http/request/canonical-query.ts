import { z } from 'zod';
import { isCommaList } from './parse-parameters.ts';

interface Field {
  name: string;
  usual: unknown;
  commas: boolean;
}

const known = new WeakMap<z.ZodObject, Field[]>();

/** What of a schema's fields query strings depend on, looked up once: each answer writes several. */
function fieldsOf(schema: z.ZodObject): Field[] {
  let fields = known.get(schema);
  if (fields === undefined) {
    fields = Object.entries(schema.shape).map(([name, field]) => ({
      name,
      usual: field instanceof z.ZodDefault ? field.def.defaultValue : undefined,
      commas: isCommaList(field),
    }));
    known.set(schema, fields);
  }
  return fields;
}

/**
 * Parameters as the one query string that stands for all equal requests: in the order of the schema, without
 * what is default. It makes the `self` link, the entity tag and the key of caches. Begins with `?` or is empty.
 */
export function canonicalQuery(schema: z.ZodObject, values: Record<string, unknown>): string {
  let query = '';
  for (const { name, usual, commas } of fieldsOf(schema)) {
    const value = values[name];
    if (value === undefined || value === usual) continue;
    if (commas && Array.isArray(value)) query += `&${name}=${value.map(encoded).join(',')}`;
    else for (const part of [value].flat()) query += `&${name}=${encoded(part)}`;
  }
  return query === '' ? '' : `?${query.slice(1)}`;
}

/** Percent-encoded, except for the characters of filters that a query may hold as they are (RFC 3986, 3.4). */
function encoded(value: unknown): string {
  const text = String(value);
  // What cursors and slugs are made of.
  if (/^[\w.-]*$/.test(text)) return text;
  return encodeURIComponent(text).replace(/%(?:2C|2F|3A)/g, decodeURIComponent);
}
