import { z } from 'zod';

/** UTC instant in ISO 8601 with `Z` and whole seconds: `2024-11-03T11:59:00Z`. */
export const Instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/, 'is not an instant such as 2024-11-03T11:59:00Z')
  .meta({
    description: 'An instant in UTC, ISO 8601 with `Z`.',
    example: '2024-11-03T11:59:00Z',
    format: 'date-time',
  });
export type Instant = z.infer<typeof Instant>;

/** Returns the whole seconds since 1970-01-01T00:00:00Z; negative before it. */
export function secondsOf(instant: Instant): number {
  return Math.floor(Date.parse(instant) / 1000);
}

/**
 * Returns the instant of a number of seconds since 1970-01-01T00:00:00Z. Throws RangeError outside the years 0000–9999.
 */
export function instantOf(seconds: number): Instant {
  const iso = new Date(seconds * 1000).toISOString();
  if (iso.length !== 24) throw new RangeError(`not an instant of the years 0000 to 9999: ${iso}`);
  return `${iso.slice(0, 19)}Z`;
}
