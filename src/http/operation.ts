import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import type { ArchiveState } from '../archive/archive.ts';
import type { Awaitable } from '../archive/awaitable.ts';
import type { ChangeLog } from '../archive/change-log.ts';
import type { ExportReads } from '../archive/exports.ts';
import type { ArchiveReads } from '../archive/reads.ts';
import type { ArticleStates } from '../archive/states.ts';
import type { ArchiveWrites } from '../archive/writes.ts';
import type { ProblemName } from '../errors.ts';
import type { LiveEvents } from '../live/live-events.ts';
import type { ApiKey } from '../model/api-key.ts';
import type { Instant } from '../model/instant.ts';
import type { ParseDocument } from '../model/parsed-article.ts';
import type { Total } from '../model/query.ts';
import type { TagPlural } from '../model/tag.ts';
import type { requestHeaders, responseHeaders } from './documented-headers.ts';
import type { Alternate } from './links.ts';
import { type Format, refuseUnsupported, supportedBy } from './request/format.ts';
import { canonicalQuery, type Given, type ParsedParameters, parseParameters } from './request/parameters.ts';

/** Lifetime of a response in caches. A response with the lifetime `program` changes only with a new version. */
export type Lifetime = 'list' | 'item' | 'program' | 'now';

/** Format of a response other than JSON, and the data for writing it. */
export interface Publication {
  format: Format;
  /** Origin of absolute addresses, without a slash at the end: `https://news.example.org`. */
  origin: string;
  /** WebSub hub that is notified of changes of this list. */
  hub: string | null;
}

/** A parsed request and the dependencies of its operation. */
export interface Call<P> {
  /** Reads on one snapshot; for operations with the lifetime `now`, each read on the newest. */
  archive: ArchiveReads;
  /** Returns the state of that snapshot. */
  state(): Awaitable<ArchiveState>;
  writes: ArchiveWrites;
  /** Articles that are not public, too: only for operations that need a key. */
  states: ArticleStates;
  changes: ChangeLog;
  exports: ExportReads;
  /** Throws if the database does not respond or is not migrated. */
  check(): Promise<void>;
  /** Returns what the operator should do about the archive. */
  warnings(): Promise<string[]>;
  live: LiveEvents;
  version: string;
  /** Prefix of every path in links: the public address, or empty. */
  base: string;
  path: Record<string, string>;
  parameters: P;
  ignored: ParsedParameters<P>['ignored'];
  /** Path without the query, encoded: `/v1/articles`. */
  pathname: string;
  /** Returns the canonical address of this response, or of one with some parameters changed. */
  address(changes?: Partial<P>): string;
  /** One of `produces`, chosen by the suffix of the address or by the Accept header. */
  mediaType: string;
  /** Present if the response is in one of the `formats`; then `base` and `pathname` are those of that format. */
  publication?: Publication | undefined;
  headers: IncomingHttpHeaders;
  /** The body, for operations that take a document. */
  document?: GivenDocument | undefined;
  /** The API key of the request. Operations that need none may have one, too. */
  key?: ApiKey | undefined;
  parse?: ParseDocument | undefined;
}

export interface GivenDocument {
  bytes: Buffer;
  /** Lower case, without parameters; empty if the request has none. */
  mediaType: string;
}

/** Document that an operation accepts as a request body. */
interface DocumentBody {
  /** Maximum size, in bytes. */
  bytes: number;
  mediaTypes: string[];
  /** Schema of the JSON form. */
  json: z.ZodType;
  example: unknown;
}

/** Result of an operation: a body, a stream, or the path that the resource has moved to. */
export type Result =
  | {
      body: string | Buffer;
      /** By relation, for the Link header (RFC 8288). */
      links?: Record<string, string | null>;
      /** Other representations without a suffix, and links with more than a relation, for the Link header. */
      alternates?: Alternate[];
      total?: Total | undefined;
      /** Id of the article that the response shows, its key for purging a CDN. */
      article?: string;
      /** Time of the item's last change. Lists have that of the archive. */
      modifiedAt?: Instant | undefined;
      headers?: Record<string, string>;
    }
  | StreamResult
  | { movedTo: string };

