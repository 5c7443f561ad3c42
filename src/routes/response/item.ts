import { z } from 'zod';

const address = (relation: string) =>
  z.string().meta({ description: `The address: ${relation}.`, example: '/v1/articles/eu-borrell-vows' });

/** Returns the schema of a response with one item. `links` maps relations to descriptions. */
export function itemOf(item: z.ZodType, links: Record<string, string>) {
  const shape = Object.fromEntries(
    Object.entries(links).map(([name, relation]) => [name, address(relation)]),
  );
  return z.object({
    data: item,
    links: z.object({ self: address('this item'), ...shape }).meta({ description: 'Related addresses.' }),
  });
}
