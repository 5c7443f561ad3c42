import { html } from 'htm/preact';
import {
  type Article,
  type ArticleInList,
  type Client,
  InvalidRequest,
} from '../../clients/typescript/src/client.ts';
import { publishedDay } from '../dates.ts';
import { directionOf } from '../direction.ts';
import { type FilterValue, filterSuffix, filterValues, readFilter } from '../filter.ts';
import { articleHref } from '../href.ts';
import { optional } from '../optional.ts';
import type { View } from '../page.ts';
import { publishedTime } from './published-time.ts';

/** Position of an article in the list that its reader came from. */
export interface Neighbours {
  /** Query of the list: `?q=pier`; empty for the list of all articles. */
  suffix: string;
  newer: Neighbour | undefined;
  older: Neighbour | undefined;
}

type Neighbour = Pick<ArticleInList, 'slug' | 'headline' | 'language' | 'publishedAt' | 'publication'> & {
  href: string;
};

/**
 * Reads an article and its neighbours in the list given by the page's query. If the filter is invalid, the
 * list of all articles is used, so that the article is still shown.
 */
export async function readInList(api: Client, reference: string, query: URLSearchParams) {
  const path = { article: reference };
  const given = filterSuffix(query);
  const filter = given ? readFilter(query) : undefined;
  const whole = () => api.get('/v1/articles/{article}', { path, query: { include: ['neighbours'] } });
  const { response, suffix } = filter
    ? await api.get('/v1/articles/{article}', { path, query: filter }).then(
        (found) => ({ response: found, suffix: given }),
        async (error: unknown) => {
          if (!(error instanceof InvalidRequest)) throw error;
          return { response: await whole(), suffix: '' };
        },
      )
    : { response: await whole(), suffix: '' };
  const [newer, older] = await Promise.all(
    [response.links.newer, response.links.older].map((link) => neighbour(api, link, suffix)),
  );
  return { article: response.data, neighbours: { suffix, newer, older } satisfies Neighbours };
}

async function neighbour(
  api: Client,
  link: string | null | undefined,
  suffix: string,
): Promise<Neighbour | undefined> {
  const slug = link && /\/v1\/articles\/([^/?]+)/.exec(link)?.[1];
  if (!slug) return undefined;
  const article = decodeURIComponent(slug);
  const response = await optional(
    api.get('/v1/articles/{article}', {
      path: { article },
      query: { fields: ['slug', 'headline', 'language', 'publishedAt', 'publication'] },
    }),
  );
  return response && { ...response.data, href: articleHref(article) + suffix };
}

/** Renders a link back to the list; nothing for the list of all articles. */
export function wayBack({ suffix }: Neighbours, { tags, source }: Pick<Article, 'tags' | 'source'>): View {
  if (!suffix) return null;
  const query = new URLSearchParams(suffix);
  const q = query.get('q');
  const nameOf = ({ name, value }: FilterValue) =>
    name === 'source' && source?.slug === value
      ? source.name
      : (tags.find(({ id }) => id === `${name}/${value}`)?.name ?? value);
  const words = [q && `“${q}”`, ...filterValues(query).map(nameOf)].filter(Boolean);
  return html`<p class="way-back" lang="en" dir="ltr"><a href=${`/search${suffix}`}>← ${words.join(', ')}</a></p>`;
}

/** Renders links to the newer and older article in the list. */
export function neighbourLinks({ suffix, newer, older }: Neighbours): View {
  if (!newer && !older) return null;
  return html`<nav class="neighbours" aria-label=${suffix ? 'Neighbours in this search' : 'Neighbouring articles'} lang="en" dir="ltr">
    ${newer && link(newer, 'prev', suffix ? 'Next in this search' : 'Published next')}
    ${older && link(older, 'next', suffix ? 'Before it in this search' : 'Published before')}
  </nav>`;
}

function link(
  { href, headline, language, publishedAt, publication }: Neighbour,
  rel: 'prev' | 'next',
  label: string,
): View {
  const day =
    publishedAt &&
    html`, ${publishedTime(publishedAt, publishedDay({ publishedAt, publication: publication ?? null }))}`;
  return html`<a rel=${rel} href=${href}>
    <span class="neighbour-label">${rel === 'prev' && '← '}${label}${day}${rel === 'next' && ' →'}</span>
    <span class="neighbour-headline" lang=${language} dir=${directionOf(language ?? 'und')}>${headline}</span>
  </a>`;
}
