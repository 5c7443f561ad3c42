import { z } from 'zod';

export const TextChange = z
  .object({
    op: z.enum(['equal', 'insert', 'delete']).meta({
      description: '`equal`: in both texts; `insert`: only in the second; `delete`: only in the first.',
      example: 'insert',
    }),
    text: z.string().meta({ description: 'The words, with their spaces.', example: 'on Sunday ' }),
  })
  .meta({ id: 'TextChange', description: 'A part that is in both texts, or in only one of them.' });
export type TextChange = z.infer<typeof TextChange>;
