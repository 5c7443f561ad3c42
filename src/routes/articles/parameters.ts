import { z } from 'zod';
import { commaList } from '../../http/request/parameters.ts';
import { Article, ArticleCard } from '../../model/article.ts';
import { features } from '../../model/query.ts';
import { tagLimits } from '../../model/tag-syntax.ts';
import { paging } from '../request/paging.ts';
import { dateWord, periodParameters } from '../request/period.ts';
import { facetLimitParameter, facetsParameter } from './facets.ts';
import { matchParameter } from './relaxed.ts';

export const articlePath = {
  article: {
    description: 'The id or the slug of the article.',
    example: 'eu-borrell-vows-to-advance-security',
  },
};

const expression = (description: string, example: string) =>
  z
    .array(z.string().max(1000))
    .min(1)
    .max(tagLimits.tags)
    .optional()
    .meta({ description, example: [example] });

const tagList = (description: string, example: string[]) =>
  commaList(z.string().max(200)).optional().meta({ description, example, explode: false });

/** All fields of an article. */
export const fieldNames = Object.keys(Article.shape);

export const articleFilterParameters = {
  q: z.string().max(1000).optional().meta({
    description:
      'Full-text search: words, "phrases", -not, OR, prefix*. Searches headline, standfirst, body and captions.',
    example: 'borrell "security and defense"',
  }),
  tag: expression(
    'Tags as `type/slug`, or a bare slug that only one type has: comma is AND, pipe is OR, minus is NOT, parentheses group. Repeat it for AND.',
    'person/josep-borrell,-place/japan',
  ),
  'tag.any': tagList('Tags of which an article has at least one.', ['place/north-korea', 'place/russia']),
  'tag.all': tagList('Tags of which an article has all.', ['person/josep-borrell', 'person/cho-tae-yul']),
  'tag.none': tagList('Tags of which an article has none.', ['place/japan']),
  person: expression('Slugs of people, with the operators of `tag`.', 'josep-borrell|cho-tae-yul'),
  topic: expression('Slugs of topics, with the operators of `tag`.', 'war-in-ukraine'),
  organization: expression('Slugs of organizations, with the operators of `tag`.', 'european-union'),
  place: expression('Slugs of places, with the operators of `tag`.', 'seoul'),
  keyword: expression(
    "The source's own keywords, as slugs or as printed, with the operators of `tag`.",
    'open-data',
  ),
  section: expression('Sections, as slugs or as printed, with the operators of `tag`.', 'world'),
  author: expression('Authors, as slugs or as printed, with the operators of `tag`.', 'ann-lee'),
  source: expression('Slugs of sources, with the operators of `tag`.', 'the-korea-herald'),
  language: expression(
    'Languages as BCP 47 tags, with the operators of `tag`; `en` also finds `en-GB` (RFC 4647, 3.3.1).',
    'en',
  ),
  has: commaList(z.enum(features))
    .optional()
    .meta({
      description:
        'Features that an article has, all of them: a picture (also one of which only the caption is known), or direct quotes.',
      example: ['image', 'quotes'],
      explode: false,
    }),
  ids: commaList(z.string().min(1).max(500), 100)
    .optional()
    .meta({
      description:
        'Only these articles, by id or slug, in the order of `sort`. `meta.warnings` names those that do not exist.',
      example: ['eu-borrell-vows-to-advance-security'],
      explode: false,
    }),
  url: z.string().max(2000).optional().meta({
    description:
      'Address of the article at its source. http or https, `www.`, a slash at the end, a fragment, tracking parameters such as `utm_source`, and the order of the other parameters make no difference.',
    example: 'https://www.koreaherald.com/article/10012345',
  }),
  'updated-since': dateWord(
    'Stored or changed in this archive at or after: a year, month or day, or an instant.',
    '2024-11-03T12:00:00Z',
  ),
  ...periodParameters,
};

/** Parameters of the order. The id breaks ties, so that pages neither repeat nor miss an article. */
const articleOrderParameters = {
  sort: z.enum(['newest', 'oldest', 'relevance', 'updated']).optional().meta({
    description:
      'Newest or oldest publication first, the best match of `q` first, or the latest change in this archive first. Default: `newest`; `relevance` if `q` was relaxed to any of its words.',
    example: 'newest',
  }),
};

const articleShapeParameters = {
  fields: commaList(z.enum(fieldNames))
    .optional()
    .meta({
      description: 'Fields to keep; `id` is always kept.',
      example: ['headline', 'publishedAt'],
      explode: false,
    }),
  include: commaList(z.enum(['body', 'quotes', 'mentions']))
    .optional()
    .meta({
      description: 'Fields to add to the card.',
      example: ['body'],
      explode: false,
    }),
};

/** Fields of a card, the default in lists. */
export const cardFields = Object.keys(ArticleCard.shape);

export const ArticleParameters = z.object({
  ...articleFilterParameters,
  match: matchParameter,
  ...articleOrderParameters,
  ...paging,
  ...articleShapeParameters,
  facets: facetsParameter,
  'facet-limit': facetLimitParameter,
  highlight: z.enum(['true', 'false']).default('false').meta({
    description:
      'True adds a field `highlights` to each article: fragments of its text with the matches of `q`.',
    example: 'true',
  }),
});
export type ArticleParameters = z.output<typeof ArticleParameters>;
