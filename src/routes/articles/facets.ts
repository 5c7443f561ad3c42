import { z } from 'zod';
import type { FacetName } from '../../archive/queries.ts';
import { commaList } from '../../http/request/parameters.ts';

const names = [
  'person',
  'topic',
  'organization',
  'place',
  'source',
  'language',
  'year',
] as const satisfies FacetName[];

/** Number of values in a facet. */
export const facetValues = 10;

/** Parameter that requests facets. */
export const facetsParameter = commaList(z.enum(names))
  .optional()
  .meta({
    description: `What to count in the articles of the list, over all its pages: the ${facetValues} most frequent of each, or the most recent years.`,
    example: ['topic', 'person'],
    explode: false,
  });

const FacetValue = z
  .object({
    value: z.string().meta({ description: 'The slug, the language or the year.', example: 'war-in-ukraine' }),
    name: z.string().meta({ description: 'What to show to people.', example: 'War in Ukraine' }),
    count: z.int().meta({ description: 'In how many of the counted articles it occurs.', example: 12 }),
  })
  .meta({ id: 'FacetValue', description: 'A value of a facet and how often it occurs.' });

const Facet = z
  .object({
    values: z.array(FacetValue).meta({ description: 'The most frequent first; years, the most recent.' }),
    articles: z
      .object({
        value: z.int().meta({ description: 'How many articles were counted.', example: 3000 }),
        relation: z.enum(['eq', 'gte']).meta({
          description: 'Whether these are all that match (`eq`) or only the newest of them (`gte`).',
          example: 'gte',
        }),
      })
      .meta({ id: 'FacetArticles', description: 'Over how many articles the facet was counted.' }),
  })
  .meta({ id: 'Facet', description: 'How often values occur in the articles of a list.' });

/** The requested facets of a list, by name. */
export const Facets = z
  .object(Object.fromEntries(names.map((name) => [name, Facet])))
  .partial()
  .meta({ id: 'Facets', description: 'The facets that were asked for, by name.' });
