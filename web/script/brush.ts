import { pluralize } from '../pluralize.ts';
import { periodQuery } from '../timeline/bars.ts';
import { follow as followTo } from './follow-links.ts';

/** Range of bars by index. */
interface Span {
  first: number;
  last: number;
}

/**
 * Selects a range of a histogram by dragging or with the arrow keys (Shift for several bars). Enter opens it,
 * Escape cancels. Bars are also plain links. The histogram is one tab stop.
 */
export function brush(): void {
  for (const section of document.querySelectorAll<HTMLElement>('.timeline')) brushIn(section);
}

function brushIn(section: HTMLElement): void {
  const histogram = section.querySelector<SVGSVGElement>('.histogram');
  const bars = [...section.querySelectorAll<SVGElement>('.histogram [data-from]')];
  const stops = bars.flatMap((bar, index) => (bar instanceof SVGAElement ? [index] : []));
  const address = section.dataset.address;
  if (!histogram || !address || stops.length < 2) return;

  const status = document.createElement('p');
  status.className = 'timeline-said';
  status.setAttribute('role', 'status');
  const help = 'Drag over the bars to select a period, or use the arrow keys with Shift.';
  status.textContent = help;
  histogram.after(status);

  let anchor = stops.at(-1) ?? 0;
  let head = anchor;
  const span = (): Span => ({ first: Math.min(anchor, head), last: Math.max(anchor, head) });
  const rove = (to: number) => {
    for (const [index, bar] of bars.entries()) {
      if (bar instanceof SVGAElement) bar.setAttribute('tabindex', index === to ? '0' : '-1');
    }
  };
  const show = (chosen: Span | undefined) => {
    for (const [index, bar] of bars.entries()) {
      bar.classList.toggle(
        'is-chosen',
        chosen !== undefined && index >= chosen.first && index <= chosen.last,
      );
    }
    status.classList.toggle('is-chosen', chosen !== undefined);
    status.textContent = chosen ? inWords(bars, chosen) : help;
  };
  const follow = ({ first, last }: Span) => {
    const [from, to] = [bars[first]?.dataset.from ?? '', bars[last]?.dataset.to ?? ''];
    const url = new URL(address, location.origin);
    for (const [name, value] of Object.entries(periodQuery({ from, to }))) {
      if (value !== null) url.searchParams.set(name, value);
    }
    followTo(url);
  };
  /** Returns the bar under a pointer, or the nearest one if it left the histogram. */
  const at = (x: number) => {
    const index = bars.findIndex((bar) => x < bar.getBoundingClientRect().right);
    return index < 0 ? bars.length - 1 : index;
  };

  let drawing: number | undefined;
  histogram.addEventListener('dragstart', (event) => event.preventDefault());
  histogram.addEventListener('pointerdown', ({ button, clientX, pointerId }) => {
    if (button !== 0) return;
    drawing = pointerId;
    anchor = at(clientX);
    head = anchor;
  });
  histogram.addEventListener('pointermove', ({ clientX, pointerId }) => {
    if (drawing !== pointerId || at(clientX) === head) return;
    // From here on the gesture is a drag, not a click.
    histogram.setPointerCapture(pointerId);
    head = at(clientX);
    show(span());
  });
  histogram.addEventListener('pointerup', ({ pointerId }) => {
    if (drawing !== pointerId) return;
    drawing = undefined;
    if (anchor !== head) follow(span());
  });
  histogram.addEventListener('pointercancel', () => {
    drawing = undefined;
    show(undefined);
  });
  // A drag already navigates; suppress the click.
  histogram.addEventListener('click', (event) => {
    if (anchor !== head) event.preventDefault();
  });

  histogram.addEventListener('focusin', ({ target }) => {
    const index = target instanceof SVGElement ? bars.indexOf(target) : -1;
    if (index >= 0 && index !== head) anchor = index;
    if (index >= 0) head = index;
  });
  histogram.addEventListener('keydown', (event) => {
    const { key, shiftKey } = event;
    if (key === 'Enter' && anchor !== head) {
      event.preventDefault();
      follow(span());
    }
    if (key === 'Escape') {
      anchor = head;
      show(undefined);
    }
    const next = nextStop(stops, head, key);
    if (next === undefined) return;
    event.preventDefault();
    const start = shiftKey ? anchor : next;
    head = next;
    rove(next);
    bars[next]?.focus();
    anchor = start;
    show(shiftKey ? span() : undefined);
  });
  rove(anchor);
}

/** Returns the bar that an arrow key moves to; undefined for other keys. */
function nextStop(stops: number[], from: number, key: string): number | undefined {
  if (key === 'Home') return stops[0];
  if (key === 'End') return stops.at(-1);
  if (key === 'ArrowRight') return stops.find((stop) => stop > from) ?? stops.at(-1);
  if (key === 'ArrowLeft') return stops.findLast((stop) => stop < from) ?? stops[0];
  return undefined;
}

/** Describes a range of bars: `March 2016 to July 2016: 45 articles`. */
function inWords(bars: SVGElement[], { first, last }: Span): string {
  const names = [bars[first], bars[last]].map((bar) => bar?.dataset.name ?? '');
  const count = bars.slice(first, last + 1).reduce((sum, bar) => sum + Number(bar.dataset.count), 0);
  const time = first === last ? names[0] : names.join(' to ');
  return `${time}: ${pluralize(count, 'article')}`;
}
