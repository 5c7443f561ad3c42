import { z } from 'zod';
import type { ArticleSort, TagName } from '../../model/query.ts';
import {
  ENOUGH,
  FEW,
  plainWords,
  Relaxation,
  type RelaxedQuery,
  relaxedQuery,
  relaxSteps,
} from '../../model/relaxed-search.ts';
import { isPlainSearch } from '../../model/search-syntax.ts';
import { type ReadFilter, readArticleFilter } from './filter.ts';
import type { ArticleParameters } from './parameters.ts';

export const matchParameter = z
  .enum(['auto', 'all'])
  .default('auto')
  .meta({
    description: `\`all\`: an article must have all words of \`q\`. \`auto\`: if \`q\` has only words, without operators, and finds fewer than ${FEW} articles, it is relaxed in steps until it finds ${ENOUGH}; \`meta.relaxed\` says how. Other formats than JSON are always strict.`,
    example: 'all',
  });

const RelaxedStep = z
  .object({
    step: z.enum(relaxSteps).meta({
      description:
        '`stop-words`: words such as "the" and "how" were left out; `spelling`: words were corrected; `synonyms`: other names of people, organizations, places and topics were added; `any-word`: one of the words is enough.',
      example: 'spelling',
    }),
    words: z
      .array(
        z
          .object({
            word: z.string().meta({ description: 'The word or words as typed.', example: 'goverment' }),
            searched: z.array(z.string()).meta({
              description: 'Alternatives that were searched for; empty if the word was left out.',
              example: ['goverment', 'government'],
            }),
          })
          .meta({ id: 'RelaxedWord', description: 'A word of a search, and what was searched for.' }),
      )
      .meta({ description: 'The words that the step concerns.' }),
  })
  .meta({ id: 'RelaxedStep', description: 'One way in which a search was relaxed.' });

export const Relaxed = z
  .object({
    from: z.string().meta({ description: '`q` as typed.', example: 'the goverment' }),
    q: z.string().meta({
      description:
        'What was searched for, in the syntax of `q`. Highlights, facets and totals are those of this search. With `q` and `sort`, other lists find the same articles.',
      example: '(goverment OR government)',
    }),
    steps: z.array(RelaxedStep).meta({ description: 'How it was relaxed, in this order.' }),
  })
  .meta({
    id: 'RelaxedSearch',
    description: `Only if \`q\` found fewer than ${FEW} articles and was relaxed. It finds these articles, too.`,
  });

/** A list of articles as requested, or relaxed. */
export interface RequestedList extends ReadFilter {
  sort: ArticleSort;
  /** Identifies the filter and sort: cursors are bound to it. */
  list: string;
  relaxed?: z.infer<typeof Relaxed>;
  /** The relaxation, for cursors. Later pages use the same one, although the archive has changed. */
  carried?: string;
}

/** Returns the list of articles that parameters ask for; all have the tag `scope`. */
export function readList(parameters: ArticleParameters, scope?: TagName): RequestedList {
  const read = readArticleFilter(parameters, scope);
  const { sort = 'newest' } = parameters;
  return { ...read, sort, list: `articles ${sort} ${read.binding}` };
}

/** Returns a list with a relaxed search; undefined if the relaxation, as JSON, is not one of its search. */
export function relaxedList(
  strict: RequestedList,
  parameters: ArticleParameters,
  scope: TagName | undefined,
  carried: string,
): RequestedList | undefined {
  const relaxation = Relaxation.safeParse(JSON.parse(carried));
  const words = strict.filter.search && plainWords(strict.filter.search);
  const query: RelaxedQuery | undefined =
    words && relaxation.success ? relaxedQuery(words, relaxation.data) : undefined;
  if (query === undefined || parameters.q === undefined) return undefined;
  const { q, steps } = query;
  const { filter, words: text } = readArticleFilter({ ...parameters, q }, scope);
  const anyWord = steps.some(({ step }) => step === 'any-word');
  const sort = parameters.sort ?? (anyWord ? 'relevance' : 'newest');
  return {
    ...strict,
    filter,
    words: text,
    sort,
    list: `articles ${sort} ${strict.binding}`,
    relaxed: { from: parameters.q, q, steps },
    carried,
  };
}

/** True if a list is relaxed when it has few articles. */
export function mayRelax({ q, match }: ArticleParameters, isJson: boolean): boolean {
  return isJson && match === 'auto' && q !== undefined && isPlainSearch(q);
}

/**
 * Returns parameters without `sort=newest`, which is the default, unless the search may be relaxed to any of several
 * words. Those are sorted by relevance if no order was requested.
 */
export function withoutDefaultSort(parameters: ArticleParameters): ArticleParameters {
  const { sort, q, match } = parameters;
  if (sort !== 'newest' || (q !== undefined && match === 'auto' && /\S\s+\S/.test(q))) return parameters;
  return { ...parameters, sort: undefined };
}
