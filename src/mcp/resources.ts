import { type McpServer, ResourceNotFoundError, ResourceTemplate } from '@modelcontextprotocol/server';
import type { ArchiveReads } from '../archive/reads.ts';
import { Article, ArticleCard } from '../model/article.ts';
import { pluralize } from '../model/pluralize.ts';
import { TagSummary } from '../model/tag-summary.ts';
import { articleAddress, personAddress } from './addresses.ts';
import { articleResult } from './article-result.ts';
import type { OperationContext } from './call-operation.ts';
import { personItem } from './tag-item.ts';

/** Maximum number of listed resources of a kind. Tools find the others. */
const limit = 50;
/** Maximum number of bytes of an attached article: more than of a result, because the user chose it. */
const maxBytes = 60_000;
const mimeType = 'text/plain';

/** Registers articles and people as resources that a user can attach. */
export function registerResources(server: McpServer, { archive: { reads } }: OperationContext): void {
  server.registerResource(
    'article',
    new ResourceTemplate('dateline://articles/{slug}', {
      async list() {
        const { items } = await reads.articles({
          filter: {},
          sort: 'newest',
          form: 'card',
          limit,
          count: 'none',
        });
        const cards = items.map((item) => ArticleCard.parse(JSON.parse(item)));
        return {
          resources: cards.map(({ slug, headline, standfirst, publishedAt }) => ({
            uri: articleAddress(slug),
            name: slug,
            title: headline,
            description: standfirst ?? (publishedAt === null ? 'Undated.' : `Published ${publishedAt}.`),
            mimeType,
          })),
        };
      },
    }),
    { title: 'Article', description: `An article as text; the newest ${limit} are listed.`, mimeType },
    async (uri, { slug }) => {
      const first = await reads.article(decodeURIComponent(String(slug)).normalize('NFC'));
      const found = first.kind === 'moved' ? await reads.article(first.slug) : first;
      if (found.kind !== 'found') throw new ResourceNotFoundError(uri.href);
      return textAt(uri, articleResult(Article.parse(JSON.parse(found.value)), 0, maxBytes).text);
    },
  );
  server.registerResource(
    'person',
    new ResourceTemplate('dateline://people/{slug}', {
      async list() {
        const { items } = await reads.tags({
          type: 'person',
          sort: 'articles',
          limit,
          count: 'none',
        });
        const people = items.map((item) => TagSummary.parse(JSON.parse(item)));
        return {
          resources: people.map(({ slug, name, description, articleCount }) => ({
            uri: personAddress(slug),
            name: slug,
            title: name,
            description: description ?? `In ${pluralize(articleCount, 'article')}.`,
            mimeType,
          })),
        };
      },
      complete: { slug: (begun) => slugsOfPeople(reads, begun) },
    }),
    {
      title: 'Person',
      description: `A person with names, offices and counts; the ${limit} with the most articles are listed.`,
      mimeType,
    },
    async (uri, { slug }) => {
      const first = await reads.tag('person', decodeURIComponent(String(slug)));
      const found = first.kind === 'moved' ? await reads.tag('person', first.slug) : first;
      if (found.kind !== 'found') throw new ResourceNotFoundError(uri.href);
      return textAt(uri, personItem(JSON.parse(found.value)).text);
    },
  );
}

/** Returns slugs of people that contain the typed text. The archive looks up its last word. */
async function slugsOfPeople(reads: ArchiveReads, begun: string): Promise<string[]> {
  const prefix = begun.split('-').at(-1);
  const { items } = await reads.tags({
    type: 'person',
    ...(prefix && { prefix }),
    sort: 'articles',
    limit,
    count: 'none',
  });
  return items
    .map((item) => TagSummary.pick({ slug: true }).parse(JSON.parse(item)).slug)
    .filter((slug) => slug.includes(begun));
}

function textAt(uri: URL, text: string) {
  return { contents: [{ uri: uri.href, mimeType, text }] };
}
