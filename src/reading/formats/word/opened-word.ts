import { z } from 'zod';

/** A Word document as HTML, with what its properties state. */
export const OpenedWord = z.object({
  html: z.string(),
  title: z.string().nullable(),
  language: z.string().nullable(),
  keywords: z.string().nullable(),
  /** Number of pictures, which are not read. */
  images: z.int(),
});
export type OpenedWord = z.infer<typeof OpenedWord>;
