import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import type { ArchiveState } from '../archive/archive.ts';
import type { Awaitable } from '../archive/awaitable.ts';
import type { ChangeLog } from '../archive/change-log.ts';
import type { ExportReads } from '../archive/exports.ts';
import type { ArchiveReads } from '../archive/reads.ts';
import type { ArchiveWrites } from '../archive/writes.ts';
import type { ProblemName } from '../errors.ts';
import type { LiveEvents } from '../live/live-events.ts';
import type { KeyScope } from '../model/api-key.ts';
import type { ParseDocument } from '../model/parsed-article.ts';
import type { Total } from '../model/query.ts';
import type { Lifetime } from './conditional.ts';
import type { requestHeaders } from './documented-headers.ts';
import { canonicalQuery } from './request/canonical-query.ts';
import { followedBy, refuseUnfollowed } from './request/format-parameters.ts';
import { readParameters, type Understood } from './request/parse-parameters.ts';
import type { Given } from './request/query-string.ts';
import type { Alternate } from './response/alternates.ts';

/** A representation that an operation has beside JSON. */
export interface Format {
  /** What addresses end in to have it: `rss` for `/v1/articles.rss`. */
  suffix: string;
  mediaType: string;
  /** For people. */
  name: string;
  /** Which of the parameters that choose what is shown of each item it follows; others are a problem. */
  follows?: readonly string[];
  /** Which fields those may name, where it has not all of them. */
  fields?: readonly string[];
  /** Beside the media type in the Content-Type. */
  typeParameters?: string;
}

/** For whom an answer in a format other than JSON is written. */
export interface Publication {
  format: Format;
  /** Where readers find the archive, without a slash at the end: `https://news.example.org`. */
  origin: string;
  /** The WebSub hub that is told of changes of this list. */
  hub: string | null;
}

/** What a request means, once it is understood. */
export interface Call<P> {
  /** Reads on one snapshot; for operations with the lifetime `now`, each read on the newest. */
  archive: ArchiveReads;
  /** Returns the state of that snapshot. */
  state(): Awaitable<ArchiveState>;
  writes: ArchiveWrites;
  changes: ChangeLog;
  exports: ExportReads;
  /** Throws if the database can't answer. */
  check(): Promise<void>;
  live: LiveEvents;
  version: string;
  /** Put before every path in links: the public address, or nothing. */
  base: string;
  /** The values in the path, by name. */
  path: Record<string, string>;
  parameters: P;
  ignored: Understood<P>['ignored'];
  /** The path without the query, encoded: `/v1/articles`. */
  pathname: string;
  /** The canonical address of this answer, or of one with some parameters changed. */
  address(changes?: Partial<P>): string;
  /** One of `produces`, chosen by the suffix of the address or by the Accept header. */
  mediaType: string;
  /** There when the answer is to be in one of the `formats`; `base` and `pathname` are those of that format then. */
  publication?: Publication | undefined;
  headers: IncomingHttpHeaders;
  /** The body, for operations that take a document. */
  document?: GivenDocument | undefined;
  /** Whose key the request has, for operations that need one. */
  editor?: string | undefined;
  /** Reads documents; absent where nothing is parsed. */
  parse?: ParseDocument | undefined;
}

/** A document that came as the body of a request. */
export interface GivenDocument {
  bytes: Buffer;
  /** Without parameters, lower case; empty when the request names none. */
  mediaType: string;
}

/** What an operation takes as a document, for its documentation and its limits. */
interface DocumentBody {
  /** How large it may be. */
  bytes: number;
  mediaTypes: string[];
  /** What it may be in JSON. */
  json: z.ZodType;
  example: unknown;
}

/** What an operation answers: a body, one that has no end yet, or that the thing has moved. */
export type Answer =
  | {
      body: string | Buffer;
      /** By relation, for the Link header (RFC 8288). */
      links?: Record<string, string | null>;
      /** Other representations that no suffix names, for the Link header. */
      alternates?: Alternate[];
      total?: Total | undefined;
      headers?: Record<string, string>;
    }
  | StreamAnswer
  | { movedTo: string };

/** What is sent as it comes, until it ends or the client goes, which aborts the signal. */
export interface StreamAnswer {
  stream: (signal: AbortSignal) => AsyncIterable<string>;
  /** It has an end: a download, compressed where the client accepts gzip. Else it is sent as it is. */
  ends?: boolean;
  headers?: Record<string, string>;
}

/** One operation of the API: its documentation, what it takes, and how it answers. */
interface Definition<S extends z.ZodObject> {
  id: string;
  group:
    | 'Articles'
    | 'People'
    | 'Topics'
    | 'Organizations'
    | 'Places'
    | 'Tags'
    | 'Quotes'
    | 'Archive'
    | 'Service';
  summary: string;
  description: string;
  /** Names in the path and what they stand for. */
  path?: Record<string, { description: string; example: string }>;
  parameters: S;
  /** Request headers that it reads beside those that all have, as components of the description. */
  headers?: (keyof typeof requestHeaders)[];
  /** Parameters come as a JSON body. */
  takesBody?: boolean;
  bodyExample?: Record<string, unknown>;
  /** The body is a document, and parameters come in the URL. */
  document?: DocumentBody;
  /** What a key has to allow; without, the operation is open to all. */
  keyScope?: KeyScope;
  /** Media types, the default first. */
  produces: string[];
  /** Those of them that addresses can ask for by a suffix, beside `.json`; what the others are is up to `respond`. */
  formats?: readonly Format[];
  /** What the JSON answer looks like; for other media types, null. */
  answers: z.ZodType | null;
  lifetime: Lifetime;
  /** Its addresses are absolute, with the reader's own origin where there is no public one. */
  absolute?: boolean;
  /** Left out of the API's description: pages and their files. */
  hidden?: boolean;
  /** Problems that this operation has beside those that all have. */
  problems?: ProblemName[];
  respond(call: Call<z.output<S>>): Awaitable<Answer>;
}

/** A request whose parameters were read, waiting to be answered; it may be answered again and again. */
export interface Understanding {
  /** The canonical query string. */
  query: string;
  /** The same for another format, without the parameters that it does not follow. */
  queryFor(format: Format | undefined): string;
  ignored: Understood<unknown>['ignored'];
  respond(call: Omit<Call<unknown>, 'parameters' | 'ignored' | 'address'>): Awaitable<Answer>;
}

/** An operation as the route table holds it: whatever its parameters. */
export interface Operation extends Omit<Definition<z.ZodObject>, 'respond'> {
  /** Throws a Problem that names every faulty parameter. */
  understand(given: Given, options: { lenient: boolean; format?: Format | undefined }): Understanding;
}

/** Makes an operation, keeping the types of its parameters between schema and handler. */
export function operation<S extends z.ZodObject>({ respond, ...definition }: Definition<S>): Operation {
  const { parameters } = definition;
  return {
    ...definition,
    understand(given, { lenient, format: wanted }) {
      const { values, ignored } = readParameters(parameters, given, { lenient });
      if (wanted) refuseUnfollowed(wanted, parameters, values);
      const query = canonicalQuery(parameters, values);
      const queries = new Map<Format | undefined, string>();
      return {
        query,
        queryFor(format) {
          let inFormat = queries.get(format);
          if (inFormat === undefined) {
            const followed = followedBy(format, parameters, values);
            inFormat = followed === values ? query : canonicalQuery(parameters, followed);
            queries.set(format, inFormat);
          }
          return inFormat;
        },
        ignored,
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

/** For operations that take no parameters. */
export const noParameters = z.object({});
