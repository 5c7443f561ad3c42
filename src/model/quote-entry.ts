import { z } from 'zod';
import { ArticleCard } from './article.ts';
import { Quote } from './quote.ts';

export const QuoteEntry = z
  .object({
    id: z
      .string()
      .meta({ description: 'Opaque and stable within a revision.', example: 'a7q2k0x9m4v1c8t3-1' }),
    ...Quote.shape,
    article: ArticleCard.pick({
      id: true,
      slug: true,
      headline: true,
      publishedAt: true,
      source: true,
    }).meta({ id: 'QuoteArticle', description: 'The article that contains the quote.' }),
  })
  .meta({ id: 'QuoteEntry', description: 'A direct quote, its speaker and its article.' });
export type QuoteEntry = z.infer<typeof QuoteEntry>;
