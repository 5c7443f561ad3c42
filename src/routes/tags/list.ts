import { z } from 'zod';
import type { TagSort } from '../../archive/queries.ts';
import type { Fault } from '../../errors.ts';
import { type Call, type Operation, operation, type Result } from '../../http/operation.ts';
import { invalid } from '../../http/request/parameter-faults.ts';
import { filterTagTypes, TagType, wikidataItem } from '../../model/tag.ts';
import { ListedTag } from '../../model/tag-summary.ts';
import { newestOnly } from '../articles/facets.ts';
import { combined, readShorthands } from '../articles/filter.ts';
import { articleFilterParameters } from '../articles/parameters.ts';
import { echoOf } from '../request/echo.ts';
import { paging } from '../request/paging.ts';
import { periodParameters, readPeriodParameters } from '../request/period.ts';
import { periodWords, tagWords } from '../request/query-in-words.ts';
import { countOf } from '../response/count.ts';
import { listOf, listResult, windowOf } from '../response/list.ts';
import { tagWarnings } from '../response/warnings.ts';

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

/** Filters by the tags of articles: only the tags of those articles are listed. */
const tagFilterParameters = {
  person: ofArticles(articleFilterParameters.person),
  topic: ofArticles(articleFilterParameters.topic),
  organization: ofArticles(articleFilterParameters.organization),
  place: ofArticles(articleFilterParameters.place),
  keyword: ofArticles(articleFilterParameters.keyword),
  section: ofArticles(articleFilterParameters.section),
  author: ofArticles(articleFilterParameters.author),
  source: ofArticles(articleFilterParameters.source),
  language: ofArticles(articleFilterParameters.language),
};

/** Describes a filter of articles as one of a list of tags. */
function ofArticles<Parameter extends z.ZodType>(parameter: Parameter): Parameter {
  const { description, ...meta } = parameter.meta() ?? {};
  return parameter.meta({ ...meta, description: `Only tags of articles that match. ${description}` });
}

/** Number of articles that a list with filters counts. */
const Counted = countOf('Number of articles that were counted.', newestOnly, 2000).meta({
  id: 'Counted',
  description: 'With filters: number of articles whose tags were counted.',
});

export const tagListParameters = {
  q: z.string().max(200).optional().meta({
    description: 'Beginning of any word of a name or alias, for lookup while typing.',
    example: 'borr',
  }),
  wikidata: z.string().regex(wikidataItem, 'is not a Wikidata item such as Q313118').optional().meta({
    description: 'Wikidata item of the tag.',
    example: 'Q313118',
  }),
  ...tagFilterParameters,
  ...tagPeriodParameters,
  sort: z.enum(['articles', 'name', 'newest']).default('articles').meta({
    description:
      'Most articles first (with filters or a period: most matching articles), by name, or latest appearance first.',
    example: 'articles',
  }),
  ...paging,
};

const TagParameters = z.object({ type: TagType.optional(), ...tagListParameters });

export const TagList = countedList(listOf(ListedTag, echoOf(TagParameters))).meta({
  id: 'TagList',
  description:
    'A page of a list of tags: people, topics, organizations, places, keywords, sections or authors.',
});

/** Adds the number of counted articles to the schema of a list. */
export function countedList<List extends ReturnType<typeof listOf>>(list: List) {
  return list.extend({
    meta: list.shape.meta
      .extend({ counted: Counted.optional() })
      .meta({ description: 'The parsed request.' }),
  });
}

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
  const faults: Fault[] = [];
  const given = readShorthands(query, filterTagTypes, faults);
  if (faults.length > 0) throw invalid(faults);
  const tags = given.length > 0 ? combined('and', given) : undefined;
  const period = readPeriodParameters(call.parameters);
  if (sort === 'newest' && (period.from || period.before || tags)) {
    const reason = 'cannot be combined with filters, date, from or to';
    throw invalid([{ param: 'sort', value: sort, reason, allowed: ['articles', 'name'] }]);
  }
  const wikidata = query.wikidata?.toUpperCase();
  const filter = {
    ...(q && { prefix: q }),
    ...(wikidata && { wikidata }),
    ...(tags && { articles: { tags } }),
    ...period,
  };
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
  const about = tags && `with the ${tags.kind === 'tag' ? 'tag' : 'tags'} ${tagWords(tags)}`;
  const then = [about, periodWords(period)].filter(Boolean).join(', ');
  return listResult(call, page, {
    query: {
      ...query,
      ...(period.from && { from: period.from }),
      ...(period.before && { to: period.before }),
    },
    words: `${things}${named}${begun}${item}${then && ` in articles ${then}`}, ${sortWords[sort]}.`,
    warnings: tags ? tagWarnings(await call.archive.unknownTags({ tags })) : [],
    ...(page.counted && { meta: { counted: page.counted } }),
    binding,
  });
}

const sortWords: Record<TagSort, string> = {
  articles: 'most articles first',
  name: 'by name',
  newest: 'latest to appear first',
};
