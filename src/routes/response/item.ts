import { z } from 'zod';

const address = (relation: string) =>
  z.string().meta({ description: `The address: ${relation}.`, example: '/v1/articles/eu-borrell-vows' });

/** An item as it is documented; `links` gives the relations and what each is. */
export function itemOf(item: z.ZodType, links: Record<string, string>) {
  const shape = Object.fromEntries(
    Object.entries(links).map(([name, relation]) => [name, address(relation)]),
  );
  return z.object({
    data: item,
    links: z
      .object({ self: address('this item'), ...shape })
      .meta({ description: 'What belongs to the item.' }),
  });
}
