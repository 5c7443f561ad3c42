import { z } from 'zod';
import type { ArchiveReads } from '../../archive/reads.ts';
import type { RevisionTime } from '../../archive/results.ts';
import { Problem } from '../../errors.ts';
import type { Alternate } from '../../http/links.ts';
import { noParameters, type Operation, operation } from '../../http/operation.ts';
import { Article, ArticleCard } from '../../model/article.ts';
import { mapInTurns } from '../response/in-turns.ts';
import { itemOf } from '../response/item.ts';
import { itemBody } from '../response/json-text.ts';
import { articleAddress } from './get.ts';
import { missingArticle } from './missing-article.ts';
import { articlePath } from './parameters.ts';
import { linkFormat, timeMapOf } from './time-map.ts';

const Revision = ArticleCard.pick({ revision: true, storedAt: true, contentHash: true, headline: true });

const ListedRevision = Revision.extend({
  address: z.string().meta({
    description: 'Address of the revision.',
    example: '/v1/articles/eu-borrell-vows/revisions/1',
  }),
}).meta({ id: 'ListedRevision', description: 'A revision of an article and its address.' });

const common = {
  group: 'Articles',
  path: articlePath,
  parameters: noParameters,
  lifetime: 'item',
  sends: ['Surrogate-Key'],
  problems: ['not-found', 'gone'],
} satisfies Partial<Operation>;

/** `GET /v1/articles/:article/revisions` */
export const listArticleRevisions: Operation = operation({
  ...common,
  id: 'listArticleRevisions',
  summary: 'List the revisions of an article',
  description: 'All revisions that the archive stored, oldest first, the current one last.',
  produces: ['application/json'],
  response: itemOf(z.array(ListedRevision).meta({ description: 'Oldest first.' }), {
    article: 'the article',
  }).meta({ id: 'ArticleRevisions', description: 'The revisions of an article.' }),
  async respond({ archive, address, base, path: { article = '' } }) {
    const found = await archive.wholeArticle(article);
    if (found.kind === 'moved') return { movedTo: `${articleAddress(found.slug)}/revisions` };
    if (found.kind === 'absent') throw await missingArticle(archive, article);
    const { id, slug, storedAt } = found.value;
    const at = `${base}${articleAddress(slug)}`;
    const data = (await revisionsOf(archive, id)).map((revision) => ({
      ...revision,
      address: mementoAddress(at, revision),
    }));
    const links = { self: address(), article: at };
    return {
      body: JSON.stringify({ data, links }),
      links: { self: links.self, original: at },
      alternates: [timeMapOf(at)],
      article: id,
      modifiedAt: storedAt,
    };
  },
});

/** `GET /v1/articles/:article/revisions/:number`: a memento (RFC 7089). */
export const getArticleRevision: Operation = operation({
  ...common,
  id: 'getArticleRevision',
  summary: 'Read a revision of an article',
  description:
    'The article as it was in this revision. `Memento-Datetime` is the time when the archive stored it; the `Link` header leads to the article (`original`), its TimeMap, and the first, previous, next and last revision (RFC 7089).',
  sends: ['Surrogate-Key', 'Memento-Datetime'],
  path: { ...articlePath, number: { description: 'The number of the revision.', example: '1' } },
  produces: ['application/json'],
  response: itemOf(Article, { article: 'the article', revisions: 'all revisions' }).meta({
    id: 'ArticleRevisionAnswer',
    description: 'A revision of an article.',
  }),
  async respond({ archive, address, base, path: { article = '', number = '' } }) {
    const found = await archive.wholeArticle(article);
    if (found.kind === 'moved') {
      return { movedTo: `${articleAddress(found.slug)}/revisions/${encodeURIComponent(number)}` };
    }
    if (found.kind === 'absent') throw await missingArticle(archive, article);
    const { id, slug } = found.value;
    const revision = /^[1-9]\d{0,8}$/.test(number) ? await archive.revision(id, Number(number)) : undefined;
    const at = `${base}${articleAddress(slug)}`;
    if (revision === undefined) {
      const shown = JSON.stringify(number.slice(0, 20));
      throw new Problem('not-found', `The article has no revision ${shown}; see ${at}/revisions.`);
    }
    const { json, self, first, previous, next, last } = revision;
    const links = { self: address(), article: at, revisions: `${at}/revisions` };
    return {
      body: itemBody(json, { links }),
      links: { self: links.self, original: at },
      alternates: [timeMapOf(at), ...mementoLinks(at, self, { first, prev: previous, next, last })],
      headers: { 'memento-datetime': httpDate(self.storedAt) },
      article: id,
      modifiedAt: self.storedAt,
    };
  },
});

/** `GET /v1/articles/:article/timemap`: the TimeMap of an article (RFC 7089, 5). */
export const getArticleTimeMap: Operation = operation({
  ...common,
  id: 'getArticleTimeMap',
  summary: 'List the revisions of an article as a TimeMap',
  description: 'The same revisions in the link format of RFC 7089, for programs that read web archives.',
  produces: [linkFormat],
  response: null,
  absolute: true,
  async respond({ archive, base, path: { article = '' } }) {
    const found = await archive.wholeArticle(article);
    if (found.kind === 'moved') return { movedTo: `${articleAddress(found.slug)}/timemap` };
    if (found.kind === 'absent') throw await missingArticle(archive, article);
    const { id, slug, storedAt } = found.value;
    const at = `${base}${articleAddress(slug)}`;
    const revisions = await revisionsOf(archive, id);
    const [from, until] = [revisions.at(0), revisions.at(-1)].map((each) =>
      httpDate(each?.storedAt ?? storedAt),
    );
    const lines = [
      `<${at}>; rel="original"`,
      `<${at}/timemap>; rel="self"; type="${linkFormat}"; from="${from}"; until="${until}"`,
      ...revisions.map((revision, index) => {
        const place = [index === 0 && 'first', index === revisions.length - 1 && 'last'].filter(Boolean);
        const relation = [...place, 'memento'].join(' ');
        return `<${mementoAddress(at, revision)}>; rel="${relation}"; datetime="${httpDate(revision.storedAt)}"`;
      }),
    ];
    return {
      body: `${lines.join(',\n')}\n`,
      links: { self: `${at}/timemap`, original: at },
      article: id,
      modifiedAt: storedAt,
    };
  },
});

async function revisionsOf(archive: ArchiveReads, id: string) {
  return mapInTurns(await archive.revisions(id), (json) => Revision.parse(JSON.parse(json)));
}

function mementoAddress(article: string, { revision }: Pick<RevisionTime, 'revision'>): string {
  return `${article}/revisions/${revision}`;
}

/** Returns the links to this and other revisions, one for each, with all its relations (RFC 7089, 2.2.4). */
function mementoLinks(
  article: string,
  self: RevisionTime,
  others: Record<string, RevisionTime | undefined>,
): Alternate[] {
  const relations = new Map<number, { time: RevisionTime; names: string[] }>();
  relations.set(self.revision, { time: self, names: [] });
  for (const [name, time] of Object.entries(others)) {
    if (time === undefined) continue;
    const entry = relations.get(time.revision) ?? { time, names: [] };
    entry.names.push(name);
    relations.set(time.revision, entry);
  }
  return [...relations.values()].map(({ time, names }) => ({
    address: mementoAddress(article, time),
    relation: [...names, 'memento'].join(' '),
    datetime: httpDate(time.storedAt),
  }));
}

/** Returns an instant as the date of HTTP headers (RFC 9110, 5.6.7). */
function httpDate(instant: string): string {
  return new Date(instant).toUTCString();
}
