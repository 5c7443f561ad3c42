import { z } from 'zod';
import type { ArchiveReads } from '../../archive/reads.ts';
import type { Found } from '../../archive/results.ts';
import { Problem } from '../../errors.ts';
import { noParameters, type Operation, operation, type Result } from '../../http/operation.ts';
import { newsroomTagTypes, type TagId, TagType, tagPlurals } from '../../model/tag.ts';
import { TagTogether } from '../../model/tag-summary.ts';
import { wordSlug } from '../../model/word-slug.ts';
import { quoteFormats } from '../../publishing/quote-formats.ts';
import { articlesResult, listedArticles } from '../articles/list.ts';
import { QuoteList, quoteListParameters, quotesResult } from '../quotes.ts';
import { countOf } from '../response/count.ts';
import { inFormats } from '../response/in-formats.ts';
import { listBody } from '../response/json-text.ts';
import { TagList, tagListParameters, tagsResult } from './list.ts';
import { tagAnswer, tagResult } from './one-tag.ts';

const examples: Record<TagType, string> = {
  person: 'josep-borrell',
  topic: 'war-in-ukraine',
  organization: 'european-union',
  place: 'seoul',
  keyword: 'open-data',
  section: 'world',
  author: 'ann-lee',
};

const TogetherList = z
  .object({
    data: z.array(TagTogether).meta({ description: 'The other tags, most frequent first.' }),
    edges: z
      .array(
        z
          .object({
            source: z.string().meta({
              description: 'The tag itself, or one of `data`.',
              example: 'person/josep-borrell',
            }),
            target: z.string().meta({ description: 'Another tag of `data`.', example: 'person/cho-tae-yul' }),
            articles: z.int().meta({ description: 'Number of articles with both.', example: 3 }),
          })
          .meta({ id: 'TogetherEdge', description: 'Two tags that occur in the same articles.' }),
      )
      .meta({
        description:
          'Pairs of tags that occur in the same articles, for drawing a graph: first the tag with each of `data`, then these with each other; most frequent pairs first, at most 1,000.',
      }),
    links: z
      .object({
        self: z.string().meta({ description: 'This list.', example: '/v1/people/josep-borrell/together' }),
      })
      .meta({ description: 'Related addresses.' }),
    meta: z
      .object({
        articles: countOf('Number of articles that were examined.', {
          eq: 'all articles of the tag',
          gte: 'only the newest',
        }).meta({ description: 'The articles of the tag that were examined.' }),
      })
      .meta({ description: 'Scope of the result.' }),
  })
  .meta({ id: 'TogetherList', description: 'Tags that occur in the same articles as another.' });

const Named = TagTogether.pick({ id: true, name: true });
const Company = TagTogether.pick({ id: true, sharedCount: true });

