import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { directionOf } from '../direction.ts';
import type { Page, Section } from '../page.ts';
import { apiCalls } from './api-call.ts';
import { searchBox } from './search-box.ts';

/** Paths of style, script and fonts. */
export interface Assets {
  style: string;
  /** Undefined if the script was not built; pages work without it. */
  script: string | undefined;
  /** Fonts to preload, used by every page. */
  fonts: string[];
}

const sections: [Section, string][] = [
  ['articles', 'Articles'],
  ['people', 'People'],
  ['topics', 'Topics'],
  ['places', 'Places'],
  ['organizations', 'Organizations'],
  ['quotes', 'Quotes'],
];

/** Renders a complete document: head, header, navigation, page, and API calls. */
export function document(
  page: Page,
  { origin, q, calls, assets }: { origin: string; q: string; calls: string[]; assets: Assets },
): VNode {
  const {
    title,
    description,
    canonical,
    section,
    language = 'en',
    linkedData,
    feeds = [],
    related = {},
  } = page;
  const whole = title === 'Dateline' ? title : `${title} · Dateline`;
  return html`<html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>${whole}</title>
      ${description && html`<meta name="description" content=${description} /><meta property="og:description" content=${description} />`}
      <meta property="og:title" content=${title} />
      <meta property="og:site_name" content="Dateline" />
      <meta property="og:type" content=${linkedData && section === 'articles' ? 'article' : 'website'} />
      ${
        canonical === undefined
          ? html`<meta name="robots" content="noindex" />`
          : html`<link rel="canonical" href=${origin + canonical} /><meta property="og:url" content=${origin + canonical} />`
      }
      ${related.prev && html`<link rel="prev" href=${related.prev} />`}
      ${related.next && html`<link rel="next" href=${related.next} />`}
      ${feeds.map(({ type, href, title: name }) => html`<link rel="alternate" type=${type} href=${href} title=${name} />`)}
      <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
      ${assets.fonts.map((font) => html`<link rel="preload" href=${font} as="font" type="font/woff2" crossorigin="anonymous" />`)}
      <link rel="stylesheet" href=${assets.style} />
      ${assets.script && html`<script type="module" src=${assets.script}></script>`}
      ${linkedData && html`<script type="application/ld+json" dangerouslySetInnerHTML=${{ __html: jsonInHtml(linkedData) }}></script>`}
    </head>
    <body>
      <a class="skip" href="#main">Skip to the text</a>
      <header class="head">
        <a class="wordmark" href="/" aria-label="Dateline, front page">Dateline<span aria-hidden="true">—</span></a>
        <nav class="sections" aria-label="Sections">
          ${sections.map(
            ([id, name]) =>
              html`<a href=${id === 'articles' ? '/' : `/${id}`} aria-current=${id === section ? 'true' : undefined}>${name}</a>`,
          )}
          <a href="/docs">API</a>
        </nav>
        ${searchBox(q)}
      </header>
      <main id="main" tabindex="-1" lang=${language} dir=${language === 'en' ? undefined : directionOf(language)}>
        ${page.view}
      </main>
      <footer class="foot">
        ${apiCalls(calls)}
        <p>More lists: <a href="/sections">sections</a>, <a href="/keywords">keywords</a>, <a href="/authors">authors</a>, <a href="/sources">sources</a>.</p>
        <p>Served by Dateline, an open news archive. <a href="/docs">Use its API</a>.</p>
      </footer>
    </body>
  </html>`;
}

/** Serialises JSON so that it cannot end its script element or begin a comment. */
function jsonInHtml(value: object): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
