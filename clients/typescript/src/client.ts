import { addressOf } from './address.ts';
import type { Answer, PagedPath, Path } from './answers.ts';
import type { Reads } from './api.ts';
import { fetchWithRetries, retryAfter } from './fetch-with-retries.ts';
import { ConnectionFailed, problemError } from './problem-error.ts';

export type { Answer, Article, ArticleCard, PagedPath, Path } from './answers.ts';
export type * from './api.ts';
export * from './problem-error.ts';

/** Options of a client. */
export interface ClientOptions {
  /** Address of the API: `https://news.example.org`. Default in a browser: the origin of the page. */
  baseUrl?: string;
  /** Headers sent with every request, such as `{ authorization: 'Bearer …' }`. */
  headers?: Record<string, string>;
  /** Number of retries when the server is busy or unreachable. */
  retries?: number;
  /** Timeout of one try, in milliseconds. */
  timeout?: number;
  /** Maximum wait before a retry, in milliseconds. If the server asks for more, the problem is thrown. */
  longestWait?: number;
  /** Replacement for the global `fetch`. */
  fetch?: (address: string, init: RequestInit) => Promise<Response>;
}

/** Part of a request that differs from call to call. */
export type Request<P extends Path, Query> = {
  query?: Query;
  signal?: AbortSignal;
} & (Reads[P]['path'] extends Record<string, never> ? { path?: undefined } : { path: Reads[P]['path'] });

type Arguments<P extends Path, Query> =
  Reads[P]['path'] extends Record<string, never>
    ? [request?: Request<P, Query>]
    : [request: Request<P, Query>];

type ItemOf<P extends Path, Query> = Answer<P, Query> extends { data: (infer Item)[] } ? Item : never;

/**
 * Client of the API. Methods throw ProblemError for problems, and ConnectionFailed if no response arrives.
 */
export interface Client {
  /** Requests one path. */
  get<P extends Path, const Query extends Reads[P]['query']>(
    path: P,
    ...request: Arguments<P, Query>
  ): Promise<Answer<P, Query>>;
  /** Iterates over the pages of a list. Each page is requested when the loop needs it. */
  pages<P extends PagedPath, const Query extends Reads[P]['query']>(
    path: P,
    ...request: Arguments<P, Query>
  ): AsyncGenerator<Answer<P, Query>, void, undefined>;
  /** Iterates over the items of a list, across all pages. */
  items<P extends PagedPath, const Query extends Reads[P]['query']>(
    path: P,
    ...request: Arguments<P, Query>
  ): AsyncGenerator<ItemOf<P, Query>, void, undefined>;
  /** Returns the address that `get` would request. */
  address<P extends Path, const Query extends Reads[P]['query']>(
    path: P,
    ...request: Arguments<P, Query>
  ): string;
}

/** Creates a client of one archive. */
export function createClient({
  baseUrl = '',
  headers = {},
  retries = 2,
  timeout = 30_000,
  longestWait = 30_000,
  fetch: fetchOne = (address, init) => fetch(address, init),
}: ClientOptions = {}): Client {
  const base = baseUrl.replace(/\/+$/, '');
  const policy = { retries, timeout, longestWait };

  async function read(address: string, stop: AbortSignal | undefined): Promise<unknown> {
    const response = await fetchWithRetries(
      (signal) => fetchOne(address, { headers: { accept: 'application/json', ...headers }, signal }),
      policy,
      stop,
    );
    if (!response.ok) throw await problemError(response, retryAfter(response));
    return await response.json().catch((cause: unknown) => {
      stop?.throwIfAborted();
      throw new ConnectionFailed('The response was interrupted.', { cause });
    });
  }

  const client: Client = {
    address: (path, ...[request]) => base + addressOf(path, request?.path, request?.query),
    async get<P extends Path, const Query extends Reads[P]['query']>(
      path: P,
      ...request: Arguments<P, Query>
    ): Promise<Answer<P, Query>> {
      // The response is not validated: the types are generated from the server's own description.
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

/** Properties that all pages of lists have. */
interface Paged {
  page: { next: string | null };
}
