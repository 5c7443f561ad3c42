import { z } from 'zod';

/** Members of an API list that its text needs. */
const List = z.object({
  data: z.array(z.unknown()),
  page: z.object({
    next: z.string().nullable(),
    total: z.object({ value: z.int(), relation: z.enum(['eq', 'gte']) }).nullable(),
  }),
  meta: z.object({ words: z.string(), warnings: z.array(z.object({ message: z.string() })) }),
});

/** Formats a page of a list: the filter, the total, the items, and the cursor of the next page. */
export function listText(list: unknown, itemText: (item: unknown) => string): string {
  const { data, page, meta } = List.parse(list);
  const total =
    page.total && `${page.total.relation === 'gte' ? 'At least ' : ''}${page.total.value} in all.`;
  const shown = data.length === 0 ? 'No results.' : `${data.length} shown.`;
  return [
    [meta.words, total, shown].filter(Boolean).join(' '),
    ...meta.warnings.map(({ message }) => `Note: ${message}`),
    ...data.map(itemText),
    ...(page.next ? [`More: call again with cursor ${page.next}`] : []),
  ].join('\n\n');
}
