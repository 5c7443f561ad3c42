import { z } from 'zod';
import type { Fault } from '../../errors.ts';
import type { Format } from '../operation.ts';
import { invalid, shortened } from './parse-parameters.ts';

/** The parameters that choose what is shown of each item, and not which items. */
const choosing = ['fields', 'include', 'facets', 'highlight'];

/** The values without the parameters that a format does not follow: the same object where it follows all. */
export function followedBy(
  format: Format | undefined,
  schema: z.ZodObject,
  values: Record<string, unknown>,
): Record<string, unknown> {
  const unfollowed = format ? unfollowedBy(format, schema, values) : [];
  if (unfollowed.length === 0) return values;
  return Object.fromEntries(Object.entries(values).filter(([name]) => !unfollowed.includes(name)));
}

/**
 * Throws a Problem that names the parameters that were given and mean nothing in this format: to leave them out
 * silently would answer something else than what was asked for.
 */
export function refuseUnfollowed(format: Format, schema: z.ZodObject, values: Record<string, unknown>): void {
  const faults = [
    ...unfollowedBy(format, schema, values).map((param) => ({
      param,
      value: shortened(values[param]),
      reason: `has no place in ${format.name}; leave it out or ask for JSON`,
    })),
    ...choosing.flatMap((param) => missingFields(format, param, values[param])),
  ];
  if (faults.length > 0) throw invalid(faults);
}

function unfollowedBy(
  { follows = [] }: Format,
  { shape }: z.ZodObject,
  values: Record<string, unknown>,
): string[] {
  return choosing.filter((name) => {
    const field = shape[name];
    const usual = field instanceof z.ZodDefault ? field.def.defaultValue : undefined;
    return values[name] !== usual && !follows.includes(name);
  });
}

/** What is wrong with a parameter that names fields, of which the format has not all. */
function missingFields(
  { name, follows = [], fields: allowed }: Format,
  param: string,
  value: unknown,
): Fault[] {
  if (!allowed || !follows.includes(param) || !Array.isArray(value)) return [];
  const missing = value.map(String).filter((field) => !allowed.includes(field));
  if (missing.length === 0) return [];
  const reason = `names what has no place in ${name}: ${missing.join(', ')}`;
  return [{ param, value: shortened(value), reason, allowed: [...allowed] }];
}
