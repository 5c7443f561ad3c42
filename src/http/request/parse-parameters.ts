import { z } from 'zod';
import { type Fault, Problem } from '../../errors.ts';
import { nearest } from './did-you-mean.ts';
import type { Given } from './query-string.ts';

/** A list in one value, separated by commas: `fields=id,headline`. */
export function commaList<T extends z.ZodType>(element: T) {
  return z.array(element).min(1).max(50).meta({ explode: false });
}

/** Parameters that were understood, and names that were ignored because the caller allowed it. */
export interface Understood<T> {
  values: T;
  ignored: { name: string; suggestion: string | undefined }[];
}

/**
 * Reads parameters into what the schema says. A query string has only texts: they become numbers and lists where
 * the schema has those; a JSON body may hold either. Throws a Problem that names every fault at once.
 */
export function readParameters<S extends z.ZodObject>(
  schema: S,
  given: Given,
  { lenient }: { lenient: boolean },
): Understood<z.output<S>> {
  const faults: Fault[] = [];
  const ignored: Understood<unknown>['ignored'] = [];
  const values: Record<string, unknown> = {};
  const names = Object.keys(schema.shape);
  for (const [name, texts] of given) {
    const field = Object.hasOwn(schema.shape, name) ? schema.shape[name] : undefined;
    if (!field) {
      const suggestion = nearest(name, names);
      ignored.push({ name, suggestion });
      if (!lenient) faults.push(unknown(name, suggestion, names));
    } else if (texts.length > 1 && !isRepeatable(field)) {
      faults.push({
        param: name,
        value: shortened(texts),
        reason: 'is given more than once, but takes one value',
      });
    } else if (texts.some((text) => text === '')) {
      faults.push({ param: name, value: '', reason: 'is empty; leave it out instead' });
    } else if (
      texts.some((text) => typeof text === 'string' && !(text.isWellFormed() && !text.includes('\0')))
    ) {
      faults.push({
        param: name,
        reason: 'holds a character that no text has (NUL or half of a surrogate pair)',
      });
    } else {
      values[name] = coerced(field, texts);
    }
  }
  const parsed = schema.safeParse(values);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const name = String(issue.path[0]);
      if (!faults.some(({ param }) => param === name)) faults.push(faultOf(issue, name, given.get(name)));
    }
  }
  if (faults.length > 0 || !parsed.success) throw invalid(faults);
  return { values: parsed.data, ignored };
}

/** A problem that lists what is wrong with the parameters; its detail says it in words. */
export function invalid(faults: Fault[]): Problem {
  return new Problem('invalid-parameter', faults.map(faultWords).join(' '), { faults });
}

function faultWords({ param, reason, suggestion }: Fault): string {
  const sentence = /[.)]$/.test(reason) ? `${param}: ${reason}` : `${param} ${reason}.`;
  return suggestion ? `${sentence} Did you mean ${suggestion}?` : sentence;
}

/** A value as far as an error may repeat it. */
export function shortened(value: unknown): unknown {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (text === undefined || text.length <= 100) return value;
  return `${text.slice(0, 100).toWellFormed()}…`;
}

function unknown(name: string, suggestion: string | undefined, names: string[]): Fault {
  return {
    param: String(shortened(name)),
    reason: 'is not a parameter of this resource',
    allowed: names,
    ...(suggestion && { suggestion }),
  };
}

/** The schema inside of optional and default. */
export function innerSchema(field: z.core.$ZodType): z.core.$ZodType {
  return field instanceof z.ZodOptional || field instanceof z.ZodDefault
    ? innerSchema(field.unwrap())
    : field;
}

/** Whether a list is written as commas in one value instead of repeated parameters. */
export function isCommaList(field: z.core.$ZodType): boolean {
  const inner = innerSchema(field);
  return inner instanceof z.ZodArray && inner.meta()?.explode === false;
}

function isRepeatable(field: z.core.$ZodType): boolean {
  return innerSchema(field) instanceof z.ZodArray && !isCommaList(field);
}

function coerced(field: z.core.$ZodType, given: unknown[]): unknown {
  const inner = innerSchema(field);
  const [first] = given;
  if (isCommaList(field))
    return typeof first === 'string' ? first.split(',').map((part) => part.trim()) : first;
  if (inner instanceof z.ZodArray) return given.length === 1 && Array.isArray(first) ? first : given;
  const isNumeral = typeof first === 'string' && /^-?\d{1,15}$/.test(first);
  return inner instanceof z.ZodNumber && isNumeral ? Number(first) : first;
}

function faultOf(issue: z.core.$ZodIssue, param: string, given: unknown[] | undefined): Fault {
  const value = shortened(given?.length === 1 ? given[0] : given);
  const fault = (reason: string, allowed?: string | string[], suggestion?: string): Fault => ({
    param,
    value,
    reason,
    ...(allowed && { allowed }),
    ...(suggestion && { suggestion }),
  });
  if (issue.code === 'invalid_value') {
    const allowed = issue.values.map(String);
    const index = issue.path[1];
    const part =
      typeof index === 'number' && typeof value === 'string' ? value.split(',')[index]?.trim() : value;
    return fault(
      `${issue.path.length > 1 ? `holds ${JSON.stringify(part)}, which is` : 'is'} none of the allowed values`,
      allowed,
      nearest(String(part), allowed),
    );
  }
  if (issue.code === 'too_small' || issue.code === 'too_big') {
    const bound = String(issue.code === 'too_small' ? issue.minimum : issue.maximum);
    const unit = issue.origin === 'string' ? ' characters' : issue.origin === 'array' ? ' values' : '';
    return fault(
      `must ${unit && 'have '}${unit ? '' : 'be '}${issue.code === 'too_small' ? 'at least' : 'at most'} ${bound}${unit}`,
    );
  }
  if (issue.code === 'invalid_type' && issue.expected === 'int') return fault('must be a whole number');
  if (issue.code === 'invalid_type' && issue.expected === 'number') return fault('must be a whole number');
  if (issue.code === 'invalid_type')
    return fault(`must be ${issue.expected === 'array' ? 'a list' : 'a text'}`);
  return fault(issue.message);
}
