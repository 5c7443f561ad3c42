import { z } from 'zod';
import type { Fault } from '../errors.ts';
import type { Format } from './operation.ts';
import { invalid, shortened } from './parameters.ts';

/** The parameters that choose what is shown of each item, and not which items. */
const choosing = ['fields', 'include', 'facets', 'highlight'];

/** The values without the parameters that a format does not follow; without a format, all of them. */
export function followedBy(
  format: Format | undefined,
  values: Record<string, unknown>,
): Record<string, unknown> {
  if (!format) return values;
  return Object.fromEntries(Object.entries(values).filter(([name]) => isFollowed(format, name)));
}

/**
 * Throws a Problem that names the parameters that were given and mean nothing in this format: to leave them out
 * silently would answer something else than what was asked for.
 */
export function refuseUnfollowed(format: Format, schema: z.ZodObject, values: Record<string, unknown>): void {
  const faults = Object.entries(values).flatMap(([param, value]) => {
    const field = schema.shape[param];
    const isDefault = field instanceof z.ZodDefault && field.def.defaultValue === value;
    if (value === undefined || isDefault) return [];
    if (isFollowed(format, param)) return faultOf(format, param, value);
    return {
      param,
      value: shortened(value),
      reason: `has no place in ${format.name}; leave it out or ask for JSON`,
    };
  });
  if (faults.length > 0) throw invalid(faults);
}

/** What is wrong with a parameter that the format follows, but not to every field. */
function faultOf({ name, fields: allowed }: Format, param: string, value: unknown): Fault[] {
  if (!allowed || !choosing.includes(param) || !Array.isArray(value)) return [];
  const missing = value.map(String).filter((field) => !allowed.includes(field));
  if (missing.length === 0) return [];
  const reason = `names what has no place in ${name}: ${missing.join(', ')}`;
  return [{ param, value: shortened(value), reason, allowed: [...allowed] }];
}

function isFollowed({ follows = [] }: Format, name: string): boolean {
  return !choosing.includes(name) || follows.includes(name);
}
