/** Something said about a stretch of text: UTF-16 code units, end exclusive. */
export interface Annotation<T> {
  start: number;
  end: number;
  value: T;
}

/** A piece of text with what was said about it: a quote around it, a mention that it is. */
export interface Piece<Q, M> {
  text: string;
  quote?: Annotation<Q>;
  mention?: Annotation<M>;
}

/**
 * Cuts `text.slice(start, end)` into pieces at the borders of quotes and mentions. Joined, the pieces are the text
 * again. Where annotations of one kind overlap, the first and among those the longer stands.
 *
 *     // "Hi," Ann said → [Hi, in a quote], [," ], [Ann, a mention], [ said]
 */
export function annotate<Q, M>(
  text: string,
  { start, end }: { start: number; end: number },
  quotes: readonly Annotation<Q>[],
  mentions: readonly Annotation<M>[],
): Piece<Q, M>[] {
  const inside = within(quotes, start, end);
  const named = within(mentions, start, end);
  const borders = new Set([start, end]);
  for (const each of [...inside, ...named])
    borders.add(Math.max(start, each.start)).add(Math.min(end, each.end));
  const sorted = [...borders].sort((a, b) => a - b);
  return sorted.slice(1).map((to, index) => {
    const from = sorted[index] ?? start;
    const quote = inside.find((each) => each.start <= from && to <= each.end);
    const mention = named.find((each) => each.start <= from && to <= each.end);
    return { text: text.slice(from, to), ...(quote && { quote }), ...(mention && { mention }) };
  });
}

/** Those that touch the stretch, without overlaps. */
function within<T>(annotations: readonly Annotation<T>[], start: number, end: number): Annotation<T>[] {
  const touching = annotations
    .filter((each) => each.start < each.end && each.start < end && each.end > start)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  let reached = -1;
  return touching.filter((each) => {
    if (each.start < reached) return false;
    reached = each.end;
    return true;
  });
}
