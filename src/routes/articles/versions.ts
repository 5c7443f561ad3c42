import { z } from 'zod';
import { type Operation, operation } from '../../http/operation.ts';
import { invalid } from '../../http/request/parameter-faults.ts';
import { Article, ArticleCard } from '../../model/article.ts';
import { secondsOf } from '../../model/instant.ts';
import { likenessOf } from '../../model/likeness.ts';
import { resemblance, shinglesOf } from '../../model/shingles.ts';
import { TextChange } from '../../model/text-change.ts';
import { publicationRank } from '../../model/undated.ts';
import { mapInTurns } from '../response/in-turns.ts';
import { itemOf } from '../response/item.ts';
import { missingArticle } from './missing-article.ts';
import { articlePath } from './parameters.ts';

/** An article as it is compared: without its mentions and quotes, which are most of it. */
const Version = ArticleCard.extend({ body: Article.shape.body });
type Version = z.infer<typeof Version>;

const Revision = ArticleCard.pick({
  revision: true,
  storedAt: true,
  contentHash: true,
  headline: true,
}).meta({ id: 'ArticleRevision', description: 'A revision of an article.' });

const Take = z
  .object({
    place: z.int().min(1).meta({ description: 'Position in the story by publication, from 1.', example: 2 }),
    relation: z.enum(['self', 'copy', 'version']).meta({
      description: 'This article, the same text from elsewhere, or an earlier or later take of it.',
      example: 'version',
    }),
    resemblance: z.number().min(0).max(1).meta({
      description: 'Share of three-word runs that its body has in common with this one.',
      example: 0.72,
    }),
    article: ArticleCard,
  })
  .meta({ id: 'Take', description: 'An article with nearly the same text.' });

const side = (description: string) =>
  z
    .string()
    .meta({ description: `${description}: the number of a revision or the slug of a take.`, example: '1' });

const comparedFields = ['headline', 'standfirst', 'byline', 'body'] as const;

const Diff = z
  .object({
    from: side('The earlier side'),
    to: side('The later side'),
    changes: z
      .array(
        TextChange.extend({
          field: z.enum(comparedFields).meta({ description: 'Field of the article.', example: 'body' }),
        }).meta({ id: 'FieldChange', description: 'A part that is in both texts, or in only one of them.' }),
      )
      .meta({
        description:
          'Field by field: `equal` and `delete` are the earlier text, `equal` and `insert` the later.',
      }),
  })
  .meta({ id: 'ArticleDiff', description: 'Changes from one version to another.' });

const Versions = z
  .object({
    id: ArticleCard.shape.id,
    slug: ArticleCard.shape.slug,
    story: z.string().nullable().meta({
      description: 'Id of the story, opaque and stable; null if no other article has nearly the same text.',
      example: null,
    }),
    revisions: z.array(Revision).meta({ description: 'Oldest first, the current one last.' }),
    takes: z.array(Take).meta({
      description: 'Articles of the story in the order of publication, including this one; at most 50.',
    }),
    diff: Diff.nullable().meta({ description: 'Null if there is nothing to compare.' }),
  })
  .meta({ id: 'ArticleVersions', description: 'Revisions and other takes of an article.' });

