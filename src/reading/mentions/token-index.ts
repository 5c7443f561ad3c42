import type { FieldText } from './field-text.ts';
import type { TokenSpan } from './token-span.ts';

/** Looks spans up by token, in constant time. */
export interface TokenIndex<Item extends TokenSpan> {
  /** Returns the span that covers token `at` of a field; if there are several, the last one indexed. */
  at(field: FieldText, at: number): Item | undefined;
  /** Returns a span that shares a token with this one. */
  overlapping(span: TokenSpan): Item | undefined;
}

/** Indexes spans by the tokens they cover. */
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
