import { z } from 'zod';
import type { Fault } from '../errors.ts';
import { type Call, type Operation, operation, type Result } from '../http/operation.ts';
import { invalid } from '../http/request/parameter-faults.ts';
import type { TagExpression, TagName } from '../model/query.ts';
import { QuoteEntry } from '../model/quote-entry.ts';
import type { TagId } from '../model/tag.ts';
import { newsroomTagTypes } from '../model/tag.ts';
import { quoteFormats } from '../publishing/quote-formats.ts';
import { combined, readSearch, readShorthands } from './articles/filter.ts';
import { articleFilterParameters } from './articles/parameters.ts';
import { echoOf } from './request/echo.ts';
import { paging } from './request/paging.ts';
import { periodParameters, readPeriodParameters } from './request/period.ts';
import { periodWords, searchWords, tagText, tagWords } from './request/query-in-words.ts';
import { inFormats } from './response/in-formats.ts';
import { listOf, listResult, windowOf } from './response/list.ts';
import { publishedQuotes } from './response/published.ts';
import { tagWarnings } from './response/warnings.ts';

/** Types of the tags that the article of a quote is filtered by; those of people name the speaker. */
const articleTypes = ['topic', 'place', ...newsroomTagTypes, 'source', 'language'] as const;
const { topic, place, keyword, section, author, source, language } = articleFilterParameters;

export const quoteListParameters = {
  q: z.string().max(1000).optional().meta({
    description: 'Full-text search in quotes: words, "phrases", -not, OR, prefix*.',
    example: 'security',
  }),
  ...{ topic, place, keyword, section, author, source, language },
  ...periodParameters,
  ...paging,
};

const slug = z
  .string()
  .max(200)
  .regex(/^[A-Za-z0-9]+(-+[A-Za-z0-9]+)*$/, 'is not a slug');

const QuoteParameters = z.object({
  person: slug.optional().meta({ description: 'Slug of the person who speaks.', example: 'josep-borrell' }),
  organization: slug.optional().meta({
    description: 'Slug of the organization that speaks.',
    example: 'european-union',
  }),
  ...quoteListParameters,
});

export const QuoteList = listOf(QuoteEntry, echoOf(QuoteParameters)).meta({
  id: 'QuoteList',
  description: 'A page of a list of quotes.',
});

/** `GET /v1/quotes` */
export const listQuotes: Operation = operation({
  id: 'listQuotes',
  group: 'Quotes',
  summary: 'List and search quotes',
  description:
    'Direct quotes with speaker and article, the newest article first, then in reading order. `person` and `organization` name the speaker; the other tags are those of the article.',
  parameters: QuoteParameters,
  ...inFormats(quoteFormats),
  response: QuoteList,
  lifetime: 'list',
  problems: ['invalid-cursor'],
  async respond(call) {
    const { person, organization } = call.parameters;
    if (person && organization) {
      throw invalid([
        { param: 'organization', value: organization, reason: 'cannot be combined with person' },
      ]);
    }
    const speaker: TagName | undefined = person
      ? { type: 'person', slug: person }
      : organization
        ? { type: 'organization', slug: organization }
        : undefined;
    const unknown = speaker ? await call.archive.unknownTags({ tags: { kind: 'tag', tag: speaker } }) : [];
    const scope = speaker ? { speaker: tagText(speaker) } : {};
    return quotesResult(call, scope, call.parameters, tagWarnings(unknown));
  },
});

type ListParameters = z.output<z.ZodObject<typeof quoteListParameters>>;

/** Returns a page of quotes: of a speaker, in the articles of a tag, or all. */
export async function quotesResult(
  call: Call<ListParameters>,
  scope: { speaker?: TagId; about?: TagName },
  parameters: ListParameters,
  warnings: ReturnType<typeof tagWarnings> = [],
): Promise<Result> {
  const faults: Fault[] = [];
  const search = readSearch(parameters.q, faults);
  const tags: TagExpression[] = [
    ...(scope.about ? [{ kind: 'tag' as const, tag: scope.about }] : []),
    ...readShorthands(parameters, articleTypes, faults),
  ];
  if (faults.length > 0) throw invalid(faults);
  const period = readPeriodParameters(parameters);
  const about = tags.length > 0 ? combined('and', tags) : undefined;
  const { speaker } = scope;
  const query = {
    ...(speaker && { speaker }),
    ...(about && { about }),
    ...(search && { search }),
    ...period,
  };
  const binding = `quotes ${JSON.stringify(query)}`;
  const page = await call.archive.quotes({ ...query, ...(await windowOf(call, binding)) });
  if (call.publication) return publishedQuotes(call, call.publication, page, binding);
  const words = [
    speaker && `said by ${speaker}`,
    about && `in articles with the ${about.kind === 'tag' ? 'tag' : 'tags'} ${tagWords(about)}`,
    search && `that match ${searchWords(search)}`,
    periodWords(period),
  ].filter(Boolean);
  const { cursor: _cursor, date: _date, from: _from, to: _to, ...rest } = parameters;
  return listResult(call, page, {
    query: {
      ...rest,
      ...(period.from && { from: period.from }),
      ...(period.before && { to: period.before }),
    },
    words: `Quotes${words.length > 0 ? ` ${words.join(', ')}` : ''}, newest first.`,
    warnings: [...warnings, ...(about ? tagWarnings(await call.archive.unknownTags({ tags: about })) : [])],
    binding,
  });
}
