import { z } from 'zod';
import { bytesOf, maxBytes, shortField } from './limits.ts';
import type { ToolResult } from './tool.ts';

/** Members of an API list that an assistant needs. */
const List = z.object({
  data: z.array(z.unknown()),
  page: z.object({
    next: z.string().nullable(),
    total: z.object({ value: z.int(), relation: z.enum(['eq', 'gte']) }).nullable(),
  }),
  meta: z.looseObject({
    words: z.string(),
    warnings: z.array(z.looseObject({ message: z.string() })),
    suggestion: z.object({ q: z.string() }).optional(),
  }),
  facets: z
    .record(
      z.string(),
      z.object({
        values: z.array(z.object({ value: z.string(), name: z.string(), count: z.int() })),
        articles: z.unknown(),
      }),
    )
    .optional(),
});
type List = z.infer<typeof List>;

/** Maximum number of warnings of a list. */
const maxWarnings = 10;

/**
 * Returns a page of a list with as many items as fit. If they are fewer than requested, asks again for so many, so that
 * the cursor leads to the next item.
 */
export async function listResult(
  ask: (limit: number) => Promise<unknown>,
  limit: number,
  itemOf: (item: unknown) => ToolResult,
  requested = limit,
): Promise<ToolResult> {
  const list = List.parse(await ask(limit));
  const items = list.data.map(itemOf);
  const fitting = countFitting(items, maxBytes - bytesOf(answerOf(list, [], requested)));
  if (fitting < items.length) return listResult(ask, fitting, itemOf, requested);
  return answerOf(list, items, requested);
}

/** Returns the number of items that fit into so many bytes, at least one. */
function countFitting(items: ToolResult[], bytes: number): number {
  let left = bytes;
  const over = items.findIndex((item) => {
    left -= bytesOf(item) + '\n\n'.length;
    return left < 0;
  });
  return over < 0 ? items.length : Math.max(over, 1);
}

/** Formats a list: the filter, the total, the facets, the items, and the cursor of the next page. */
function answerOf({ page, meta, facets }: List, items: ToolResult[], requested: number): ToolResult {
  const { query: _query, ...rest } = meta;
  const words = shortField(meta.words);
  const warnings = meta.warnings
    .slice(0, maxWarnings)
    .map((warning) => ({ ...warning, message: shortField(warning.message) }));
  const total =
    page.total && `${page.total.relation === 'gte' ? 'At least ' : ''}${page.total.value} in all.`;
  const isCut = page.next !== null && items.length < requested;
  const shown =
    items.length === 0
      ? 'No results.'
      : `${items.length} shown${isCut ? ', as many as fit into one answer' : ''}.`;
  const text = [
    [words, total, shown].filter(Boolean).join(' '),
    ...warnings.map(({ message }) => `Note: ${message}`),
    ...(meta.suggestion ? [`Did you mean q ${shortField(meta.suggestion.q)}`] : []),
    ...Object.entries(facets ?? {}).map(([name, { values }]) => facetText(name, values)),
    ...items.map((item) => item.text),
    ...(page.next ? [`More: call again with cursor ${page.next}`] : []),
  ].join('\n\n');
  return {
    data: {
      data: items.map(({ data }) => data),
      page: { next: page.next, total: page.total },
      ...(facets && { facets }),
      meta: { ...rest, words, warnings },
    },
    text,
  };
}

// → "By person: Ada Birch (ada-birch) 2, Bo Elm (bo-elm) 1"
function facetText(name: string, values: { value: string; name: string; count: number }[]): string {
  const counts = values.map((each) =>
    each.name === each.value
      ? `${each.value} ${each.count}`
      : `${shortField(each.name, 100)} (${each.value}) ${each.count}`,
  );
  return `By ${name}: ${counts.join(', ') || 'none'}`;
}
