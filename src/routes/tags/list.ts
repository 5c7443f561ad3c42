import { z } from 'zod';
import type { TagSort } from '../../archive/queries.ts';
import { type Call, type Operation, operation, type Result } from '../../http/operation.ts';
import { TagType } from '../../model/tag.ts';
import { TagSummary } from '../../model/tag-summary.ts';
import { echoOf } from '../request/echo.ts';
import { paging } from '../request/paging.ts';
import { listOf, listResult, windowOf } from '../response/list.ts';

export const tagListParameters = {
  q: z.string().max(200).optional().meta({
    description: 'Beginning of any word of a name or alias, for lookup while typing.',
    example: 'borr',
  }),
  sort: z.enum(['articles', 'name', 'newest']).default('articles').meta({
    description: 'Most articles first, by name, or latest first appearance first.',
    example: 'articles',
  }),
  ...paging,
};

const TagParameters = z.object({ type: TagType.optional(), ...tagListParameters });

export const TagList = listOf(TagSummary, echoOf(TagParameters)).meta({
  id: 'TagList',
  description: 'A page of a list of people, topics, organizations or places.',
});

/** `GET /v1/tags` */
export const listTags: Operation = operation({
  id: 'listTags',
  group: 'Tags',
  summary: 'List tags of all types',
  description: 'People, topics, organizations and places in one list.',
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
  type: TagType | undefined,
  things: string,
): Promise<Result> {
  const { cursor: _cursor, ...query } = call.parameters;
  const { q, sort } = query;
  const binding = `tags ${type ?? ''} ${sort} ${q ?? ''}`;
  const page = await call.archive.tags({
    ...(type && { type }),
    ...(q && { prefix: q }),
    sort,
    ...(await windowOf(call, binding)),
  });
  const named = type && things === 'Tags' ? ` of the type ${type}` : '';
  const begun = q ? ` with a word that begins with “${q}”` : '';
  return listResult(call, page, { query, words: `${things}${named}${begun}, ${sortWords[sort]}.`, binding });
}

const sortWords: Record<TagSort, string> = {
  articles: 'most articles first',
  name: 'by name',
  newest: 'latest to appear first',
};