/** Creates the operations of a type of tag: list, one tag, its articles, its quotes, and tags that occur with it. */
export function tagResources(type: TagType) {
  const plural = tagPlurals[type];
  const [group, name] = [capitalized(plural), capitalized(type)];
  const a = /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
  const isPrinted = newsroomTagTypes.some((each) => each === type);
  const path = {
    slug: {
      description: `The slug of the ${type}.${isPrinted ? ` A redirect leads from the ${type} as printed.` : ''}`,
      example: examples[type],
    },
  };
  const pathOf = (slug: string) => `/v1/${plural}/${encodeURIComponent(slug)}`;

  /** Calls `respond` with the tag. A former slug or a printed word results in a 308, an unknown one in a 404. */
  const withTag = async (
    archive: ArchiveReads,
    slug: string,
    part: string,
    respond: (rendered: string, tag: { id: TagId; name: string }) => Result | Promise<Result>,
  ): Promise<Result> => {
    const written = isPrinted ? wordSlug(slug) : slug;
    const found: Found<string> = await archive.tag(type, written);
    if (found.kind === 'moved') return { movedTo: `${pathOf(found.slug)}${part}` };
    if (found.kind === 'found' && written !== slug) return { movedTo: `${pathOf(written)}${part}` };
    if (found.kind === 'found') return respond(found.value, Named.parse(JSON.parse(found.value)));
    const [unknown] = await archive.unknownTags({ tags: { kind: 'tag', tag: { type, slug: written } } });
    const nearest = unknown && unknown.nearest.length > 0 ? ` Nearest: ${unknown.nearest.join(', ')}.` : '';
    throw new Problem('not-found', `There is no ${type} ${JSON.stringify(slug.slice(0, 100))}.${nearest}`);
  };

  const list: Operation = operation({
    id: `list${group}`,
    group,
    summary: `List ${plural}`,
    description: `The ${plural} in the archive, with counts and dates. \`q\` looks them up while the reader types.${isPrinted ? '' : ` Discovered ${plural} in few articles are found by \`q\` only.`}`,
    parameters: z.object(tagListParameters),
    produces: ['application/json'],
    response: TagList,
    lifetime: 'list',
    problems: ['invalid-cursor'],
    respond: (call) => tagsResult(call, type, group),
  });

  const one: Operation = operation({
    id: `get${name}`,
    group,
    summary: `Read ${a}`,
    description: `Details of ${a}: names, description, counts, first and last appearance${type === 'topic' || type === 'place' ? `, broader and narrower ${plural}` : ''}${type === 'author' ? ', outlets, years, sections and most frequent tags' : ''}.`,
    path,
    parameters: noParameters,
    produces: ['application/json'],
    response: tagAnswer(type),
    lifetime: 'item',
    problems: ['not-found'],
    respond: ({ archive, base, path: { slug = '' } }) =>
      withTag(archive, slug, '', (rendered, tag) =>
        tagResult(archive, base, `${base}${pathOf(slug)}`, { ...tag, type, slug, rendered }),
      ),
  });

  const articles: Operation = operation({
    id: `list${name}Articles`,
    group,
    summary: `List the articles of ${a}`,
    description: `Articles ${isPrinted ? 'with' : 'that mention'} the ${type}, with all filters of \`GET /v1/articles\`.`,
    path,
    ...listedArticles,
    lifetime: 'list',
    problems: ['not-found', 'invalid-cursor'],
    respond: (call) =>
      withTag(call.archive, call.path.slug ?? '', '/articles', (_, tag) =>
        articlesResult(call, { tag: { type, slug: call.path.slug ?? '' }, name: tag.name }),
      ),
  });

  const speaks = type === 'person' || type === 'organization';
  const quotes: Operation = operation({
    id: `list${name}Quotes`,
    group,
    summary: speaks ? `List the quotes of ${a}` : `List the quotes about ${a}`,
    description: speaks
      ? `Direct quotes of the ${type}, newest first.`
      : `Direct quotes in articles with the ${type}, newest first.`,
    path,
    parameters: z.object(quoteListParameters),
    ...inFormats(quoteFormats),
    response: QuoteList,
    lifetime: 'list',
    problems: ['not-found', 'invalid-cursor'],
    respond: (call) =>
      withTag(call.archive, call.path.slug ?? '', '/quotes', (_, { id }) =>
        quotesResult(
          call,
          speaks ? { speaker: id } : { about: { type, slug: call.path.slug ?? '' } },
          call.parameters,
        ),
      ),
  });

  const together: Operation = operation({
    id: `list${name}Together`,
    group,
    summary: `List the tags that occur with ${a}`,
    description: `Tags in the same articles as the ${type}, most frequent first, among its newest articles.`,
    path,
    parameters: z.object({
      type: TagType.optional().meta({
        description: 'Only tags of this type. Default: people, topics, organizations and places.',
        example: 'person',
      }),
      limit: z
        .int()
        .min(1)
        .max(100)
        .default(20)
        .meta({ description: 'Maximum number of tags.', example: 20 }),
    }),
    produces: ['application/json'],
    response: TogetherList,
    lifetime: 'list',
    problems: ['not-found'],
    respond: ({ archive, address, path: { slug = '' }, parameters }) =>
      withTag(archive, slug, '/together', async (_, { id }) => {
        const { items, pairs, articles } = await archive.together(
          id,
          parameters.type ?? null,
          parameters.limit,
        );
        const links = { self: address() };
        const edges = [
          ...items.map((item) => {
            const { id: target, sharedCount } = Company.parse(JSON.parse(item));
            return { source: id, target, articles: sharedCount };
          }),
          ...pairs.map(({ tags: [source, target], sharedCount }) => ({
            source,
            target,
            articles: sharedCount,
          })),
        ];
        return { body: listBody(items, { edges, links, meta: { articles } }), links };
      }),
  });

  return { list, one, articles, quotes, together };
}

function capitalized<Word extends string>(word: Word): Capitalize<Word> {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}` as Capitalize<Word>;
}
