import { z } from 'zod';
import { Instant } from '../../model/instant.ts';

/**
 * How `meta.query` says what was understood: the parameters of the list, but for the cursor, with the bounds in
 * time as instants.
 */
export function echoOf(parameters: z.ZodObject) {
  const { cursor: _cursor, date: _date, ...shape } = parameters.shape;
  const instants = 'from' in shape && {
    from: Instant.meta({ description: 'Published at or after.' }),
    to: Instant.meta({ description: 'Published before.', example: '2024-11-04T00:00:00Z' }),
  };
  return z
    .object({ ...shape, ...instants })
    .partial()
    .meta({
      description: 'The parameters as they were understood; bounds in time as instants, `to` exclusive.',
    });
}
