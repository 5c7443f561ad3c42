import { z } from 'zod';
import type { Fault } from '../../errors.ts';
import { tagConjuncts } from '../../model/tag-syntax.ts';
import { nearestParameter } from './did-you-mean.ts';
import { faultOf, invalid, shortened } from './parameter-faults.ts';

/** Parameters of a request: all values by name, decoded, in their order. */
export type Given = Map<string, unknown[]>;

/** Returns the schema of a list in one value, separated by commas: `fields=id,headline`. It may also be repeated. */
export function commaList<T extends z.ZodType>(element: T, max = 50) {
  return z.array(element).min(1).max(max).meta({ explode: false });
}

/** Parsed parameters, and the unknown names that were ignored because the client allowed it. */
export interface ParsedParameters<T> {
  values: T;
  ignored: { name: string; suggestion: string | undefined }[];
}

/**
 * Parses parameters by a schema. Strings become numbers and lists where the schema has them; a JSON body may have
 * either. With `lenient`, unknown names are ignored. Throws an `invalid-parameter` Problem that names every fault.
 */
export function parseParameters<S extends z.ZodObject>(
  schema: S,
  given: Given,
  { lenient }: { lenient: boolean },
): ParsedParameters<z.output<S>> {
  const faults: Fault[] = [];
  const ignored: ParsedParameters<unknown>['ignored'] = [];
  const values: Record<string, unknown> = {};
  const names = Object.keys(schema.shape);
  for (const [name, texts] of given) {
    const field = Object.hasOwn(schema.shape, name) ? schema.shape[name] : undefined;
    if (!field) {
      const suggestion = nearestParameter(name, names);
      ignored.push({ name, suggestion });
      if (!lenient) faults.push(unknown(name, suggestion, names));
    } else if (texts.length > 1 && !isList(field)) {
      faults.push({
        param: name,
        value: shortened(texts),
        reason: 'may be given only once',
      });
    } else if (texts.some((text) => text === '' || (Array.isArray(text) && text.length === 0))) {
      faults.push({ param: name, value: '', reason: 'must not be empty; leave it out instead' });
    } else if (texts.includes(null)) {
      faults.push({ param: name, value: null, reason: 'must not be null; leave it out instead' });
    } else if (
      texts.flat().some((text) => typeof text === 'string' && !(text.isWellFormed() && !text.includes('\0')))
    ) {
      faults.push({
        param: name,
        reason: 'contains NUL or half of a surrogate pair',
      });
    } else {
      values[name] = coerced(field, texts);
    }
  }
  const parsed = schema.safeParse(values);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const name = String(issue.path[0]);
      if (!faults.some(({ param }) => param === name)) {
        faults.push(faultOf(issue, name, given.get(name), values[name]));
      }
    }
  }
  if (faults.length > 0 || !parsed.success) throw invalid(faults);
  return { values: parsed.data, ignored };
}

function unknown(name: string, suggestion: string | undefined, names: string[]): Fault {
  return {
    param: String(shortened(name)),
    reason:
      suggestion === 'cursor'
        ? 'is not a known parameter: for the next page follow links.next, or send page.next as cursor'
        : 'is not a known parameter',
    allowed: names,
    ...(suggestion && { suggestion }),
  };
}

/** Returns the schema inside `optional` and `default`. */
export function innerSchema(field: z.core.$ZodType): z.core.$ZodType {
  return field instanceof z.ZodOptional || field instanceof z.ZodDefault
    ? innerSchema(field.unwrap())
    : field;
}

/** True if a parameter is a list. */
export function isList(field: z.core.$ZodType): boolean {
  return innerSchema(field) instanceof z.ZodArray;
}

/** True if a list is written with commas in one value in links, not as repeated parameters. */
export function isCommaList(field: z.core.$ZodType): boolean {
  const inner = innerSchema(field);
  return inner instanceof z.ZodArray && inner.meta()?.explode === false;
}

/** Converts the values of a parameter to what its schema expects. Values of other types remain as they are. */
function coerced(field: z.core.$ZodType, given: unknown[]): unknown {
  const inner = innerSchema(field);
  const [first] = given;
  // `a,b`, repeated parameters and JSON arrays become the same list, so that they share links and cache entries.
  if (inner instanceof z.ZodArray) {
    const split = isCommaList(field) ? commaParts : tagConjuncts;
    return given.flat().flatMap((value) => {
      const text = numberAsText(value);
      return typeof text === 'string' ? split(text) : [text];
    });
  }
  if (inner instanceof z.ZodNumber) {
    const number = typeof first === 'string' && /^-?\d+$/.test(first) ? Number(first) : first;
    return typeof number === 'number' ? clamped(number) : number;
  }
  if (inner instanceof z.ZodBoolean) return first === 'true' ? true : first === 'false' ? false : first;
  // An enumeration may have the words true and false.
  if (inner instanceof z.ZodEnum && typeof first === 'boolean') return String(first);
  return inner instanceof z.ZodEnum || takesNumber(inner) ? numberAsText(first) : first;
}

/** True if the schema of a text says that JSON may have a number instead: `"date": 2024`. */
function takesNumber(field: z.core.$ZodType): boolean {
  return field instanceof z.ZodString && field.meta()?.number === true;
}

/** Returns a number of a JSON body as the text that it has in a URL; other values as they are. */
function numberAsText(value: unknown): unknown {
  return typeof value === 'number' ? String(value) : value;
}

function commaParts(text: string): string[] {
  return text.split(',').map((part) => part.trim());
}

/** Keeps a number in the range that zod accepts, so that a fault names the limit of the parameter. */
function clamped(number: number): number {
  return Math.min(Math.max(number, Number.MIN_SAFE_INTEGER), Number.MAX_SAFE_INTEGER);
}

/**
 * Returns the canonical query string, for `self` links and cache keys: parameters in the order of the schema, without
 * defaults. It begins with `?` or is empty.
 */
export function canonicalQuery(schema: z.ZodObject, values: Record<string, unknown>): string {
  let query = '';
  for (const name in schema.shape) {
    const value = values[name];
    const field = schema.shape[name];
    if (value === undefined || field === undefined || value === defaultOf(field)) continue;
    if (isCommaList(field) && Array.isArray(value)) query += `&${name}=${value.map(encoded).join(',')}`;
    else for (const part of [value].flat()) query += `&${name}=${encoded(part)}`;
  }
  return query === '' ? '' : `?${query.slice(1)}`;
}

/** Returns the default value of a parameter; undefined if it has none. */
export function defaultOf(field: z.core.$ZodType): unknown {
  return field instanceof z.ZodDefault ? field.def.defaultValue : undefined;
}

/** Percent-encodes a value, except for characters of filters that a query may contain (RFC 3986, 3.4). */
function encoded(value: unknown): string {
  const text = String(value);
  // Cursors and slugs need no encoding.
  if (/^[\w.-]*$/.test(text)) return text;
  return encodeURIComponent(text).replace(/%(?:2C|2F|3A)/g, decodeURIComponent);
}
