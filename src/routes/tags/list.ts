import { z } from 'zod';
import type { TagSort } from '../../archive/queries.ts';
import { type Call, type Operation, operation, type Result } from '../../http/operation.ts';
import { invalid } from '../../http/request/parameter-faults.ts';
import { TagType, wikidataItem } from '../../model/tag.ts';
import { ListedTag } from '../../model/tag-summary.ts';
import { echoOf } from '../request/echo.ts';
import { paging } from '../request/paging.ts';
import { periodParameters, readPeriodParameters } from '../request/period.ts';
import { periodWords } from '../request/query-in-words.ts';
import { listOf, listResult, windowOf } from '../response/list.ts';

/** Parameters of a period: only the tags of its articles are listed. */
const tagPeriodParameters = {
  date: periodParameters.date.meta({
    description: 'Only tags of articles published in this year, month or day, with counts of that time.',
    example: '2024-11',
  }),
  from: periodParameters.from.meta({
    description: 'Only tags of articles published at or after: a year, month or day, or an instant.',
    example: '2024-11-01',
  }),
  to: periodParameters.to.meta({
    description:
      'Only tags of articles published up to: a year, month or day, inclusive, or before an instant.',
    example: '2024-11-30',
  }),
  tz: periodParameters.tz,
};

export const tagListParameters = {
  q: z.string().max(200).optional().meta({
    description: 'Beginning of any word of a name or alias, for lookup while typing.',
    example: 'borr',
  }),
  wikidata: z.string().regex(wikidataItem, 'is not a Wikidata item such as Q313118').optional().meta({
    description: 'Wikidata item of the tag.',
    example: 'Q313118',
  }),
  ...tagPeriodParameters,
  sort: z.enum(['articles', 'name', 'newest']).default('articles').meta({
    description:
      'Most articles first (with `date`, `from` or `to`: most articles of the period), by name, or latest appearance first.',
    example: 'articles',
  }),
  ...paging,
};

const TagParameters = z.object({ type: TagType.optional(), ...tagListParameters });

export const TagList = listOf(ListedTag, echoOf(TagParameters)).meta({
  id: 'TagList',
  description:
    'A page of a list of tags: people, topics, organizations, places, keywords, sections or authors.',
});

/** `GET /v1/tags` */
export const listTags: Operation = operation({
  id: 'listTags',
  group: 'Tags',
  summary: 'List tags of all types',
  description: 'People, topics, organizations, places, keywords, sections and authors in one list.',
  parameters: TagParameters,
  produces: ['application/json'],
  response: TagList,
  lifetime: 'list',
  problems: ['invalid-cursor'],
  respond: (call) => tagsResult(call, call.parameters.type, 'Tags'),
});

type ListParameters = z.output<z.ZodObject<typeof tagListParameters>>;

/** Returns a page of tags of one type or of all. `things` is the subject of `meta.words`. */
export async function tagsResult(
  call: Call<ListParameters>,
  type: TagType | 'source' | undefined,
  things: string,
): Promise<Result> {
  const { cursor: _cursor, date: _date, from: _from, to: _to, ...query } = call.parameters;
  const { q, sort } = query;
  const period = readPeriodParameters(call.parameters);
  if (sort === 'newest' && (period.from || period.before)) {
    const reason = 'cannot be combined with date, from or to';
    throw invalid([{ param: 'sort', value: sort, reason, allowed: ['articles', 'name'] }]);
  }
  const wikidata = query.wikidata?.toUpperCase();
  const filter = { ...(q && { prefix: q }), ...(wikidata && { wikidata }), ...period };
  const binding = `tags ${type ?? ''} ${sort} ${JSON.stringify(filter)}`;
  const page = await call.archive.tags({
    ...(type && { type }),
    ...filter,
    sort,
    ...(await windowOf(call, binding)),
  });
  const named = type && things === 'Tags' ? ` of the type ${type}` : '';
  const begun = q ? ` with a word that begins with “${q}”` : '';
  const item = wikidata ? ` with the Wikidata item ${wikidata}` : '';
  const then = periodWords(period);
  return listResult(call, page, {
    query: {
      ...query,
      ...(period.from && { from: period.from }),
      ...(period.before && { to: period.before }),
    },
    words: `${things}${named}${begun}${item}${then && ` in articles ${then}`}, ${sortWords[sort]}.`,
    binding,
  });
}

const sortWords: Record<TagSort, string> = {
  articles: 'most articles first',
  name: 'by name',
  newest: 'latest to appear first',
};
