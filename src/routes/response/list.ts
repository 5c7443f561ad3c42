import { z } from 'zod';
import type { Window } from '../../archive/queries.ts';
import type { JoinedPage, Page } from '../../archive/results.ts';
import { Problem } from '../../errors.ts';
import type { Call, Result } from '../../http/operation.ts';
import { invalid } from '../../http/request/parameter-faults.ts';
import { type CursorFault, readCursor, writeCursor } from '../../model/cursor.ts';
import type { CountMode, Position } from '../../model/query.ts';
import { countOf } from './count.ts';
import { listBody } from './json-text.ts';
import { ApiWarning, ignoredWarnings } from './warnings.ts';

/** Returns the schema of a paged list. */
export function listOf(item: z.ZodType, query: z.ZodType) {
  return z.object({
    data: z.array(item).meta({ description: 'The items of this page.' }),
    page: PageInfo,
    links: ListLinks,
    meta: z
      .object({
        query,
        words: z.string().meta({
          description: 'The query in words.',
          example: 'Articles with the tag person/josep-borrell, newest first.',
        }),
        warnings: z.array(ApiWarning).meta({ description: 'Warnings about the request.', example: [] }),
      })
      .meta({ description: 'The parsed request.' }),
  });
}

const PageInfo = z
  .object({
    limit: z.int().meta({ description: 'Maximum number of items per page.', example: 20 }),
    next: z.string().nullable().meta({
      description: 'Cursor of the next page; null if there is none.',
      example: null,
    }),
    prev: z.string().nullable().meta({
      description: 'Cursor of the previous page; null if there is none.',
      example: null,
    }),
    total: countOf('Number of items that were counted.')
      .meta({ id: 'Total', description: 'Number of items in the whole list.' })
      .nullable()
      .meta({ description: 'Number of items in the whole list; null with `count=none`.' }),
  })
  .meta({ id: 'Page', description: 'Position of this page in its list.' });

const address = (description: string) =>
  z.string().meta({ description, example: '/v1/articles?tag=person/josep-borrell' });
const addressOrNull = (description: string) => z.string().nullable().meta({ description, example: null });

const ListLinks = z
  .object({
    self: address('This page.'),
    first: address('The first page.'),
    next: addressOrNull('The next page; null if there is none.'),
    prev: addressOrNull('The previous page; null if there is none.'),
  })
  .meta({ id: 'ListLinks', description: 'The pages of the list.' });

/** Properties of a list that are the same on all its pages. */
interface List {
  query: Record<string, unknown>;
  words: string;
  warnings?: ApiWarning[];
  /** Identifies filter and sort: cursors are bound to it. */
  binding: string;
  /** Text that the cursors of the list carry. */
  carried?: string | undefined;
  /** Addresses besides those of its pages. */
  links?: Record<string, string>;
  /** Members of `meta` that only this list has. */
  meta?: Record<string, unknown>;
  /** Members of the response that only this list has, such as facets. */
  beside?: object;
}

export interface Paged {
  limit: number;
  cursor?: string | undefined;
  /** Absent for lists whose total is always exact. */
  count?: CountMode;
}

/**
 * Returns the requested part of a list, and the text that the cursor carries. `binding` identifies the list; it is a
 * function if it depends on that text. Throws an `invalid-cursor` Problem for a cursor of another list.
 */
export async function windowOf(
  { state, parameters }: Call<Paged>,
  binding: Parameters<typeof readCursor>[1],
): Promise<Window & { carried?: string }> {
  const { limit, count = 'exact', cursor } = parameters;
  if (cursor === undefined) return { limit, count };
  const position = readCursor(cursor, binding, (await state()).secret);
  if (typeof position === 'string') throw invalidCursor(cursor, position);
  const { carried, ...place } = position;
  return { limit, count, position: place, ...(carried !== undefined && { carried }) };
}

/** Returns the Problem of a cursor that does not belong to a list. */
export function invalidCursor(cursor: string, fault: CursorFault): Problem {
  return new Problem('invalid-cursor', cursorFaults[fault], {
    faults: [{ param: 'cursor', value: cursor.slice(0, 100), reason: cursorFaults[fault] }],
  });
}

const cursorFaults: Record<CursorFault, string> = {
  malformed: 'The cursor was truncated or is not a cursor of this API.',
  forged: 'The cursor was changed, truncated, or made by another archive.',
  foreign: 'The cursor belongs to a list with another filter or sort.',
};

interface Pages {
  next: string | null;
  prev: string | null;
  links: { self: string; first: string; next: string | null; prev: string | null };
}

/** Returns the neighbours of a page. `binding` identifies the list, and its cursors carry `carried`. */
export async function pagesOf(
  call: Call<Paged>,
  page: Omit<Page, 'items'>,
  binding: string,
  carried?: string,
): Promise<Pages> {
  const { secret } = await call.state();
  const cursorAt = (position: Position | undefined): string | null =>
    position
      ? writeCursor({ ...position, ...(carried !== undefined && { carried }) }, binding, secret)
      : null;
  const next = cursorAt(page.next);
  const prev = cursorAt(page.previous);
  const at = (cursor: string | null) => cursor && call.address({ cursor });
  const first = call.address({ cursor: undefined });
  return { next, prev, links: { self: call.address(), first, next: at(next), prev: at(prev) } };
}

/** Returns a page of a list as JSON. The items are joined without parsing them. */
export async function listResult(call: Call<Paged>, page: Page | JoinedPage, list: List): Promise<Result> {
  const { next, prev, links } = await pagesOf(call, page, list.binding, list.carried);
  const { limit } = call.parameters;
  const rest = {
    page: { limit, next, prev, total: page.total ?? null },
    links: { ...links, ...list.links },
    meta: {
      query: list.query,
      words: list.words,
      warnings: [...(list.warnings ?? []), ...ignoredWarnings(call.ignored)],
      ...list.meta,
    },
    ...list.beside,
  };
  const body = listBody('json' in page ? page.json : page.items, rest);
  return { body, links, total: page.total };
}

/** Returns the Problem of a parameter that requires `q`. */
export function needsSearch(param: string, value: string, why: string, allowed: string[]): Problem {
  return invalid([{ param, value, reason: `needs q: ${why}`, allowed }]);
}
