import { html } from 'htm/preact';
import type { ArticleVersions } from '../../clients/typescript/src/client.ts';
import { shortDay } from '../dates.ts';
import { articleHref } from '../href.ts';
import type { View } from '../page.ts';

/**
 * Renders the revisions of an article and its other takes, with links to comparisons. Nothing if there is only
 * one version.
 */
export function versionsOf({ slug, revisions, takes }: ArticleVersions): View {
  const others = takes.filter(({ relation }) => relation !== 'self');
  if (revisions.length < 2 && others.length === 0) return null;
  const compare = `${articleHref(slug)}/versions`;
  return html`<section>
    <h2 class="rubric">Versions</h2>
    <ul class="versions">
      ${
        revisions.length > 1 &&
        revisions.map(
          ({ revision, storedAt }) =>
            html`<li>
              ${
                revision === revisions.length
                  ? html`Revision ${revision}, this one`
                  : html`<a href=${`${compare}?from=${revision}`}>Revision ${revision}, compared with this one</a>`
              }
              <span class="role">${shortDay(storedAt)}</span>
            </li>`,
        )
      }
      ${others.map(
        ({ relation, resemblance, article }) =>
          html`<li>
            <a href=${articleHref(article.slug)} dir="auto">${article.headline}</a>
            <span class="role">
              ${relation === 'copy' ? 'the same text' : `${Math.round(100 * resemblance)} % alike`}${article.source && `, ${article.source.name}`}${' · '}
              <a href=${`${compare}?from=${encodeURIComponent(article.slug)}`}>compare</a>
            </span>
          </li>`,
      )}
    </ul>
  </section>`;
}
