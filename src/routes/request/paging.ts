import { z } from 'zod';

export const paging = {
  limit: z
    .int()
    .min(1)
    .max(100)
    .default(20)
    .meta({ description: 'Maximum number of items per page.', example: 20 }),
  cursor: z.string().max(4000).optional().meta({
    description:
      'Position of the page: `page.next` or `page.prev` of another page of the same list. Opaque; use it with the same filter and sort.',
    example: 'EfTzSYbFIi25BA8Y4nrPQXBCR8cfnyiYWzEsMTczMDYzMDM0MCwiYTdxMmswIl0',
  }),
  count: z.enum(['none', 'capped', 'exact']).default('capped').meta({
    description:
      'Counting of the total: not at all, up to a cap (then `relation` is `gte`), or exactly, which takes longer.',
    example: 'capped',
  }),
};