/** `GET /v1/articles/:article/versions` */
export const getArticleVersions: Operation = operation({
  id: 'getArticleVersions',
  group: 'Articles',
  summary: 'Compare the versions of an article',
  description:
    'The revisions of the article, the other takes and copies of its story, and the changes between two of them: those given by `from` and `to`, else the last two revisions, else the previous take and this article.',
  path: articlePath,
  parameters: z.object({
    from: z.string().max(200).optional().meta({
      description:
        'The earlier side of the comparison: the number of a revision, or the id or slug of a take.',
      example: '1',
    }),
    to: z.string().max(200).optional().meta({
      description: 'The later side. Default: the current revision of this article.',
      example: '2',
    }),
  }),
  produces: ['application/json'],
  response: itemOf(Versions, { article: 'the article' }).meta({
    id: 'ArticleVersionsAnswer',
    description: 'Revisions and other takes of an article.',
  }),
  lifetime: 'item',
  sends: ['Surrogate-Key'],
  problems: ['not-found', 'gone'],
  async respond({ archive, address, base, path: { article = '' }, parameters }) {
    const found = await archive.wholeArticle(article);
    const at = (slug: string) => `/v1/articles/${encodeURIComponent(slug)}`;
    if (found.kind === 'moved') return { movedTo: `${at(found.slug)}/versions` };
    if (found.kind === 'absent') throw await missingArticle(archive, article);
    const revisions = await mapInTurns(await archive.revisions(found.value.id), versionIn);
    const self = revisions.at(-1);
    if (!self) throw new RangeError(`article ${found.value.id} has no revision`);
    const story = await archive.story(self.id);
    const takes = await mapInTurns(story?.articles ?? [], versionIn);
    const links = { self: address(), article: `${base}${at(self.slug)}` };
    const data = {
      id: self.id,
      slug: self.slug,
      story: story?.id ?? null,
      revisions: revisions.map((revision) => Revision.parse(revision)),
      takes: takesOf(self, takes),
      diff: await diffOf(sidesOf(self, revisions, takes, parameters)),
    };
    return { body: JSON.stringify({ data, links }), links: { self: links.self }, article: self.id };
  },
});

function versionIn(json: string): Version {
  return Version.parse(JSON.parse(json));
}

function takesOf(self: Version, takes: Version[]): z.input<typeof Take>[] {
  if (takes.length === 0) return [];
  const own = comparable(self);
  return takes.map((take, index) => {
    const other = comparable(take);
    const alike = resemblance(own.shingles, other.shingles);
    return {
      place: index + 1,
      relation: take.id === self.id ? 'self' : (likenessOf(own, other)?.relation ?? 'version'),
      resemblance: Math.round(alike * 1000) / 1000,
      article: ArticleCard.parse(take),
    };
  });
}

function comparable({ body, wordCount, publishedAt }: Version) {
  return {
    shingles: shinglesOf(body.text),
    wordCount,
    publishedAt: publishedAt === null ? null : secondsOf(publishedAt),
  };
}

interface Side {
  name: string;
  article: Version;
}

/** Returns the two sides to compare, if any. Throws a Problem for an unknown side. */
function sidesOf(
  self: Version,
  revisions: Version[],
  takes: Version[],
  { from, to }: { from?: string | undefined; to?: string | undefined },
): [Side, Side] | undefined {
  const own: Side[] = revisions.map((article) => ({ name: String(article.revision), article }));
  const others: Side[] = takes
    .filter(({ id }) => id !== self.id)
    .map((article) => ({ name: article.slug, article }));
  const sides = [...own, ...others];
  const find = (param: string, value: string): Side => {
    const side = sides.find(
      ({ name, article }) => name === value || (article.id === value && value !== self.id),
    );
    if (side) return side;
    const reason = 'is neither a revision nor a take of this article';
    throw invalid([{ param, value, reason, allowed: sides.map(({ name }) => name) }]);
  };
  const present = own.at(-1);
  const later = to === undefined ? present : find('to', to);
  if (from !== undefined) return later && [find('from', from), later];
  const index = later ? own.indexOf(later) : -1;
  const before = own[index - 1] ?? (index === 0 ? takeBefore(self, others) : present);
  if (before && later && before !== later) return [before, later];
  // No take precedes the first one, so it is compared with the next.
  const [next] = others;
  return to === undefined && present && next ? [present, next] : undefined;
}

function takeBefore(self: Version, others: Side[]): Side | undefined {
  return others.findLast(({ article }) => publicationRank(article) <= publicationRank(self));
}

async function diffOf(sides: [Side, Side] | undefined): Promise<z.input<typeof Diff> | null> {
  if (sides === undefined) return null;
  const { textChanges } = await import('../../model/text-changes.ts');
  const [from, to] = sides;
  const changes = comparedFields.flatMap((field) =>
    textChanges(textOf(from.article, field), textOf(to.article, field)).map((change) => ({
      ...change,
      field,
    })),
  );
  return { from: from.name, to: to.name, changes };
}

function textOf(article: Version, field: (typeof comparedFields)[number]): string {
  return field === 'body' ? article.body.text : (article[field] ?? '');
}
