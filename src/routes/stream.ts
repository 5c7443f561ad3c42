import { z } from 'zod';
import { Problem } from '../errors.ts';
import { type Operation, operation } from '../http/operation.ts';
import { invalid } from '../http/request/parameter-faults.ts';
import { readArticleFilter } from './articles/filter.ts';
import { articleFilterParameters } from './articles/parameters.ts';

const largest = Number.MAX_SAFE_INTEGER;

/** `GET /v1/stream` */
export const streamArticles: Operation = operation({
  id: 'streamArticles',
  group: 'Articles',
  summary: 'Follow new and changed articles',
  description:
    'Server-Sent Events of the change log, with the filters of lists. `article.new` and `article.changed` contain the current card of the article. `article.left` (it changed and does not match the filter) and `article.deleted` contain its `id`, also if the client never received it. `archive.reset` means that the client knows later changes than this archive: read it again. The `id` of an event is the `seq` of the change. With `Last-Event-ID`, which browsers send automatically, the stream continues after it, also after a restart of the server. Without it the stream starts now; with `last-event-id=0` it starts at the beginning of the archive. A comment is sent every 15 s.',
  parameters: z.object({
    ...articleFilterParameters,
    'last-event-id': z.int().min(0).optional().meta({
      description:
        'Continues after this event, for clients that cannot set headers; the header has precedence.',
      example: 42,
    }),
  }),
  headers: ['LastEventId'],
  produces: ['text/event-stream'],
  response: null,
  lifetime: 'now',
  problems: ['too-many-streams'],
  async respond({ changes, live, parameters, headers }) {
    const { 'last-event-id': parameter, ...narrowing } = parameters;
    const { filter } = readArticleFilter(narrowing);
    const since = lastEventId(headers['last-event-id']) ?? parameter;
    if (!live.hasRoom()) {
      throw new Problem('too-many-streams', 'The maximum number of streams is open.', {
        headers: { 'retry-after': '10' },
      });
    }
    // Read before the stream begins, so that an unavailable archive is a problem and not a broken stream.
    await changes.last();
    return { stream: (signal) => live.stream(filter, since, signal) };
  },
});

/** Parses a Last-Event-ID header. Throws a Problem for an id that no event has. */
function lastEventId(header: string | string[] | undefined): number | undefined {
  if (header === undefined || header === '') return undefined;
  const value = String(header);
  const seq = /^\d{1,16}$/.test(value) ? Number(value) : largest + 1;
  if (seq <= largest) return seq;
  throw invalid([
    { param: 'Last-Event-ID', value: value.slice(0, 100), reason: 'is not the id of an event' },
  ]);
}
