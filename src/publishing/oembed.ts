import { escapeUTF8 } from 'entities';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Article } from '../model/article.ts';
import { pageOf } from './addresses.ts';
import { creditLine } from './credits.ts';
import type { Site } from './published.ts';
import { summaryOf } from './summary.ts';

/** Maximum size set by the embedding page, in CSS pixels. */
export interface EmbedSize {
  maxwidth?: number | undefined;
  maxheight?: number | undefined;
}

/** oEmbed response of type `rich`, with the HTML to embed (oembed.com, section 2.3.4.4). */
export interface Embed {
  type: 'rich';
  version: '1.0';
  title: string;
  author_name?: string;
  provider_name: string;
  provider_url: string;
  cache_age: number;
  html: string;
  width: number;
  height: number;
}

const defaults = { width: 600, height: 260 };
/** Below this height no summary fits under the headline. */
const minHeight = 180;

/** Returns the embeddable form of an article: headline, summary and authors, without script or style. */
export function embedOf(article: Article, site: Site, { maxwidth, maxheight }: EmbedSize): Embed {
  const width = Math.min(defaults.width, maxwidth ?? defaults.width);
  const height = Math.min(defaults.height, maxheight ?? defaults.height);
  const page = pageOf(article, site);
  const credit = creditLine(article);
  const { headline, publishedAt, language } = article;
  const html = renderToString(
    h(
      'blockquote',
      { cite: page, lang: language === 'und' ? undefined : language, class: 'dateline-embed' },
      h('p', null, h('a', { href: page }, headline)),
      height >= minHeight && h('p', null, summaryOf(article, Math.round(width / 2))),
      h(
        'footer',
        null,
        credit && `${credit}, `,
        publishedAt === null ? 'undated' : h('time', { datetime: publishedAt }, publishedAt.slice(0, 10)),
      ),
    ),
  );
  return {
    type: 'rich',
    version: '1.0',
    title: headline,
    ...(article.byline !== null && { author_name: article.byline }),
    provider_name: site.name,
    provider_url: site.origin,
    // As long as caches may show an article that was withdrawn.
    cache_age: 60,
    ...{ html, width, height },
  };
}

/** Formats an embed as XML (oembed.com, section 2.3.4). */
export function embedXml(embed: Embed): string {
  const members = Object.entries(embed).map(
    ([name, value]) => `<${name}>${escapeUTF8(String(value))}</${name}>`,
  );
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>${members.join('')}</oembed>\n`;
}
