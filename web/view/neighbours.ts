import { html } from 'htm/preact';
import {
  type Article,
  type ArticleInList,
  type Client,
  InvalidRequest,
} from '../../clients/typescript/src/client.ts';
import { beside } from '../beside.ts';
import { shortDay } from '../dates.ts';
import { directionOf } from '../direction.ts';
import { filterSuffix, type Narrowing, narrowings, readFilter } from '../filter.ts';
import { articleHref } from '../href.ts';
import type { View } from '../page.ts';

/** Where an article stands in the list that its reader came from. */
export interface Neighbours {
  /** The filter of the list, to be put behind addresses: `?q=pier`; empty for the list of all articles. */
  suffix: string;
  newer: Neighbour | undefined;
  older: Neighbour | undefined;
}

type Neighbour = Pick<ArticleInList, 'slug' | 'headline' | 'language' | 'publishedAt'> & { href: string };

/**
 * Reads an article together with its place in the list that the address of the page names. Where the filter in the
 * address can not be read, the list is that of all articles: a reader came for the article.
 */
export async function readInList(api: Client, reference: string, query: URLSearchParams) {
  const path = { article: reference };
  const asked = filterSuffix(query);
  const filter = asked ? readFilter(query) : undefined;
  const whole = () => api.get('/v1/articles/{article}', { path });
  const { answer, suffix } = filter
    ? await api.get('/v1/articles/{article}', { path, query: filter }).then(
        (found) => ({ answer: found, suffix: asked }),
        async (error: unknown) => {
          if (!(error instanceof InvalidRequest)) throw error;
          return { answer: await whole(), suffix: '' };
        },
      )
    : { answer: await whole(), suffix: '' };
  const [newer, older] = await Promise.all(
    [answer.links.newer, answer.links.older].map((link) => neighbour(api, link, suffix)),
  );
  return { article: answer.data, neighbours: { suffix, newer, older } satisfies Neighbours };
}

async function neighbour(api: Client, link: string | null, suffix: string): Promise<Neighbour | undefined> {
  const slug = link && /\/v1\/articles\/([^/?]+)/.exec(link)?.[1];
  if (!slug) return undefined;
  const article = decodeURIComponent(slug);
  const answer = await beside(
    api.get('/v1/articles/{article}', {
      path: { article },
      query: { fields: ['slug', 'headline', 'language', 'publishedAt'] },
    }),
  );
  return answer && { ...answer.data, href: articleHref(article) + suffix };
}

/** The list that the article was found in, and the way back to it; nothing for the list of all articles. */
export function wayBack({ suffix }: Neighbours, { tags, source }: Pick<Article, 'tags' | 'source'>): View {
  if (!suffix) return null;
  const query = new URLSearchParams(suffix);
  const q = query.get('q');
  const nameOf = ({ name, value }: Narrowing) =>
    name === 'source' && source?.slug === value
      ? source.name
      : (tags.find(({ id }) => id === `${name}/${value}`)?.name ?? value);
  const words = [q && `“${q}”`, ...narrowings(query).map(nameOf)].filter(Boolean);
  return html`<p class="way-back" lang="en" dir="ltr"><a href=${`/search${suffix}`}>← ${words.join(', ')}</a></p>`;
}

/** Links to the articles published next and before, in the list that the reader came from. */
export function neighbourLinks({ suffix, newer, older }: Neighbours): View {
  if (!newer && !older) return null;
  return html`<nav class="neighbours" aria-label=${suffix ? 'Neighbours in this search' : 'Neighbouring articles'} lang="en" dir="ltr">
    ${newer && link(newer, 'prev', suffix ? 'Next in this search' : 'Published next')}
    ${older && link(older, 'next', suffix ? 'Before it in this search' : 'Published before')}
  </nav>`;
}

function link(
  { href, headline, language, publishedAt }: Neighbour,
  rel: 'prev' | 'next',
  label: string,
): View {
  const day = publishedAt && html`, <time datetime=${publishedAt}>${shortDay(publishedAt)}</time>`;
  return html`<a rel=${rel} href=${href}>
    <span class="neighbour-label">${rel === 'prev' && '← '}${label}${day}${rel === 'next' && ' →'}</span>
    <span class="neighbour-headline" lang=${language} dir=${directionOf(language ?? 'und')}>${headline}</span>
  </a>`;
}
