import { z } from 'zod';

/** What of a list of the API its text says. */
const List = z.object({
  data: z.array(z.unknown()),
  page: z.object({
    next: z.string().nullable(),
    total: z.object({ value: z.int(), relation: z.enum(['eq', 'gte']) }).nullable(),
  }),
  meta: z.object({ words: z.string(), warnings: z.array(z.object({ message: z.string() })) }),
});

/** A page of a list as text: what was asked, how many there are, the items, and how to go on. */
export function listText(list: unknown, itemText: (item: unknown) => string): string {
  const { data, page, meta } = List.parse(list);
  const total =
    page.total && `${page.total.relation === 'gte' ? 'At least ' : ''}${page.total.value} in all.`;
  const shown = data.length === 0 ? 'Nothing was found.' : `${data.length} shown.`;
  return [
    [meta.words, total, shown].filter(Boolean).join(' '),
    ...meta.warnings.map(({ message }) => `Note: ${message}`),
    ...data.map(itemText),
    ...(page.next ? [`More: call again with cursor ${page.next}`] : []),
  ].join('\n\n');
}
