import { z } from 'zod';
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
    if (value === undefined || isDefault || isFollowed(format, param)) return [];
    return {
      param,
      value: shortened(value),
      reason: `has no place in ${format.name}; leave it out or ask for JSON`,
    };
  });
  if (faults.length > 0) throw invalid(faults);
}

function isFollowed({ follows = [] }: Format, name: string): boolean {
  return !choosing.includes(name) || follows.includes(name);
}
