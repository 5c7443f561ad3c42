import { z } from 'zod';

/** Parameters that every paged list takes. */
export const paging = {
  limit: z
    .int()
    .min(1)
    .max(100)
    .default(20)
    .meta({ description: 'How many items a page has at most.', example: 20 }),
  cursor: z.string().max(2000).optional().meta({
    description:
      'Where the page begins: `page.next` or `page.prev` of another page of the same list. Opaque; keep filter and sort as they were.',
    example: 'EfTzSYbFIi25BA8Y4nrPQXBCR8cfnyiYWzEsMTczMDYzMDM0MCwiYTdxMmswIl0',
  }),
  count: z.enum(['none', 'capped', 'exact']).default('capped').meta({
    description:
      'How to count the total: not at all, up to a cap (then `relation` is `gte`), or exactly, which takes longer.',
    example: 'capped',
  }),
};
