import { html } from 'htm/preact';
import { longDay } from '../dates.ts';
import { directionOf } from '../direction.ts';
import { articleHref } from '../href.ts';
import type { PageMaker } from '../page.ts';
import { differences } from '../view/differences.ts';
import { empty } from '../view/empty.ts';
import { lengthClass } from '../view/headline-length.ts';
import { versionsOf } from '../view/versions-of.ts';

/** `/articles/:article/versions?from=1`: changes between two versions of an article. */
export const versionsPage: PageMaker = async ({ api, path: { article: reference = '' }, query }) => {
  const path = { article: reference };
  const from = query.get('from') ?? undefined;
  const to = query.get('to') ?? undefined;
  const [{ data: versions }, { data: article }] = await Promise.all([
    api.get('/v1/articles/{article}/versions', { path, query: { from, to } }),
    api.get('/v1/articles/{article}', { path, query: { fields: ['headline', 'slug', 'language'] } }),
  ]);
  const { slug, diff } = versions;
  const earlier = versions.revisions.find(({ revision }) => String(revision) === from);
  return {
    title: `Versions: ${article.headline}`,
    article: article.id,
    section: 'articles',
    view: html`
      <header class="profile">
        <p class="dateline">What changed${earlier && ` since ${longDay(earlier.storedAt)}`}</p>
        <h1 class=${lengthClass(article.headline ?? '')} dir="auto"><a href=${articleHref(slug)}>${article.headline}</a></h1>
      </header>
      <div class="front">
        <div class="front-news" lang=${article.language} dir=${directionOf(article.language ?? 'und')}>
          ${diff ? differences(diff) : empty('Nothing to compare.', html`The archive has one version of this article.`)}
        </div>
        <aside class="front-side" aria-label="Versions">${versionsOf(versions)}</aside>
      </div>
    `,
  };
};
