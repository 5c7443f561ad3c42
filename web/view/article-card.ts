import { html } from 'htm/preact';
import type { ArticleCard } from '../../clients/typescript/src/client.ts';
import { publishedDay } from '../dates.ts';
import { directionOf } from '../direction.ts';
import { articleHref, tagHref } from '../href.ts';
import type { View } from '../page.ts';

/** An article in a list: where and when, headline, standfirst, who and what it is about. */
export function articleCard(article: ArticleCard, suffix = ''): View {
  const { slug, headline, standfirst, language, tags } = article;
  const named = tags.filter(({ type }) => type === 'person' || type === 'topic').slice(0, 4);
  return html`<article class="card" lang=${language} dir=${directionOf(language)}>
    <p class="dateline"><bdi lang="en" dir="ltr">${datelineOf(article)}</bdi></p>
    <h3 class="card-headline"><a href=${articleHref(slug) + suffix}>${headline}</a></h3>
    ${standfirst && html`<p class="card-standfirst">${standfirst}</p>`}
    ${
      named.length > 0 &&
      html`<ul class="tags" aria-label="In this article">
        ${named.map(({ id, name }) => html`<li><a href=${tagHref(id)}>${name}</a></li>`)}
      </ul>`
    }
  </article>`;
}

/** `SEOUL — 3 Nov 2024 · Yonhap`, as wire copy opens. */
export function datelineOf(article: ArticleCard): View {
  const { dateline, source, publishedAt, publication } = article;
  const estimated = publication.basis === 'crawled' || publication.basis === 'imported';
  return html`
    ${dateline?.place && html`<span class="dateline-place">${dateline.place}</span>${' — '}`}
    <time datetime=${publishedAt}>${estimated && 'before '}${publishedDay(article)}</time>
    ${source && html`${' · '}<span class="dateline-source">${source.name}</span>`}
  `;
}
