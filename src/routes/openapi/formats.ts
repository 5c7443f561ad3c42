import type { Operation } from '../../http/operation.ts';
import type { Format } from '../../http/request/format.ts';
import { articleFormats, type CreateListWriter, listFormats } from '../../publishing/formats.ts';
import { quoteFormats } from '../../publishing/quote-formats.ts';
import { sampleArticle, sampleQuote } from './sample-article.ts';

type Json = Record<string, unknown>;

/** Descriptions of media types other than JSON, HTML and the formats. */
const otherMedia: Record<string, string> = {
  'application/xml': 'A sitemap (sitemaps.org).',
  'text/xml': 'The same as XML.',
  'text/markdown': 'Markdown.',
  'text/plain': 'Text.',
  'application/x-ndjson': 'One JSON object per line.',
  'text/event-stream': 'Server-Sent Events.',
};

const origin = 'https://news.example.org';
const site = { name: 'Dateline', origin };

const kinds = { article: articleFormats, list: listFormats, quotes: quoteFormats };

/** Returns the response of an operation in each of its media types. `json` is the schema of its JSON. */
export function contentOf({ produces, formats = [] }: Operation, json: unknown): Json {
  const [kind] = Object.entries(kinds).find(([, each]) => each === formats) ?? [];
  return Object.fromEntries(
    produces.map((type) => {
      const format = formats.find(({ mediaType }) => mediaType === type);
      if (!format && /[/+]json$/.test(type)) return [type, { schema: json }];
      if (!format) {
        return [type, { schema: { type: 'string', description: otherMedia[type] ?? 'A page.' } }];
      }
      const { name, suffix } = format;
      const form = isJson(type) ? 'object' : 'string';
      return [
        type,
        {
          schema: { type: form, description: `${name}.` },
          examples: { [suffix]: { $ref: `#/components/examples/${kind}-${suffix}` } },
        },
      ];
    }),
  );
}

/** Returns an example of every format, made by its writer. */
export async function formatExamples(): Promise<Json> {
  const list = {
    title: 'All articles',
    links: {
      self: `${origin}/v1/articles`,
      first: `${origin}/v1/articles`,
      next: null,
      previous: null,
      html: `${origin}/`,
    },
    hub: null,
  };
  const example = (name: string, mediaType: string, text: string) => ({
    summary: name,
    value: isJson(mediaType) ? JSON.parse(text) : text,
  });
  const lists = listFormats.map(async (format) => {
    const { suffix, name, mediaType } = format;
    const self = `${list.links.self}.${suffix}`;
    const write = async (create: CreateListWriter): Promise<string> => {
      const { item, list: join } = create(site, new Map(), { withBody: false });
      return join([item(sampleArticle)], { ...list, links: { ...list.links, self, first: self } });
    };
    const text = 'lines' in format ? `${JSON.stringify(sampleArticle)}\n` : await write(await format.load());
    return [`list-${suffix}`, example(`A list as ${name}`, mediaType, text)];
  });
  const quotes = quoteFormats.map(async (format) => {
    const text =
      'join' in format
        ? format.join([JSON.stringify(sampleQuote)])
        : (await format.load())([sampleQuote], site);
    return [`quotes-${format.suffix}`, example(`Quotes as ${format.name}`, format.mediaType, text)];
  });
  const articles = articleFormats.map(async ({ suffix, name, mediaType, load }) => {
    const text = (await load())(sampleArticle, site, new Map());
    return [`article-${suffix}`, example(`An article as ${name}`, mediaType, text)];
  });
  return Object.fromEntries(await Promise.all([...lists, ...quotes, ...articles]));
}

/** Returns the suffix of an address as a parameter. */
export function formatParameter(formats: readonly Format[]): Json {
  return {
    name: 'format',
    in: 'path',
    required: true,
    description: 'The format; takes precedence over the Accept header.',
    schema: { type: 'string', enum: ['json', ...formats.map(({ suffix }) => suffix)] },
    example: formats[0]?.suffix,
  };
}

function isJson(mediaType: string): boolean {
  return mediaType.endsWith('+json');
}
