import { addressOf } from './address.ts';
import type { Answer, PagedPath, Path } from './answers.ts';
import type { Reads } from './api.ts';
import { fetchPatiently, retryAfter } from './fetch-patiently.ts';
import { ConnectionFailed, problemError } from './problem-error.ts';

export type { Answer, Article, ArticleCard, PagedPath, Path } from './answers.ts';
export type * from './api.ts';
export * from './problem-error.ts';

/** How a client reaches the API. */
export interface ClientOptions {
  /** Where the API is: `https://news.example.org`. In a browser, the page's own origin when left out. */
  baseUrl?: string;
  /** Sent with every request; for instance `{ authorization: 'Bearer …' }`. */
  headers?: Record<string, string>;
  /** Tries after the first when the server is busy or unreachable. */
  retries?: number;
  /** Milliseconds until a try without an answer is given up. */
  timeout?: number;
  /** The longest wait between two tries, in milliseconds; when the server asks for more, its problem is thrown. */
  longestWait?: number;
  /** Used instead of the global `fetch`. */
  fetch?: (address: string, init: RequestInit) => Promise<Response>;
}

/** The part of a request that differs from call to call. */
export type Request<P extends Path, Query> = {
  query?: Query;
  signal?: AbortSignal;
} & (Reads[P]['path'] extends Record<string, never> ? { path?: undefined } : { path: Reads[P]['path'] });

type Arguments<P extends Path, Query> =
  Reads[P]['path'] extends Record<string, never>
    ? [request?: Request<P, Query>]
    : [request: Request<P, Query>];

type ItemOf<P extends Path, Query> = Answer<P, Query> extends { data: (infer Item)[] } ? Item : never;

/** Reads the API. Every method throws ProblemError for problems and ConnectionFailed when no answer comes. */
export interface Client {
  /** One answer. */
  get<P extends Path, const Query extends Reads[P]['query']>(
    path: P,
    ...request: Arguments<P, Query>
  ): Promise<Answer<P, Query>>;
  /** A list, page by page; each is asked for when the loop wants it. */
  pages<P extends PagedPath, const Query extends Reads[P]['query']>(
    path: P,
    ...request: Arguments<P, Query>
  ): AsyncGenerator<Answer<P, Query>, void, undefined>;
  /** A list, item by item, over all its pages. */
  items<P extends PagedPath, const Query extends Reads[P]['query']>(
    path: P,
    ...request: Arguments<P, Query>
  ): AsyncGenerator<ItemOf<P, Query>, void, undefined>;
  /** The address that `get` would ask for. */
  address<P extends Path, const Query extends Reads[P]['query']>(
    path: P,
    ...request: Arguments<P, Query>
  ): string;
}

/** A client of one archive. */
export function createClient({
  baseUrl = '',
  headers = {},
  retries = 2,
  timeout = 30_000,
  longestWait = 30_000,
  fetch: fetchOne = (address, init) => fetch(address, init),
}: ClientOptions = {}): Client {
  const base = baseUrl.replace(/\/+$/, '');
  const patience = { retries, timeout, longestWait };

  async function read(address: string, stop: AbortSignal | undefined): Promise<unknown> {
    const response = await fetchPatiently(
      (signal) => fetchOne(address, { headers: { accept: 'application/json', ...headers }, signal }),
      patience,
      stop,
    );
    if (!response.ok) throw await problemError(response, retryAfter(response));
    return await response.json().catch((cause: unknown) => {
      stop?.throwIfAborted();
      throw new ConnectionFailed('The answer broke off.', { cause });
    });
  }

  const client: Client = {
    address: (path, ...[request]) => base + addressOf(path, request?.path, request?.query),
    async get<P extends Path, const Query extends Reads[P]['query']>(
      path: P,
      ...request: Arguments<P, Query>
    ): Promise<Answer<P, Query>> {
      // The one place where the server is taken at its word: the types are made from its own description.
      return (await read(client.address(path, ...request), request[0]?.signal)) as Answer<P, Query>;
    },
    async *pages<P extends PagedPath, const Query extends Reads[P]['query']>(
      path: P,
      ...[request]: Arguments<P, Query>
    ) {
      let cursor: string | null | undefined;
      do {
        const query = { ...request?.query, ...(cursor && { cursor }) };
        const address = base + addressOf(path, request?.path, query);
        const page = (await read(address, request?.signal)) as Answer<P, Query> & Paged;
        yield page;
        cursor = page.page.next;
      } while (cursor);
    },
    async *items<P extends PagedPath, const Query extends Reads[P]['query']>(
      path: P,
      ...request: Arguments<P, Query>
    ) {
      for await (const page of client.pages(path, ...request)) {
        yield* (page as unknown as { data: ItemOf<P, Query>[] }).data;
      }
    },
  };
  return client;
}

/** What all pages of lists have. */
interface Paged {
  page: { next: string | null };
}
