/** Annotation of a range of text: UTF-16 code units, end exclusive. */
export interface Annotation<T> {
  start: number;
  end: number;
  value: T;
}

/** Piece of text, with the quote and the mention that contain it. */
export interface Piece<Q, M> {
  text: string;
  quote?: Annotation<Q>;
  mention?: Annotation<M>;
}

/**
 * Splits `text.slice(start, end)` at the borders of quotes and mentions. The pieces joined are the same text.
 * If annotations of one kind overlap, the first one wins; of those that start together, the longest.
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
  const quoteAt = follow(inside);
  const mentionAt = follow(named);
  return sorted.slice(1).map((to, index) => {
    const from = sorted[index] ?? start;
    const quote = quoteAt(from, to);
    const mention = mentionAt(from, to);
    return { text: text.slice(from, to), ...(quote && { quote }), ...(mention && { mention }) };
  });
}

/** Returns a function that finds the annotation of a range. Ranges must ascend, as the annotations do. */
function follow<T>(annotations: Annotation<T>[]) {
  let at = 0;
  return (from: number, to: number): Annotation<T> | undefined => {
    while ((annotations[at]?.end ?? to) < to) at += 1;
    const each = annotations[at];
    return each && each.start <= from && to <= each.end ? each : undefined;
  };
}

/** Returns the annotations that touch the range, without overlaps. */
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
