import type { FieldText } from './field-text.ts';
import type { TokenSpan } from './linked.ts';

/** Which span covers a token. Questions cost the same however many spans there are. */
export interface TokenIndex<Item extends TokenSpan> {
  /** The span that covers token `at` of a field; of several, the last that was given. */
  at(field: FieldText, at: number): Item | undefined;
  /** A span that shares a token with this one. */
  overlapping(span: TokenSpan): Item | undefined;
}

/** Indexes spans by the tokens that they cover. */
export function indexByToken<Item extends TokenSpan>(spans: Iterable<Item>): TokenIndex<Item> {
  const covering = new Map<FieldText, Map<number, Item>>();
  for (const span of spans) {
    const here = covering.get(span.in) ?? new Map<number, Item>();
    for (let at = span.from; at < span.to; at += 1) here.set(at, span);
    covering.set(span.in, here);
  }
  return {
    at: (field, at) => covering.get(field)?.get(at),
    overlapping: ({ in: field, from, to }) => {
      const here = covering.get(field);
      for (let at = from; at < to; at += 1) {
        const item = here?.get(at);
        if (item) return item;
      }
      return undefined;
    },
  };
}
