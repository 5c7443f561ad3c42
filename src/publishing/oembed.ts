import { escapeUTF8 } from 'entities';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Article } from '../model/article.ts';
import { pageOf } from './addresses.ts';
import { creditLine } from './credits.ts';
import type { Site } from './published.ts';
import { summaryOf } from './summary.ts';

/** How large the page that embeds lets it be, in CSS pixels. */
export interface EmbedSize {
  maxwidth?: number | undefined;
  maxheight?: number | undefined;
}

/** An article as oEmbed (oembed.com, section 2.3.4.4) has it: `rich`, with the HTML to put into the page. */
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

const usual = { width: 600, height: 260 };
/** Below this no summary fits under the headline. */
const lowest = 180;

/** An article to be embedded: headline, what it says in short, and who says it, without script or style of its own. */
export function embedOf(article: Article, site: Site, { maxwidth, maxheight }: EmbedSize): Embed {
  const width = Math.min(usual.width, maxwidth ?? usual.width);
  const height = Math.min(usual.height, maxheight ?? usual.height);
  const page = pageOf(article, site);
  const credit = creditLine(article);
  const { headline, publishedAt, language } = article;
  const html = renderToString(
    h(
      'blockquote',
      { cite: page, lang: language === 'und' ? undefined : language, class: 'dateline-embed' },
      h('p', null, h('a', { href: page }, headline)),
      height >= lowest && h('p', null, summaryOf(article, Math.round(width / 2))),
      h(
        'footer',
        null,
        credit && `${credit}, `,
        h('time', { datetime: publishedAt }, publishedAt.slice(0, 10)),
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
    cache_age: 3600,
    ...{ html, width, height },
  };
}

/** The same as XML (oembed.com, section 2.3.4). */
export function embedXml(embed: Embed): string {
  const members = Object.entries(embed).map(
    ([name, value]) => `<${name}>${escapeUTF8(String(value))}</${name}>`,
  );
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>${members.join('')}</oembed>\n`;
}
