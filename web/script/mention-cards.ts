import { html, render } from 'htm/preact';
import { type Client, NotFound, type TagSummary } from '../../clients/typescript/src/client.ts';
import { articleHref, tagHref } from '../href.ts';
import type { View } from '../page.ts';
import { pluralize } from '../pluralize.ts';
import { kindOf } from '../tag-types.ts';
import { spoken } from '../view/quote-card.ts';
import { loadError, skeleton } from './load-error.ts';

/** Milliseconds of hover before a card opens, and after hover before it closes. */
const openDelay = 350;
const closeDelay = 250;

/**
 * Shows a card about a mentioned name on hover or focus. It stays while the pointer is on it and closes with
 * Escape (WCAG 1.4.13). The name is also a plain link.
 */
export function mentionCards(api: Client): void {
  const names = document.querySelectorAll<HTMLAnchorElement>('.article a[data-tag]');
  if (names.length === 0) return;
  const card = document.createElement('div');
  card.className = 'mention-card';
  card.id = 'mention-card';
  card.hidden = true;
  card.setAttribute('role', 'group');
  card.setAttribute('aria-label', 'About this name');
  document.querySelector('main')?.append(card);

  const known = new Map<string, Promise<View>>();
  let shown: HTMLAnchorElement | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const hide = () => {
    clearTimeout(timer);
    card.hidden = true;
    shown?.removeAttribute('aria-describedby');
    shown = undefined;
  };
  const show = async (name: HTMLAnchorElement) => {
    const tag = name.dataset.tag ?? '';
    shown?.removeAttribute('aria-describedby');
    shown = name;
    render(html`${skeleton(4)}`, card);
    card.hidden = false;
    place(card, name);
    const content = known.get(tag) ?? contentOf(api, tag);
    known.set(tag, content);
    const view = await content.catch((error: unknown) => {
      known.delete(tag);
      return error instanceof NotFound
        ? html`<p>The archive has no details about this name.</p>`
        : loadError('This card could not be loaded.', () => show(name));
    });
    if (shown !== name) return;
    render(html`${view}`, card);
    name.setAttribute('aria-describedby', card.id);
    place(card, name);
  };
  const soon = (then: () => void, after: number) => {
    clearTimeout(timer);
    timer = setTimeout(then, after);
  };

  for (const name of names) {
    name.addEventListener('pointerenter', ({ pointerType }) => {
      if (pointerType === 'mouse') soon(() => show(name), openDelay);
    });
    name.addEventListener('pointerleave', () => soon(hide, closeDelay));
    name.addEventListener('focus', () => {
      if (name.matches(':focus-visible')) soon(() => show(name), openDelay);
    });
    name.addEventListener('blur', ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node && card.contains(relatedTarget))) soon(hide, closeDelay);
    });
  }
  card.addEventListener('pointerenter', () => clearTimeout(timer));
  card.addEventListener('pointerleave', () => soon(hide, closeDelay));
  card.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && card.contains(relatedTarget))) hide();
  });
  addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || card.hidden) return;
    const name = shown;
    if (card.contains(document.activeElement)) name?.focus();
    hide();
  });
}

/** Renders name, description, roles, quotes and other articles of a tag, from three API calls. */
async function contentOf(api: Client, id: string): Promise<View> {
  const kind = kindOf(id);
  if (!kind) return null;
  const slug = id.replace(/^[^/]*\//, '');
  const path = { slug };
  const [{ data: tag }, articles, quotes] = await Promise.all([
    api.get(`/v1/${kind}/{slug}`, { path }),
    api.get(`/v1/${kind}/{slug}/articles`, { path, query: { limit: 4, count: 'none' } }),
    kind === 'people'
      ? api.get('/v1/people/{slug}/quotes', { path, query: { limit: 2, count: 'none' } })
      : undefined,
  ]);
  const here = decodeURIComponent(location.pathname.replace(/^.*\//, ''));
  const role = roleHere(id);
  const others = articles.data.filter((article) => article.slug !== here).slice(0, 3);
  const said = quotes?.data.find(({ article }) => article.slug !== here) ?? quotes?.data[0];
  return html`
    <h2 dir="auto"><a href=${tagHref(id, tag.slug)}>${tag.name}</a></h2>
    ${role && html`<p class="role" dir="auto">Here: ${role}</p>`}
    ${tag.description ? html`<p dir="auto">${tag.description}</p>` : rolesIn(tag)}
    ${said && html`<blockquote dir="auto">“${spoken(said)}”</blockquote>`}
    ${
      others.length > 0 &&
      html`<h3>Also in</h3>
        <ul>${others.map((article) => html`<li dir="auto"><a href=${articleHref(article.slug)}>${article.headline}</a></li>`)}</ul>`
    }
    <p class="count">${pluralize(tag.articleCount, 'article')}${tag.quoteCount > 0 && `, ${pluralize(tag.quoteCount, 'quote')}`}</p>
  `;
}

/** Returns the role of a person in this article, from the page's list of people. */
function roleHere(id: string): string | undefined {
  const name = document.querySelector(`.people [data-tag="${CSS.escape(id)}"]`);
  return name?.closest('li')?.querySelector('.role')?.textContent ?? undefined;
}

function rolesIn({ roles }: TagSummary): View {
  const [role] = roles;
  return role && html`<p dir="auto">${role.title}${role.organization && `, ${role.organization}`}</p>`;
}

/** Positions the card below the name, or above if there is no room, within the window. */
function place(card: HTMLElement, name: HTMLElement): void {
  const [line] = name.getClientRects();
  if (!line) return;
  const { width, height } = card.getBoundingClientRect();
  const left = Math.min(Math.max(16, line.left), document.documentElement.clientWidth - width - 16);
  const fitsBelow = line.bottom + height + 8 < innerHeight || line.top < height + 8;
  const top = fitsBelow ? line.bottom + 6 : line.top - height - 6;
  card.style.left = `${left + scrollX}px`;
  card.style.top = `${top + scrollY}px`;
}
