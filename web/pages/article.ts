import { html } from 'htm/preact';
import { beside } from '../beside.ts';
import { publishedInWords } from '../dates.ts';
import { directionOf } from '../direction.ts';
import { articleHref } from '../href.ts';
import type { PageMaker, View } from '../page.ts';
import { articleCard } from '../view/article-card.ts';
import { articleBody, fieldText } from '../view/article-text.ts';
import { formatLinks } from '../view/format-links.ts';
import { inThisArticle } from '../view/in-this-article.ts';
import { newsArticle } from '../view/news-article.ts';
import { pictures } from '../view/pictures.ts';
import { provenance } from '../view/provenance.ts';
import { versionsOf } from '../view/versions-of.ts';

/** `/articles/:article`: one article, as it was printed, with who is named and who speaks marked in it. */
export const articlePage: PageMaker = async ({
  api,
  features,
  path: { article: reference = '' },
  query,
  origin,
}) => {
  const path = { article: reference };
  const [{ data: article, links }, related, versions] = await Promise.all([
    api.get('/v1/articles/{article}', { path }),
    beside(api.get('/v1/articles/{article}/related', { path, query: { limit: 4 } })),
    beside(api.get('/v1/articles/{article}/versions', { path })),
  ]);
  const canonical = articleHref(article.slug);
  const suffix = query.size > 0 ? `?${query}` : '';
  if (article.slug !== reference) return { redirect: canonical + suffix };

  const { headline, standfirst, byline, language, mentions } = article;
  const direction = directionOf(language);
  const newer = slugOf(links.newer);
  const older = slugOf(links.older);
  return {
    title: headline,
    ...describe(standfirst ?? article.body.text),
    canonical,
    section: 'articles',
    linkedData: newsArticle(article, origin),
    feeds: [],
    related: { prev: newer && articleHref(newer), next: older && articleHref(older) },
    view: html`
      <div class="reading">
        <article class="article" lang=${language} dir=${direction}>
          <header class="article-head">
            ${article.dateline?.place && html`<p class="dateline"><span class="dateline-place">${article.dateline.place}</span></p>`}
            <h1>${fieldText(
              headline,
              mentions.filter(({ field }) => field === 'headline'),
            )}</h1>
            ${
              standfirst &&
              html`<p class="standfirst">${fieldText(
                standfirst,
                mentions.filter(({ field }) => field === 'standfirst'),
              )}</p>`
            }
            <p class="byline">
              ${
                byline &&
                html`<span dir="auto">By ${fieldText(
                  byline,
                  mentions.filter(({ field }) => field === 'byline'),
                )}</span>`
              }
              <time datetime=${article.publishedAt} lang="en" dir="ltr">${publishedInWords(article)}</time>
            </p>
          </header>
          ${pictures(article.images, mentions)}
          ${articleBody(article)}
          ${article.summaryOnly && html`<p class="note" lang="en">The source gave no more than this summary.</p>`}
        </article>
        <aside class="beside" aria-label="About this article" lang="en" dir="ltr">
          ${inThisArticle(article)}
          ${versions && versionsOf(versions.data)} ${provenance(article)}
          ${formatLinks(features, '/v1/articles/{article}', `/v1/articles/${encodeURIComponent(article.slug)}`)}
        </aside>
      </div>
      ${!(related && versions) && html`<p class="note" lang="en" dir="ltr">A part of this page did not come. <a href=${canonical}>Load it again</a></p>`}
      ${neighbours(newer, older)}
      ${
        related &&
        related.data.length > 0 &&
        html`<section class="related" lang="en" dir="ltr">
          <h2 class="rubric">Related</h2>
          <ol class="cards">
            ${related.data.map((each) => html`<li>${articleCard(each)}</li>`)}
          </ol>
        </section>`
      }
    `,
  };
};

function neighbours(newer: string | undefined, older: string | undefined): View {
  if (!newer && !older) return null;
  return html`<nav class="pager" aria-label="Neighbouring articles" lang="en" dir="ltr">
    ${newer && html`<a rel="prev" href=${articleHref(newer)}>← Published next</a>`}
    ${older && html`<a rel="next" href=${articleHref(older)}>Published before →</a>`}
  </nav>`;
}

/** The first words of a text, for search engines. */
function describe(text: string): { description?: string } {
  const words = text.slice(0, 200).replace(/\s+/g, ' ').trim();
  const description = words.length > 160 ? `${words.slice(0, 160).replace(/\s\S*$/, '')} …` : words;
  return description ? { description } : {};
}

/** `/v1/articles/a-slug?x=1` → `a-slug` */
function slugOf(link: string | null): string | undefined {
  const slug = link && /\/v1\/articles\/([^/?]+)/.exec(link)?.[1];
  return slug ? decodeURIComponent(slug) : undefined;
}
