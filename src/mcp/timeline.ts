import { z } from 'zod';
import { invalid } from '../http/request/parameter-faults.ts';
import { ArticleCard } from '../model/article.ts';
import { datedOnly } from '../model/undated.ts';
import { readArticleFilter } from '../routes/articles/filter.ts';
import { listArticles } from '../routes/articles/list.ts';
import { ArticleParameters } from '../routes/articles/parameters.ts';
import { callOperation, type OperationContext } from './call-operation.ts';
import { shortField } from './limits.ts';
import { described, operators, tagFilters } from './parameters.ts';
import { tool } from './tool.ts';

const articles = { operation: listArticles, path: '/v1/articles' };

/** Maximum number of periods, each of which costs a query. */
const maxPeriods = 60;
const maxDefaultMonths = 36;

const bound = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2]))?$/, 'expected a year or month such as 2024 or 2024-11')
  .optional();

const Filter = ArticleParameters.pick({
  q: true,
  tag: true,
  person: true,
  topic: true,
  organization: true,
  place: true,
  source: true,
  language: true,
});

const Total = z.object({ value: z.int().min(0), relation: z.enum(['eq', 'gte']) });

/** The `timeline` tool: number of articles per month or year (UTC). */
export const timeline = tool({
  name: 'timeline',
  title: 'Count articles over time',
  description: `Number of matching articles per month or year (UTC), oldest first: shows when something was in the news. ${operators}`,
  input: z.object({ ...Filter.shape, from: bound, to: bound, by: z.enum(['month', 'year']).optional() }),
  parameters: {
    q: described.q,
    ...tagFilters,
    from: { type: 'string', description: 'First year or month; default: of the oldest match' },
    to: { type: 'string', description: 'Last year or month; default: of the newest match' },
    by: { enum: ['month', 'year'] },
  },
  async find(context, { from, to, by: requested, ...filter }) {
    const first = from ?? (await monthOf(context, filter, 'oldest'));
    const last = to ?? (await monthOf(context, filter, 'newest'));
    const months = first && last ? monthsBetween(first, last) : [];
    const by = requested ?? (months.length > maxDefaultMonths ? 'year' : 'month');
    const years = [...new Set(months.map((month) => month.slice(0, 4)))];
    const periods = by === 'month' ? months : years;
    const isYearlyShort = by === 'month' && years.length <= maxPeriods;
    if (periods.length > maxPeriods) {
      throw invalid([
        {
          param: isYearlyShort ? 'by' : 'from',
          reason: `makes ${periods.length} periods; the maximum is ${maxPeriods}`,
          ...(isYearlyShort && { value: by, suggestion: 'year' }),
        },
      ]);
    }
    const data: { period: string; articles: z.infer<typeof Total> }[] = [];
    for (const period of periods) data.push({ period, articles: await countIn(context, filter, period) });
    const words = `Articles${shortField(readArticleFilter({ ...filter, tz: 'UTC' }).words)}, by ${by}.`;
    const lines = data.map(
      ({ period, articles: { value, relation } }) =>
        `${period}: ${relation === 'gte' ? 'at least ' : ''}${value}`,
    );
    return {
      data: { data, meta: { by, words } },
      text: [words, ...(lines.length > 0 ? lines : ['No results.'])].join('\n'),
    };
  },
});

const Ends = z.object({ data: z.array(ArticleCard.pick({ publishedAt: true })) });
const Counted = z.object({ page: z.object({ total: Total }) });

/** Returns the month of the oldest or newest dated match; undefined if nothing matches. */
async function monthOf(
  context: OperationContext,
  filter: z.output<typeof Filter>,
  sort: 'oldest' | 'newest',
) {
  const parameters = {
    ...filter,
    match: 'all',
    from: datedOnly.from,
    sort,
    limit: 1,
    count: 'none',
    fields: ['publishedAt'],
  };
  const { data } = Ends.parse(JSON.parse(await callOperation(context, articles, {}, parameters)));
  return data[0]?.publishedAt?.slice(0, 7);
}

async function countIn(context: OperationContext, filter: z.output<typeof Filter>, date: string) {
  const parameters = { ...filter, match: 'all', date, limit: 1, fields: ['id'] };
  return Counted.parse(JSON.parse(await callOperation(context, articles, {}, parameters))).page.total;
}

/** Returns all months from the start of one year or month to the end of another. */
// ("2023", "2024-02") → ["2023-01", …, "2024-02"]
function monthsBetween(first: string, last: string): string[] {
  const numberOf = (text: string, month: number) => {
    const [year = 0, given = month] = text.split('-').map(Number);
    return year * 12 + given - 1;
  };
  const start = numberOf(first, 1);
  const count = numberOf(last, 12) - start + 1;
  if (count < 1) throw invalid([{ param: 'to', value: last, reason: 'is before from' }]);
  return Array.from({ length: count }, (_, index) => {
    const month = start + index;
    return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}
