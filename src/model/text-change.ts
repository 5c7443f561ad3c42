import { z } from 'zod';

/** One stretch of a comparison. */
export const TextChange = z
  .object({
    op: z
      .enum(['equal', 'insert', 'delete'])
      .meta({ description: 'In both texts, only in the second, or only in the first.', example: 'insert' }),
    text: z.string().meta({ description: 'The words, with their spaces.', example: 'on Sunday ' }),
  })
  .meta({ id: 'TextChange', description: 'A stretch that both texts have, or only one of them.' });
export type TextChange = z.infer<typeof TextChange>;
