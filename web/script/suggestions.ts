import { html, render } from 'htm/preact';
import { type Client, InvalidRequest } from '../../clients/typescript/src/client.ts';
import { shortDay, undated } from '../dates.ts';
import { articleHref, tagHref } from '../href.ts';
import { pluralize } from '../pluralize.ts';
import { follow } from './follow-links.ts';
import { loadError, skeleton } from './load-error.ts';

/** Delay between typing and a request, in milliseconds. */
const pause = 120;

/** Option in the list. */
interface Option {
  href: string;
  name: string;
  about: string;
}

/** State of the list under the search box. */
type State =
  | { kind: 'closed' }
  | { kind: 'loading' }
  | { kind: 'failed' }
  | { kind: 'found'; groups: { title: string; options: Option[] }[] };

/**
 * Turns the search box into a combobox (ARIA Authoring Practices) with matching people, topics and articles.
 * Arrow keys select, Enter opens, Escape closes.
 */
export function suggestions(api: Client): void {
  const input = document.querySelector<HTMLInputElement>('.search input');
  const form = input?.form;
  if (!input || !form) return;
  const list = document.createElement('div');
  list.className = 'suggestions';
  list.id = 'suggestions';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', 'Suggestions');
  list.hidden = true;
  const note = document.createElement('div');
  note.className = 'unseen';
  note.setAttribute('role', 'status');
  form.append(list, note);
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', list.id);
  input.setAttribute('aria-expanded', 'false');

  let state: State = { kind: 'closed' };
  let chosen = -1;
  let request = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const options = () => (state.kind === 'found' ? state.groups.flatMap((group) => group.options) : []);
  const show = (next: State) => {
    state = next;
    chosen = -1;
    draw();
  };
  const draw = () => {
    const isOpen = state.kind !== 'closed';
    list.hidden = !isOpen;
    input.setAttribute('aria-expanded', String(isOpen));
    if (chosen >= 0) input.setAttribute('aria-activedescendant', `suggestion-${chosen}`);
    else input.removeAttribute('aria-activedescendant');
    note.textContent = state.kind === 'found' ? pluralize(options().length, 'suggestion') : '';
    render(html`${view()}`, list);
    list.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  };
  const view = () => {
    if (state.kind === 'loading') return html`<div class="suggestions-note">${skeleton(3)}</div>`;
    if (state.kind === 'failed')
      return html`<div class="suggestions-note">${loadError('Suggestions could not be loaded.', load)}</div>`;
    if (state.kind === 'closed') return null;
    let index = -1;
    if (options().length === 0) return html`<p class="suggestions-note">No matching names or articles.</p>`;
    return state.groups
      .filter((group) => group.options.length > 0)
      .map(
        (group) => html`<div role="group" aria-label=${group.title}>
          <p class="suggestions-title" aria-hidden="true">${group.title}</p>
          ${group.options.map((option) => {
            index += 1;
            return html`<a
              role="option"
              tabindex="-1"
              id=${`suggestion-${index}`}
              aria-selected=${index === chosen}
              href=${option.href}
            ><b dir="auto">${option.name}</b><span>${option.about}</span></a>`;
          })}
        </div>`,
      );
  };
  const load = async () => {
    request.abort();
    request = new AbortController();
    const { signal } = request;
    const q = input.value.trim();
    if (q.length < 2) return show({ kind: 'closed' });
    const slow = setTimeout(() => show({ kind: 'loading' }), 150);
    try {
      const groups = await find(api, q, signal);
      clearTimeout(slow);
      if (!signal.aborted) show({ kind: 'found', groups });
    } catch {
      clearTimeout(slow);
      if (!signal.aborted) show({ kind: 'failed' });
    }
  };

  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(load, pause);
  });
  input.addEventListener('keydown', (event) => {
    const count = options().length;
    if (event.key === 'Escape' && state.kind !== 'closed') {
      // Browsers would also clear the field.
      event.preventDefault();
      request.abort();
      return show({ kind: 'closed' });
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (count === 0) return load();
      // There is one position more than there are options: the typed text.
      const step = event.key === 'ArrowDown' ? 1 : -1;
      chosen = ((chosen + 1 + step + count + 1) % (count + 1)) - 1;
      draw();
    }
    const option = options()[chosen];
    if (event.key === 'Enter' && option) {
      event.preventDefault();
      follow(new URL(option.href, location.href));
    }
  });
  form.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && form.contains(relatedTarget)) return;
    request.abort();
    clearTimeout(timer);
    show({ kind: 'closed' });
  });
}

async function find(api: Client, q: string, signal: AbortSignal) {
  const [tags, articles] = await Promise.all([
    api.get('/v1/tags', { query: { q: q.slice(0, 200), limit: 5, count: 'none' }, signal }),
    api
      .get('/v1/articles', { query: { q: unfinished(q), limit: 4, count: 'none' }, signal })
      // A half-typed search may be invalid; that is not an error to show.
      .catch((error: unknown) => {
        if (error instanceof InvalidRequest) return { data: [] };
        throw error;
      }),
  ]);
  const groups = [
    {
      title: 'People, topics and places',
      options: tags.data.map(({ id, slug, name, type, description }) => ({
        href: tagHref(id, slug),
        name,
        about: description ?? type,
      })),
    },
    {
      title: 'Articles',
      options: articles.data.map(({ slug, headline, publishedAt, source }) => ({
        href: articleHref(slug),
        name: headline,
        about: [publishedAt ? shortDay(publishedAt) : undated, source?.name].filter(Boolean).join(' · '),
      })),
    },
  ];
  const search = { href: `/search?q=${encodeURIComponent(q)}`, name: `“${q}”`, about: 'Search all texts' };
  const isFound = groups.some(({ options }) => options.length > 0);
  return isFound ? [...groups, { title: 'Text', options: [search] }] : groups;
}

/** Completes a search that is being typed: closes an open phrase, or makes the last word a prefix. `bor` → `bor*` */
function unfinished(q: string): string {
  if (q.split('"').length % 2 === 0) return `${q}"`;
  return /[\p{L}\p{N}]$/u.test(q) ? `${q}*` : q;
}
