import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Article } from '../model/article.ts';
import { rightsLines } from '../model/rights.ts';
import { formatOf, pageOf, tagPageOf, webAddress } from './addresses.ts';
import { paragraphs, pictures } from './body-html.ts';
import { authorsOf, creditLine } from './credits.ts';
import { jsonLd } from './json-ld.ts';
import type { KnownTags, Site } from './published.ts';
import { summaryOf } from './summary.ts';
import { modifiedAt } from './times.ts';

/**
 * Formats an article as a plain HTML page without style or script, with metadata for search engines and link previews.
 */
export function articleHtml(article: Article, site: Site, known: KnownTags): string {
  const { headline, standfirst, language, publishedAt, tags, credit } = article;
  const modified = modifiedAt(article);
  const page = pageOf(article, site);
  const original = webAddress(article.url);
  const summary = summaryOf(article, 160);
  const image = article.images.map(({ url }) => webAddress(url)).find((url) => url !== null);
  const property = (name: string, content: string) => h('meta', { property: name, content });
  const alternate = (type: string, href: string) => h('link', { rel: 'alternate', type, href });
  const oembed = `${site.origin}/oembed?url=${encodeURIComponent(page)}`;
  return `<!doctype html>\n${renderToString(
    h(
      'html',
      { lang: language === 'und' ? undefined : language },
      h(
        'head',
        null,
        h('meta', { charset: 'utf-8' }),
        h('meta', { name: 'viewport', content: 'width=device-width' }),
        h('title', null, headline),
        summary && h('meta', { name: 'description', content: summary }),
        authorsOf(article).map(({ name }) => h('meta', { name: 'author', content: name })),
        h('link', { rel: 'canonical', href: page }),
        property('og:type', 'article'),
        property('og:title', headline),
        summary && property('og:description', summary),
        property('og:url', page),
        property('og:site_name', site.name),
        image && property('og:image', image),
        publishedAt && property('article:published_time', publishedAt),
        modified && property('article:modified_time', modified),
        tags.map(({ name }) => property('article:tag', name)),
        alternate('application/ld+json', formatOf(article, 'jsonld', site)),
        alternate('application/json+oembed', `${oembed}&format=json`),
        alternate('text/xml+oembed', `${oembed}&format=xml`),
        h('script', {
          type: 'application/ld+json',
          dangerouslySetInnerHTML: { __html: inScript(jsonLd(article, site, known)) },
        }),
      ),
      h(
        'body',
        null,
        h(
          'article',
          null,
          h(
            'header',
            null,
            h('h1', null, headline),
            standfirst && h('p', null, standfirst),
            h(
              'p',
              null,
              creditLine(article),
              ' ',
              publishedAt === null ? 'undated' : h('time', { datetime: publishedAt }, publishedAt),
            ),
          ),
          pictures(article.images),
          paragraphs(article),
          h(
            'footer',
            null,
            credit && h('p', null, credit),
            rightsLines(article.rights).map((text) => h('p', null, text)),
            original &&
              h('p', null, h('a', { href: original, rel: 'external' }, 'The article at its source')),
            tags.length > 0 &&
              h(
                'ul',
                null,
                ...tags.map((tag) => h('li', null, h('a', { href: tagPageOf(tag, site) }, tag.name))),
              ),
          ),
        ),
      ),
    ),
  )}\n`;
}

/** Escapes JSON so that an HTML parser sees no end of the script and no comment in it. */
export function inScript(json: string): string {
  return json.replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}
