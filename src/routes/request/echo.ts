import { z } from 'zod';
import { Instant } from '../../model/instant.ts';

/** Returns the schema of `meta.query`: the parsed parameters without the cursor, with the period as instants. */
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
      description: 'The parsed parameters; bounds in time as instants, `to` exclusive.',
    });
}
