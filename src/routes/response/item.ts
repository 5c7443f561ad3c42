import { z } from 'zod';

const described = (relation: string) => ({
  description: `The address: ${relation}.`,
  example: '/v1/articles/eu-borrell-vows',
});
const address = (relation: string) => z.string().meta(described(relation));
const addressOrNull = (relation: string) => z.string().nullable().meta(described(relation));

/**
 * Returns the schema of a response with one item. `links` and `optionalLinks` map relations to descriptions; an optional
 * link is null where it leads nowhere.
 */
export function itemOf(
  item: z.ZodType,
  links: Record<string, string>,
  optionalLinks: Record<string, string> = {},
) {
  const shape = Object.fromEntries([
    ...Object.entries(links).map(([name, relation]) => [name, address(relation)]),
    ...Object.entries(optionalLinks).map(([name, relation]) => [name, addressOrNull(relation)]),
  ]);
  return z.object({
    data: item,
    links: z.object({ self: address('this item'), ...shape }).meta({ description: 'Related addresses.' }),
  });
}
