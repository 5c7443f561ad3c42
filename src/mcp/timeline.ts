import { z } from 'zod';
import { invalid } from '../http/request/parse-parameters.ts';
import { ArticleCard } from '../model/article.ts';
import { readArticleFilter } from '../routes/articles/filter.ts';
import { listArticles } from '../routes/articles/list.ts';
import { ArticleParameters } from '../routes/articles/parameters.ts';
import { type Around, askOperation } from './ask-operation.ts';
import { tool } from './tool.ts';

const articles = { operation: listArticles, path: '/v1/articles' };

/** More would be neither read nor worth the queries: one a period. */
const mostPeriods = 60;
const fewMonths = 36;

const bound = (description: string, example: string) =>
  z
    .string()
    .regex(/^\d{4}(-(0[1-9]|1[0-2]))?$/, 'is no year or month, such as 2024 or 2024-11')
    .optional()
    .meta({ description, example });

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

const Total = z.object({
  value: z.int().min(0).meta({ description: 'How many articles were counted.' }),
  relation: z.enum(['eq', 'gte']).meta({ description: 'All of them (`eq`), or where counting stopped.' }),
});

/** `timeline`: how many articles there are in each month or year of UTC. */
export const timeline = tool({
  name: 'timeline',
  title: 'Count articles over time',
  description:
    'How many articles match in each month or year (UTC), the oldest first: when something was in the news. Takes the filters of search_articles.',
  input: z.object({
    ...Filter.shape,
    from: bound('First year or month; without it, that of the oldest match.', '2024-01'),
    to: bound('Last year or month; without it, that of the newest match.', '2024-12'),
    by: z
      .enum(['month', 'year'])
      .optional()
      .meta({
        description: `Count by month or year; without it by month where that makes no more than ${fewMonths}.`,
        example: 'month',
      }),
  }),
  output: z.object({
    data: z.array(
      z.object({
        period: z.string().meta({ description: 'The year or month: `2024-11`.' }),
        articles: Total,
      }),
    ),
    meta: z.object({
      by: z.enum(['month', 'year']),
      words: z.string().meta({ description: 'What was counted, in words.' }),
    }),
  }),
  async find(around, { from, to, by: asked, ...filter }) {
    const first = from ?? (await monthOf(around, filter, 'oldest'));
    const last = to ?? (await monthOf(around, filter, 'newest'));
    const months = first && last ? monthsBetween(first, last) : [];
    const by = asked ?? (months.length > fewMonths ? 'year' : 'month');
    const periods = by === 'month' ? months : [...new Set(months.map((month) => month.slice(0, 4)))];
    if (periods.length > mostPeriods) {
      throw invalid([
        {
          param: 'from',
          reason: `and to span ${periods.length} periods; ${mostPeriods} are counted at most`,
        },
      ]);
    }
    const data: { period: string; articles: z.infer<typeof Total> }[] = [];
    for (const period of periods) data.push({ period, articles: await countIn(around, filter, period) });
    const words = `Articles${readArticleFilter({ ...filter, tz: 'UTC' }).words}, by ${by}.`;
    const lines = data.map(
      ({ period, articles: { value, relation } }) =>
        `${period}: ${relation === 'gte' ? 'at least ' : ''}${value}`,
    );
    return {
      data: { data, meta: { by, words } },
      text: [words, ...(lines.length > 0 ? lines : ['Nothing was found.'])].join('\n'),
    };
  },
});

const Ends = z.object({ data: z.array(ArticleCard.pick({ publishedAt: true })) });
const Counted = z.object({ page: z.object({ total: Total }) });

/** The month of the oldest or newest match; undefined where nothing matches. */
async function monthOf(around: Around, filter: z.output<typeof Filter>, sort: 'oldest' | 'newest') {
  const asked = { ...filter, sort, limit: 1, count: 'none', fields: ['publishedAt'] };
  const { data } = Ends.parse(JSON.parse(await askOperation(around, articles, {}, asked)));
  return data[0]?.publishedAt.slice(0, 7);
}

async function countIn(around: Around, filter: z.output<typeof Filter>, date: string) {
  const asked = { ...filter, date, limit: 1, fields: ['id'] };
  return Counted.parse(JSON.parse(await askOperation(around, articles, {}, asked))).page.total;
}

/** All months from the beginning of one year or month to the end of another. */
// ("2023", "2024-02") → ["2023-01", …, "2024-02"]
function monthsBetween(first: string, last: string): string[] {
  const numberOf = (text: string, month: number) => {
    const [year = 0, given = month] = text.split('-').map(Number);
    return year * 12 + given - 1;
  };
  const start = numberOf(first, 1);
  const count = numberOf(last, 12) - start + 1;
  if (count < 1) throw invalid([{ param: 'to', value: last, reason: 'ends before from' }]);
  return Array.from({ length: count }, (_, index) => {
    const month = start + index;
    return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}
