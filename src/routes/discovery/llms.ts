import { noParameters, type Operation, operation } from '../../http/operation.ts';
import { pluralize } from '../../model/pluralize.ts';
import { articleFormats, listFormats } from '../../publishing/formats.ts';

/** `GET /llms.txt` (llmstxt.org): describes this site for assistants, in Markdown. */
export const getLlms: Operation = operation({
  id: 'getLlms',
  group: 'Service',
  summary: 'Read the description for assistants',
  description:
    'Description of this site and links to its resources, in Markdown for language models (llmstxt.org).',
  parameters: noParameters,
  produces: ['text/markdown', 'text/plain'],
  response: null,
  absolute: true,
  lifetime: 'list',
  async respond({ archive, base }) {
    const { articles, people, topics, quotes, oldest, newest } = await archive.summary();
    const period = oldest && newest ? ` from ${oldest.slice(0, 10)} to ${newest.slice(0, 10)}` : '';
    const link = (name: string, path: string, text: string) => `- [${name}](${base}${path}): ${text}`;
    const suffixes = (formats: { suffix: string }[]) => formats.map(({ suffix }) => `.${suffix}`).join(', ');
    return {
      body: [
        '# Dateline',
        '',
        `> A news archive: ${pluralize(articles, 'article')}${period}, ${pluralize(people, 'person', 'people')} and ${pluralize(topics, 'topic')} in them, and ${pluralize(quotes, 'quote')} with their speakers.`,
        '',
        'Every article lists its mentions of people, topics, organizations and places, and its quotes with their speakers. Cite it with headline, source and date, and link to its page.',
        '',
        '## Read',
        '',
        link('Newest articles', '/v1/articles.md', `a list in Markdown; also as ${suffixes(listFormats)}`),
        `- One article: \`${base}/v1/articles/SLUG.md\`, by id or slug in Markdown; also as ${suffixes(articleFormats)}`,
        link(
          'Search',
          '/v1/articles?q=peace',
          'words, "phrases", -not, OR; with person=, topic=, place=, keyword=, author=, from=, to=',
        ),
        link(
          'Quotes',
          '/v1/quotes',
          'quotes and speakers, also with q=; of one person at /v1/people/SLUG/quotes',
        ),
        link(
          'People',
          '/v1/people',
          'with counts; likewise /v1/topics, /v1/organizations, /v1/places, /v1/keywords, /v1/sections, /v1/authors and /v1/sources',
        ),
        '',
        '## Use',
        '',
        link('Model Context Protocol', '/mcp', 'tools that search, read, find people and what they said'),
        link('OpenAPI', '/openapi.json', 'the whole API for programs'),
        link('Documentation', '/docs', 'the same for people'),
        '',
        '## Optional',
        '',
        link('Everything', '/v1/export.ndjson', 'all articles, one JSON object a line'),
        link('Changes', '/v1/changes', 'to keep a copy up to date'),
        link('Sitemap', '/sitemap.xml', 'the pages for readers'),
        '',
      ].join('\n'),
    };
  },
});
