import { html } from 'htm/preact';
import { publishedInWords } from '../dates.ts';
import { directionOf } from '../direction.ts';
import { articleHref, tagHref } from '../href.ts';
import { optional } from '../optional.ts';
import type { Page, PageMaker, View } from '../page.ts';
import { articleCard } from '../view/article-card.ts';
import { articleBody, fieldText, linkedMentions } from '../view/article-text.ts';
import { bylineText } from '../view/byline.ts';
import { formatLinks } from '../view/format-links.ts';
import { lengthClass } from '../view/headline-length.ts';
import { inThisArticle } from '../view/in-this-article.ts';
import { neighbourLinks, readInList, wayBack } from '../view/neighbours.ts';
import { newsArticle } from '../view/news-article.ts';
import { pictures } from '../view/pictures.ts';
import { provenance } from '../view/provenance.ts';
import { publishedTime } from '../view/published-time.ts';
import { versionsOf } from '../view/versions-of.ts';

/** `/articles/:article`: an article with marked mentions and quotes. */
export const articlePage: PageMaker = async ({
  api,
  features,
  path: { article: reference = '' },
  query,
  origin,
}) => {
  const path = { article: reference };
  // One after the other: each reads the whole article, which may be long.
  const { article, neighbours } = await readInList(api, reference, query);
  const [related, versions] = await Promise.all([
    optional(api.get('/v1/articles/{article}/related', { path, query: { limit: 4 } })),
    optional(api.get('/v1/articles/{article}/versions', { path })),
  ]);
  const canonical = articleHref(article.slug);
  const suffix = query.size > 0 ? `?${query}` : '';
  if (article.slug !== reference) return { redirect: canonical + suffix };

  const { headline, standfirst, byline, language } = article;
  const mentions = linkedMentions(article);
  const direction = directionOf(language);
  return {
    title: headline,
    article: article.id,
    ...describe(standfirst ?? article.body.text),
    canonical,
    section: 'articles',
    linkedData: newsArticle(article, origin),
    feeds: embeds(headline, origin, canonical),
    related: { prev: neighbours.newer?.href, next: neighbours.older?.href },
    view: html`
      <div class="reading">
        <article class="article" lang=${language} dir=${direction}>
          <header class="article-head">
            ${wayBack(neighbours, article)}
            ${kicker(article.sections ?? [])}
            ${article.dateline?.place && html`<p class="dateline"><span class="dateline-place">${article.dateline.place}</span></p>`}
            <h1 class=${lengthClass(headline)}>${fieldText(
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
                html`<span dir="auto">${/^en\b|^und$/.test(language) && 'By '}${bylineText(byline, { ...article, mentions })}</span>`
              }
              ${publishedTime(article.publishedAt, publishedInWords(article))}
            </p>
          </header>
          ${pictures(article.images, mentions)}
          ${articleBody({ ...article, mentions })}
          ${article.summaryOnly && html`<p class="note" lang="en">The source provides only this summary.</p>`}
        </article>
        <aside class="beside" aria-label="About this article" lang="en" dir="ltr">
          ${inThisArticle(article)}
          ${versions && versionsOf(versions.data)} ${provenance(article)}
          ${formatLinks(features, '/v1/articles/{article}', `/v1/articles/${encodeURIComponent(article.slug)}`)}
        </aside>
      </div>
      ${!(related && versions) && html`<p class="note" lang="en" dir="ltr">Part of this page could not be loaded. <a href=${canonical}>Reload</a></p>`}
      ${neighbourLinks(neighbours)}
      ${
        related &&
        related.data.length > 0 &&
        html`<section class="related" lang="en" dir="ltr">
          <h2 class="rubric">Related</h2>
          <ol class="cards columns">
            ${related.data.map((each) => html`<li>${articleCard(each)}</li>`)}
          </ol>
        </section>`
      }
    `,
  };
};

/** Renders the sections above the headline. */
function kicker(sections: string[]): View {
  if (sections.length === 0) return null;
  const links = sections.map(
    (section, index) =>
      html`${index > 0 && ' · '}<a href=${tagHref(`section/${section}`)} dir="auto">${section}</a>`,
  );
  return html`<p class="kicker">${links}</p>`;
}

/** Returns the oEmbed links of a page (oembed.com, section 4). */
function embeds(title: string, origin: string, path: string): NonNullable<Page['feeds']> {
  const address = `${origin}/oembed?url=${encodeURIComponent(origin + path)}`;
  return ['json', 'xml'].map((format) => ({
    type: `${format === 'json' ? 'application/json' : 'text/xml'}+oembed`,
    href: `${address}&format=${format}`,
    title,
  }));
}

/** Returns the first words of a text as description for search engines. */
function describe(text: string): { description?: string } {
  const words = text.slice(0, 200).replace(/\s+/g, ' ').trim();
  const description = words.length > 160 ? `${words.slice(0, 160).replace(/\s\S*$/, '')} …` : words;
  return description ? { description } : {};
}
