import type { z } from 'zod';
import { type Fault, Problem } from '../../errors.ts';
import { nearest } from '../../model/nearest.ts';

/** Returns an `invalid-parameter` Problem for these faults. */
export function invalid(faults: Fault[]): Problem {
  return new Problem('invalid-parameter', faults.map(faultWords).join(' '), { faults });
}

function faultWords({ param, reason, suggestion }: Fault): string {
  if (suggestion) return `${param} ${reason}; did you mean "${suggestion}"?`;
  return /[.)]$/.test(reason) ? `${param}: ${reason}` : `${param} ${reason}.`;
}

/** Shortens a value to 100 characters, for error messages. */
export function shortened(value: unknown): unknown {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (text === undefined || text.length <= 100) return value;
  return `${text.slice(0, 100).toWellFormed()}…`;
}

/** Types of JSON in words, where they differ from a string. */
const types: Partial<Record<string, string>> = {
  int: 'a whole number',
  number: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

/** Returns a path inside a parameter: `[0].headline`. */
function placeOf(path: PropertyKey[]): string {
  return path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');
}

/** Returns the value at a path of a JSON value; undefined if there is none. */
function valueAt(value: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, step) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, step) : undefined),
    value,
  );
}

/** Returns the fault of an issue that zod found in a parameter. `given` has its values as sent, `parsed` as converted. */
export function faultOf(
  issue: z.core.$ZodIssue,
  param: string,
  given: unknown[] | undefined,
  parsed: unknown,
): Fault {
  const [, index, ...inner] = issue.path;
  const isNested = inner.length > 0;
  const whole = given?.length === 1 ? given[0] : given;
  const value = shortened(isNested ? valueAt(parsed, issue.path.slice(1)) : whole);
  const element = !isNested && typeof index === 'number' && Array.isArray(parsed) ? parsed[index] : undefined;
  const fault = (reason: string, allowed?: string | string[], suggestion?: string): Fault => ({
    param,
    value,
    reason: isNested ? `${placeOf(issue.path.slice(1))} ${reason}` : reason,
    ...(allowed && { allowed }),
    ...(suggestion && { suggestion }),
  });
  if (issue.code === 'invalid_value') {
    const allowed = issue.values.map(String);
    return fault(
      element === undefined
        ? 'is not an allowed value'
        : `contains ${JSON.stringify(shortened(element))}, which is not an allowed value`,
      allowed,
      nearest(String(element ?? value), allowed),
    );
  }
  if (issue.code === 'too_small' || issue.code === 'too_big') {
    const bound = String(issue.code === 'too_small' ? issue.minimum : issue.maximum);
    const unit = issue.origin === 'string' ? 'character' : issue.origin === 'array' ? 'value' : undefined;
    const limit = `${issue.code === 'too_small' ? 'at least' : 'at most'} ${bound}`;
    return fault(unit ? `must have ${limit} ${unit}${bound === '1' ? '' : 's'}` : `must be ${limit}`);
  }
  if (issue.code === 'invalid_union' && 'options' in issue && issue.options) {
    const allowed = issue.options.map(String);
    return fault('is not an allowed value', allowed, nearest(String(value), allowed));
  }
  if (issue.code === 'invalid_type') {
    if (isNested && value === undefined) return fault('is missing');
    const expected = types[issue.expected] ?? 'a string';
    return fault(
      element === undefined
        ? `must be ${expected}`
        : `contains ${JSON.stringify(shortened(element))}, which is not ${expected}`,
    );
  }
  return fault(issue.message);
}
