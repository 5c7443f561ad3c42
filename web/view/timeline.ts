import { html } from 'htm/preact';
import { withQuery } from '../href.ts';
import type { View } from '../page.ts';
import { pluralize } from '../pluralize.ts';
import { type Bar, bars, periodQuery } from '../timeline/bars.ts';
import type { CountedTime } from '../timeline/segments.ts';

/** Heights in pixels, of the highest bar and of the axis. */
const high = 64;
const axis = 20;
/** Maximum width of a bar, in percent. */
const widest = 2.4;

/**
 * Renders a histogram of articles over time. Each bar links to its period; script adds selection of a range.
 * `path` and `query` are the list that the links filter.
 */
export function timeline(
  counted: CountedTime | undefined,
  { path, query, title = 'Over time' }: { path: string; query: URLSearchParams; title?: string },
): View {
  const whole = { date: null, from: null, to: null };
  const isNarrowed = ['date', 'from', 'to'].some((name) => query.has(name));
  const allTime = withQuery(path, query, whole);
  if (!counted) return null;
  const { bars: drawn, gaps, ticks } = bars(counted);
  const most = Math.max(...drawn.map(({ count }) => count ?? 0));
  const peak = drawn.find(({ count }) => count === most)?.name;
  const isPartial = drawn.some(({ count }) => count === null);
  return html`<section class="timeline" data-address=${allTime}>
    <h2 class="rubric">
      ${title} <span class="rubric-note">by ${counted.interval}${most > 1 && `, most in ${peak}: ${most.toLocaleString('en')}`}</span>
      ${isNarrowed && html` <a class="more" href=${allTime}>All time</a>`}
    </h2>
    <svg class="histogram" width="100%" height=${high + axis} role="group" aria-label=${`Articles by ${counted.interval}`}>
      <rect class="histogram-ground" y=${high} width="100%" height="1" />
      ${gaps.map(
        ({ x, width, periods }) =>
          html`<text class="histogram-gap" x=${`${x + width / 2}%`} y=${high - 4} text-anchor="middle">
            <title>${periods} ${counted.interval}s without articles</title>…
          </text>`,
      )}
      ${drawn.map((bar) => barView(bar, most, withQuery(path, query, periodQuery(bar))))}
      ${ticks.map(({ x, label, anchor }) => html`<text class="histogram-tick" x=${`${x}%`} y=${high + 16} text-anchor=${anchor}>${label}</text>`)}
    </svg>
    ${isPartial && html`<p class="note">Older periods were not counted within the time limit.</p>`}
  </section>`;
}

function barView({ from, to, count, name, x, width }: Bar, most: number, href: string): View {
  if (!count) {
    return html`<rect class="bar-none" data-from=${from} data-to=${to} data-name=${name} data-count="0" x=${`${x}%`} width=${`${width}%`} height=${high} />`;
  }
  const height = Math.max(2, Math.round((high * count) / Math.max(1, most)));
  return html`<a
    class="bar-link"
    href=${href}
    aria-label=${`${name}: ${pluralize(count, 'article')}`}
    data-from=${from}
    data-to=${to}
    data-name=${name}
    data-count=${count}
  >
    <title>${name}: ${count.toLocaleString('en')}</title>
    <rect class="bar-hit" x=${`${x}%`} width=${`${width}%`} height=${high} />
    <rect class="bar-count" x=${`${x}%`} y=${high - height} width=${`${Math.min(widest, 0.84 * width).toFixed(3)}%`} height=${height} />
  </a>`;
}
