import { html } from 'htm/preact';
import type { ArticleCard } from '../../clients/typescript/src/client.ts';
import { publishedDay } from '../dates.ts';
import { directionOf } from '../direction.ts';
import { articleHref, tagHref } from '../href.ts';
import type { View } from '../page.ts';
import { fragment } from './fragment.ts';
import { publishedTime } from './published-time.ts';

/** Options of article cards. */
export interface CardForm {
  /** Query appended to links, so that an article's page knows its list: `?q=pier`. */
  suffix?: string;
  /** Tag to omit because all articles of the list have it: `person/ada-birch`. */
  except?: string;
}

/** Renders an article of a list: place, date, headline, standfirst or search match, and tags. */
export function articleCard(article: ArticleCard, { suffix = '', except }: CardForm = {}): View {
  const { slug, headline, standfirst, language, tags, highlights } = article;
  const named = tags
    .filter(({ id, type }) => id !== except && (type === 'person' || type === 'topic'))
    .slice(0, 4);
  const found = highlights?.find(({ field }) => field === 'body' || field === 'caption');
  const direction = directionOf(language);
  return html`<article class="card">
    <p class="dateline">${datelineOf(article)}</p>
    <h3 class="card-headline" lang=${language} dir=${direction}><a href=${articleHref(slug) + suffix}>${headline}</a></h3>
    ${!found && standfirst && html`<p class="card-standfirst" lang=${language} dir=${direction}>${standfirst}</p>`}
    ${found && html`<p class="card-found" lang=${language} dir=${direction}>${fragment(found)}</p>`}
    ${
      named.length > 0 &&
      html`<ul class="tags" aria-label="In this article">
        ${named.map(({ id, slug, name }) => html`<li><a href=${tagHref(id, slug)} dir="auto">${name}</a></li>`)}
      </ul>`
    }
  </article>`;
}

/** Renders the dateline: `SEOUL — 3 Nov 2024 · Yonhap`. */
export function datelineOf(article: ArticleCard): View {
  const { dateline, source, publishedAt, publication } = article;
  const estimated = publication?.basis === 'crawled' || publication?.basis === 'imported';
  return html`
    ${dateline?.place && html`<span class="dateline-place" dir="auto">${dateline.place}</span><span class="dateline-dash">${' — '}</span>`}
    ${publishedTime(publishedAt, [estimated && 'before ', publishedDay(article)])}
    ${source && html`<span class="dateline-dash">${' · '}</span><span class="dateline-source" dir="auto">${source.name}</span>`}
  `;
}
