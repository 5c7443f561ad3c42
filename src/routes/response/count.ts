import { z } from 'zod';

/** Returns the schema of a count. `eq` and `gte` are the meanings of its relation. */
export function countOf(
  description: string,
  { eq, gte } = { eq: 'exact', gte: 'a lower bound' },
  example = 12,
) {
  return z.object({
    value: z.int().min(0).meta({ description, example }),
    relation: z.enum(['eq', 'gte']).meta({ description: `\`eq\`: ${eq}; \`gte\`: ${gte}.`, example: 'eq' }),
  });
}
