import { z } from 'zod';
import type { FacetName } from '../../archive/queries.ts';
import { commaList } from '../../http/request/parameters.ts';
import { filterTagTypes } from '../../model/tag.ts';
import { countOf } from '../response/count.ts';

const names = [...filterTagTypes, 'year'] as const satisfies FacetName[];

export const facetsParameter = commaList(z.enum(names))
  .optional()
  .meta({
    description:
      'Facets to count over all pages of the list: the most frequent values of each, or the most recent years; `facet-limit` says how many.',
    example: ['topic', 'person'],
    explode: false,
  });

export const facetLimitParameter = z.int().min(1).max(100).optional().meta({
  description:
    'Maximum number of values per facet. Default: 10. Lists of tags take the same filters and have pages.',
  example: 10,
});

/** Meaning of a count that stops at the newest matches. */
export const newestOnly = { eq: 'all matches', gte: 'only the newest of them' };

const FacetValue = z
  .object({
    value: z.string().meta({ description: 'The slug, the language or the year.', example: 'war-in-ukraine' }),
    name: z.string().meta({ description: 'Name for people.', example: 'War in Ukraine' }),
    count: z.int().meta({ description: 'Number of counted articles with this value.', example: 12 }),
  })
  .meta({ id: 'FacetValue', description: 'A value of a facet and its count.' });

const Facet = z
  .object({
    values: z.array(FacetValue).meta({ description: 'Most frequent first; years, most recent first.' }),
    articles: countOf('Number of articles that were counted.', newestOnly, 3000).meta({
      id: 'FacetArticles',
      description: 'Number of articles that the facet was counted over.',
    }),
  })
  .meta({ id: 'Facet', description: 'Counts of values in the articles of a list.' });

export const Facets = z
  .object(Object.fromEntries(names.map((name) => [name, Facet])))
  .partial()
  .meta({ id: 'Facets', description: 'The requested facets, by name.' });
