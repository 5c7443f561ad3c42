import { html } from 'htm/preact';
import type { Role } from '../../clients/typescript/src/client.ts';
import type { View } from '../page.ts';

/** Renders the offices of a person as bars on a scale of years. */
export function rolesOverTime(roles: Role[]): View {
  if (roles.length === 0) return null;
  const years = roles
    .flatMap(({ from, to }) => [yearOf(from), yearOf(to)])
    .filter((year) => year !== undefined);
  const first = Math.min(...years);
  const last = Math.max(...years) + 1;
  return html`<section>
    <h2 class="rubric">Roles</h2>
    <ol class="roles">
      ${roles.map(({ title, organization, from, to }) => {
        const begin = yearOf(from);
        const end = (yearOf(to) ?? last - 1) + 1;
        return html`<li>
          <span class="role-title" dir="auto">${title}</span>
          ${organization && html`<span class="role" dir="auto">${organization}</span>`}
          ${(from || to) && html`<span class="role">${from ? spelled(from) : '…'} – ${to ? spelled(to) : ''}</span>`}
          ${
            begin !== undefined &&
            last > first &&
            html`<svg class="span" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
              <rect class="span-all" width="100" height="4" />
              <rect class="span-held" x=${(100 * (begin - first)) / (last - first)} width=${(100 * (end - begin)) / (last - first)} height="4" />
            </svg>`
          }
        </li>`;
      })}
    </ol>
  </section>`;
}

/** Returns the year of a date. `2014-12-24` → `2014` */
function spelled(date: string): string {
  return date.slice(0, 4);
}

function yearOf(date: string | null): number | undefined {
  const year = Number(date?.slice(0, 4));
  return year > 0 ? year : undefined;
}
