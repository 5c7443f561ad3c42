import { z } from 'zod';
import type { ArchiveReads } from '../archive/reads.ts';
import { type Operation, operation } from '../http/operation.ts';
import { invalid } from '../http/request/parameter-faults.ts';
import { ArticleCard } from '../model/article.ts';
import { type CalendarUnit, calendarEdges } from '../model/calendar.ts';
import { Instant } from '../model/instant.ts';
import type { ArticleFilter } from '../model/query.ts';
import { datedOnly } from '../model/undated.ts';
import { readArticleFilter } from './articles/filter.ts';
import { articleFilterParameters } from './articles/parameters.ts';
import { echoOf } from './request/echo.ts';
import { ApiWarning, ignoredWarnings, tagWarnings } from './response/warnings.ts';

const maxPeriods = 800;

const intervals = ['day', 'week', 'month', 'year'] as const satisfies CalendarUnit[];

const parameters = z.object({
  ...articleFilterParameters,
  interval: z.enum(intervals).default('month').meta({
    description: 'Length of a period, in the calendar of `tz`; weeks begin on Monday.',
    example: 'month',
  }),
});

const Bucket = z
  .object({
    from: Instant.meta({ description: 'Start of the period.', example: '2024-11-01T00:00:00Z' }),
    before: Instant.meta({ description: 'End of the period, exclusive.', example: '2024-12-01T00:00:00Z' }),
    count: z.int().min(0).nullable().meta({
      description: 'Number of matching articles in the period; null if it was not counted.',
      example: 3,
    }),
  })
  .meta({ id: 'TimelinePeriod', description: 'A period and its number of articles.' });

/** `GET /v1/timeline` */
export const getTimeline: Operation = operation({
  id: 'getTimeline',
  group: 'Articles',
  summary: 'Count articles over time',
  description: `Number of articles per day, week, month or year, with all filters of \`GET /v1/articles\`; 0 for periods without articles. From \`from\` to \`to\`; by default from the first matching article to the last. At most ${maxPeriods} periods.`,
  parameters,
  produces: ['application/json'],
  lifetime: 'list',
  response: z
    .object({
      data: z.array(Bucket).meta({ description: 'Oldest period first, without gaps.' }),
      links: z
        .object({
          self: z.string().meta({ description: 'This timeline.', example: '/v1/timeline?interval=year' }),
        })
        .meta({ description: 'Related addresses.' }),
      meta: z
        .object({
          query: echoOf(parameters),
          words: z.string().meta({
            description: 'The query in words.',
            example: 'Articles with the tag person/josep-borrell, by month.',
          }),
          complete: z.boolean().meta({
            description:
              'True if all periods were counted. A search for a common word over a long time may reach the time limit; then the oldest periods have no count.',
            example: true,
          }),
          warnings: z.array(ApiWarning).meta({ description: 'Warnings about the request.', example: [] }),
        })
        .meta({ description: 'The parsed request.' }),
    })
    .meta({ id: 'Timeline', description: 'Number of articles over time.' }),
  async respond({ archive, parameters: { interval, ...narrowing }, address, ignored }) {
    const { filter, words, echo } = readArticleFilter(narrowing);
    const from = filter.from ?? (await publicationAt(archive, filter, 'oldest'));
    const last = filter.before ?? (await publicationAt(archive, filter, 'newest'));
    const edgesBy = (unit: CalendarUnit) =>
      from === undefined || last === undefined
        ? []
        : calendarEdges({ from, last, openEnd: filter.before === undefined }, unit, narrowing.tz, maxPeriods);
    const edges = edgesBy(interval);
    if (edges === undefined) {
      const wider = intervals.slice(intervals.indexOf(interval) + 1).find((unit) => edgesBy(unit));
      throw invalid([
        {
          param: 'interval',
          value: interval,
          reason: `makes more than ${maxPeriods} periods; narrow from and to${wider ? ', or use a longer interval' : ''}`,
          ...(wider && { suggestion: wider }),
        },
      ]);
    }
    const { buckets, complete } =
      edges.length > 1 ? await archive.timeline(filter, edges) : { buckets: [], complete: true };
    const links = { self: address() };
    const warnings = [
      ...(filter.tags ? tagWarnings(await archive.unknownTags(filter)) : []),
      ...ignoredWarnings(ignored),
    ];
    return {
      body: JSON.stringify({
        data: buckets,
        links,
        meta: {
          query: { ...echo, interval },
          words: `Articles${words}, by ${interval}.`,
          complete,
          warnings,
        },
      }),
      links,
    };
  },
});

const Published = ArticleCard.pick({ publishedAt: true });

/** Returns the publication of the first or last dated article that matches; undefined if none does. */
async function publicationAt(archive: ArchiveReads, filter: ArticleFilter, sort: 'oldest' | 'newest') {
  const dated = { ...datedOnly, ...filter };
  const { items } = await archive.articles({ filter: dated, sort, form: 'card', limit: 1, count: 'none' });
  return items.map((item) => Published.parse(JSON.parse(item)).publishedAt)[0] ?? undefined;
}
