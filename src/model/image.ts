import { z } from 'zod';

export const Image = z
  .object({
    url: z
      .string()
      .nullable()
      .meta({ description: 'Address of the picture, if the source gives one.', example: null }),
    caption: z
      .string()
      .nullable()
      .meta({ description: 'Caption as printed.', example: 'Josep Borrell in Tokyo.' }),
    credit: z.string().nullable().meta({ description: 'Credit as printed.', example: 'AFP' }),
    alt: z
      .string()
      .optional()
      .meta({ description: 'Text alternative, if the source states one.', example: 'A man at a desk.' }),
    width: z
      .int()
      .positive()
      .optional()
      .meta({ description: 'Width in pixels, if the source states it.', example: 1200 }),
    height: z
      .int()
      .positive()
      .optional()
      .meta({ description: 'Height in pixels, if the source states it.', example: 800 }),
    type: z
      .string()
      .optional()
      .meta({ description: 'Media type, if the source states it.', example: 'image/jpeg' }),
  })
  .meta({ id: 'Image', description: 'A picture that belongs to an article.' });
export type Image = z.infer<typeof Image>;
