import { html } from 'htm/preact';
import type { ArticleDiff } from '../../clients/typescript/src/client.ts';
import type { View } from '../page.ts';

const names = { headline: 'Headline', standfirst: 'Standfirst', byline: 'Byline', body: 'Text' };

/** Renders the changes between two versions, field by field, with deletions and insertions marked. */
export function differences({ changes }: ArticleDiff): View {
  const changed = [...Map.groupBy(changes, ({ field }) => field)].filter(([, parts]) =>
    parts.some(({ op }) => op !== 'equal'),
  );
  return changed.map(
    ([field, parts]) => html`<section class="differences">
      <h2 class="rubric">${names[field]}</h2>
      <p dir="auto">
        ${parts.map(({ op, text }) =>
          op === 'insert' ? html`<ins>${text}</ins>` : op === 'delete' ? html`<del>${text}</del>` : text,
        )}
      </p>
    </section>`,
  );
}
