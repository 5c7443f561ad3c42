import { z } from 'zod';
import type { ArchiveReads } from '../../archive/reads.ts';
import { Problem } from '../../errors.ts';
import { type Operation, operation } from '../../http/operation.ts';
import { Article } from '../../model/article.ts';
import { goneArticle } from '../articles/missing-article.ts';
import { siteName } from '../response/published.ts';

const size = (what: string) =>
  z
    .int()
    .min(1)
    .max(10_000)
    .optional()
    .meta({ description: `Maximum ${what}, in CSS pixels.`, example: 400 });

const mediaTypes: Record<string, string> = { json: 'application/json', xml: 'text/xml' };

/** `GET /oembed` */
export const getOembed: Operation = operation({
  id: 'getOembed',
  group: 'Service',
  summary: 'Embed an article',
  description:
    'An article for embedding in another site (oEmbed 1.0): headline and summary as HTML without script. Pages of articles refer to it with `alternate` links. A `format` other than `json` and `xml` returns 501; an address that is not an article returns 404.',
  parameters: z.object({
    url: z.string().max(2000).meta({
      description: 'Address of an article: its page, or its resource in the API.',
      example: 'http://localhost:3000/articles/eu-borrell-vows-to-advance-security',
    }),
    format: z.string().max(20).optional().meta({ description: '`json` or `xml`.', example: 'json' }),
    maxwidth: size('width'),
    maxheight: size('height'),
  }),
  produces: Object.values(mediaTypes),
  response: z
    .object({
      type: z.literal('rich').meta({ description: 'Type of the embed.', example: 'rich' }),
      version: z.literal('1.0').meta({ description: 'Version of oEmbed.', example: '1.0' }),
      title: z
        .string()
        .meta({ description: 'The headline.', example: "EU's Borrell vows to advance security" }),
      author_name: z.string().optional().meta({ description: 'The byline.', example: 'Yonhap' }),
      provider_name: z.string().meta({ description: 'Name of the site.', example: 'Dateline' }),
      provider_url: z
        .string()
        .meta({ description: 'Address of the site.', example: 'https://news.example.org' }),
      cache_age: z.int().meta({ description: 'Time that it may be cached, in seconds.', example: 60 }),
      html: z.string().meta({ description: 'HTML to embed.', example: '<blockquote>…</blockquote>' }),
      width: z.int().meta({ description: 'In CSS pixels.', example: 600 }),
      height: z.int().meta({ description: 'In CSS pixels.', example: 260 }),
    })
    .meta({ id: 'Oembed', description: 'An article to be embedded.' }),
  absolute: true,
  lifetime: 'item',
  sends: ['Surrogate-Key'],
  problems: ['not-found', 'gone', 'not-implemented'],
  async respond({ archive, base, parameters, mediaType }) {
    const { url, format, ...sizes } = parameters;
    const type = format === undefined ? mediaType : mediaTypes[format.toLowerCase()];
    if (type === undefined)
      throw new Problem('not-implemented', `Unknown format ${format}; expected json or xml.`);
    const { embedOf, embedXml } = await import('../../publishing/oembed.ts');
    const article = await articleAt(archive, referenceIn(url, base), url);
    const embed = embedOf(article, { name: siteName, origin: base }, sizes);
    return {
      article: article.id,
      body: type === 'text/xml' ? embedXml(embed) : JSON.stringify(embed),
      headers: { 'content-type': `${type}; charset=utf-8` },
    };
  },
});

/** Returns the id or slug in the address of an article of this site, with any scheme. */
// https://news.example.org/articles/a-slug?from=x → a-slug
function referenceIn(url: string, base: string): string | undefined {
  if (!URL.canParse(url, base)) return undefined;
  const { host, pathname } = new URL(url, base);
  if (host !== new URL(base).host) return undefined;
  const reference = /^(?:\/v1)?\/articles\/([^/.]+)(?:\.[a-z]+)?\/?$/.exec(pathname)?.[1];
  try {
    return reference && decodeURIComponent(reference);
  } catch {
    return undefined;
  }
}

async function articleAt(
  archive: ArchiveReads,
  reference: string | undefined,
  url: string,
): Promise<Article> {
  const found = reference === undefined ? undefined : await archive.article(reference);
  const present = found?.kind === 'moved' ? await archive.article(found.slug) : found;
  if (present?.kind === 'found') return Article.parse(JSON.parse(present.value));
  const gone = reference === undefined ? undefined : await archive.gone(reference);
  if (gone) throw goneArticle(gone);
  throw new Problem('not-found', `${url.slice(0, 200)} is not an article of this site.`);
}
