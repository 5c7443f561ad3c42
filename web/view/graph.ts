import { html } from 'htm/preact';
import { type Companion, type Edge, type Line, type Placed, ring } from '../graph/ring.ts';
import { twoLines } from '../graph/two-lines.ts';
import { tagHref } from '../href.ts';
import type { View } from '../page.ts';
import { pluralize } from '../pluralize.ts';

/** Minimum number of companions; fewer are shown as a list. */
const fewest = 3;

/** Renders the graph of tags in the same articles, with the subject in the middle and a label for those who do not see it. Nothing for few companions. */
export function graph(
  subject: { id: string; name: string },
  companions: Companion[],
  edges: Edge[],
  caption: string,
): View {
  if (companions.length < fewest) return null;
  const { height, center, companions: placed, lines } = ring(subject.id, companions, edges);
  return html`<svg class="graph" width="100%" height=${height} role="group" aria-label=${caption}>
    ${lines.map(lineView)}
    <circle class="graph-center" cx=${`${center.x}%`} cy=${center.y} r="7" />
    <svg class="graph-subject" x=${`${center.x}%`} y=${center.y} overflow="visible" aria-hidden="true">
      ${label(twoLines(subject.name), { x: 0, y: 26, anchor: 'middle' })}
    </svg>
    ${placed.map(nodeView)}
  </svg>`;
}

function lineView({ from, to, weight, articles, isSpoke, isMinor }: Line): View {
  return html`<line
    class=${isSpoke ? 'graph-spoke' : isMinor ? 'graph-chord graph-chord-minor' : 'graph-chord'}
    data-from=${from.id}
    data-to=${to.id}
    x1=${`${from.x}%`}
    y1=${from.y}
    x2=${`${to.x}%`}
    y2=${to.y}
    stroke-width=${(1 + weight * (isSpoke ? 4 : 3)).toFixed(2)}
  ><title>${pluralize(articles, 'article')}</title></line>`;
}

function nodeView({ id, slug, name, count, x, y, side }: Placed): View {
  const lines = twoLines(name);
  // Approximate width of the longer line, in pixels.
  const width = 28 + 7.5 * Math.max(...lines.map((line) => line.length));
  const toSide = side === 'right' ? 1 : -1;
  return html`<a class="graph-node" href=${tagHref(id, slug)} data-node=${id} aria-label=${`${name}, ${pluralize(count, 'article')} in common`}>
    <svg x=${`${x}%`} y=${y} overflow="visible">
      <rect class="graph-hit" x=${side === 'right' ? -9 : 9 - width} y="-18" width=${width} height="36" />
      <circle r="4.5" />
      ${label(lines, { x: 12 * toSide, y: lines.length > 1 ? -3 : 4.5, anchor: side === 'right' ? 'start' : 'end' })}
    </svg>
  </a>`;
}

function label(lines: string[], { x, y, anchor }: { x: number; y: number; anchor: string }): View {
  return html`<text text-anchor=${anchor}>${lines.map((line, index) => html`<tspan x=${x} y=${y + index * 16}>${line} </tspan>`)}</text>`;
}
