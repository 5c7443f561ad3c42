import { z } from 'zod';
import { ArticleCard } from './article.ts';
import { Tag } from './tag.ts';

export const RelatedArticle = ArticleCard.extend({
  reason: z
    .object({
      sharedTags: z
        .array(Tag.pick({ id: true, name: true }))
        .meta({ description: 'Tags of both articles, rarest first.' }),
      sharedTerms: z.array(z.string()).meta({
        description: 'Rare words of the headline and standfirst that occur in both articles, rarest first.',
        example: ['demilitarized'],
      }),
      daysApart: z.int().min(0).nullable().meta({
        description: 'Whole days between the two publications; null if one of the articles is undated.',
        example: 2,
      }),
    })
    .meta({ id: 'RelationReason', description: 'Reasons why an article is related to another.' }),
}).meta({ id: 'RelatedArticle', description: 'An article related to another, with the reason.' });
export type RelatedArticle = z.infer<typeof RelatedArticle>;