/** A response that is sent while it is produced. The signal aborts when the client disconnects. */
export interface StreamResult {
  stream: (signal: AbortSignal) => AsyncIterable<string>;
  /** True for a download, which is compressed if the client accepts gzip; absent for a stream without an end. */
  ends?: boolean;
  headers?: Record<string, string>;
}

/** An operation of the API: its documentation, its parameters and its handler. */
interface Definition<S extends z.ZodObject> {
  id: string;
  group: 'Articles' | Capitalize<TagPlural> | 'Tags' | 'Quotes' | 'Archive' | 'Service';
  summary: string;
  description: string;
  path?: Record<string, { description: string; example: string }>;
  parameters: S;
  /** Request headers it reads besides those that all operations read; names of OpenAPI components. */
  headers?: (keyof typeof requestHeaders)[];
  /** Response headers besides those that its lifetime and format need. */
  sends?: (keyof typeof responseHeaders)[];
  /** True if the parameters are in a JSON body. */
  takesBody?: boolean;
  bodyExample?: Record<string, unknown>;
  /** Present if the body is a document. The parameters are then in the URL. */
  document?: DocumentBody;
  /** Media types of responses, the default first. */
  produces: string[];
  /** Formats that addresses can name by a suffix, besides `.json`. */
  formats?: readonly Format[];
  /** Schema of the JSON response; null if there is none. */
  response: z.ZodType | null;
  lifetime: Lifetime;
  /** True if responses have an entity tag although their lifetime is `now`. */
  hasEntityTag?: boolean;
  /** True if addresses in the response are absolute. */
  absolute?: boolean;
  /** True if the OpenAPI document omits it, as it does pages and their files. */
  hidden?: boolean;
  /** Problems it can have besides those of all operations. */
  problems?: ProblemName[];
  /** True if a response takes long to make, so that it waits in the queue for long work. */
  isLong?(parameters: z.output<S>, format: Format | undefined): boolean;
  /** Returns the parameters without those that make no difference beside the others. */
  canonical?(parameters: z.output<S>): z.output<S>;
  respond(call: Call<z.output<S>>): Awaitable<Result>;
}

/** A request with parsed parameters. `respond` may be called any number of times. */
export interface ParsedRequest {
  query: string;
  /** Returns the query string for another format, without the parameters that it does not support. */
  queryFor(format: Format | undefined): string;
  ignored: ParsedParameters<unknown>['ignored'];
  isLong: boolean;
  respond(call: Omit<Call<unknown>, 'parameters' | 'ignored' | 'address'>): Awaitable<Result>;
}

/** An operation in the route table, without the type of its parameters. */
export interface Operation extends Omit<Definition<z.ZodObject>, 'respond' | 'canonical'> {
  /** Throws a Problem that names every faulty parameter. */
  parse(given: Given, options: { lenient: boolean; format?: Format | undefined }): ParsedRequest;
}

/** Creates an operation whose handler gets the parameters as the schema types them. */
export function operation<S extends z.ZodObject>({
  respond,
  canonical = (parameters) => parameters,
  ...definition
}: Definition<S>): Operation {
  const { parameters } = definition;
  return {
    ...definition,
    parse(given, { lenient, format: requested }) {
      const parsed = parseParameters(parameters, given, { lenient });
      const { ignored } = parsed;
      const values = canonical(parsed.values);
      if (requested) refuseUnsupported(requested, parameters, values);
      const query = canonicalQuery(parameters, values);
      const queries = new Map<Format | undefined, string>();
      return {
        query,
        queryFor(format) {
          let inFormat = queries.get(format);
          if (inFormat === undefined) {
            const supported = supportedBy(format, parameters, values);
            inFormat = supported === values ? query : canonicalQuery(parameters, supported);
            queries.set(format, inFormat);
          }
          return inFormat;
        },
        ignored,
        isLong: definition.isLong?.(values, requested) ?? false,
        respond: (call) =>
          respond({
            ...call,
            parameters: values,
            ignored,
            address: (changes) =>
              `${call.base}${call.pathname}${changes ? canonicalQuery(parameters, { ...values, ...changes }) : query}`,
          }),
      };
    },
  };
}

/** Schema of operations without parameters. */
export const noParameters = z.object({});
