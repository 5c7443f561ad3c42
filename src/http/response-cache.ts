import type { IncomingMessage } from 'node:http';
import { LRUCache } from 'lru-cache';
import type { Instant } from '../model/instant.ts';
import { headerLines } from './message-head.ts';

/** An answer as it went out, ready to go out again. */
export interface FinishedResponse {
  /** The headers as lines, without those that each answer has its own of. */
  lines: string;
  body: Buffer;
  /** The opaque part of its entity tag. */
  print: string;
  /** The state of the archive that it shows; undefined for what no archive is asked for. */
  revision: number | undefined;
  /** When the archive came into that state. */
  revisedAt: Instant | undefined;
  /** The pattern of the route that answered. */
  route: string | undefined;
}

/** Finished answers by what was asked, the least recently used let go. */
export interface FinishedResponses {
  /** The answer to a request that came in these very words before. */
  recall(request: IncomingMessage): FinishedResponse | undefined;
  /** The answer to what a request means, by its key; from now on also by its words, where they say it all. */
  find(key: string, words: IncomingMessage | undefined): FinishedResponse | undefined;
  /** `headers` are names and values in turn. */
  keep(
    key: string,
    words: IncomingMessage | undefined,
    response: Omit<FinishedResponse, 'lines'> & { headers: string[] },
  ): void;
}

/** Request headers that an answer may depend on. What varies by others is not kept. */
const heard = ['accept', 'accept-encoding', 'prefer'] as const;

/** What an entry takes beside its texts and bytes, about. */
const overhead = 500;

/** Keeps finished answers of `bytes` in all; 0 keeps none. */
export function keepResponses(bytes: number): FinishedResponses {
  if (bytes === 0) return { recall: () => undefined, find: () => undefined, keep: () => undefined };
  const responses = new LRUCache<string, FinishedResponse>({
    maxSize: Math.ceil(bytes * 0.9),
    // One answer may not push out all others.
    maxEntrySize: Math.ceil(bytes / 4),
    sizeCalculation: ({ lines, body }, key) => body.length + 2 * (key.length + lines.length) + overhead,
  });
  // The same question comes in other words: the order of parameters, what is default anyway.
  const meanings = new LRUCache<string, string>({
    maxSize: Math.ceil(bytes * 0.1),
    sizeCalculation: (key, words) => 2 * (key.length + words.length) + overhead,
  });
  return {
    recall(request) {
      const key = meanings.get(wordsOf(request));
      return key === undefined ? undefined : responses.get(key);
    },
    find(key, request) {
      const response = responses.get(key);
      if (response && request) meanings.set(wordsOf(request), key);
      return response;
    },
    keep(key, request, { headers, ...response }) {
      if (!varyingAsHeard(headers)) return;
      responses.set(key, { ...response, lines: headerLines(headers) });
      if (request) meanings.set(wordsOf(request), key);
    },
  };
}

function wordsOf({ url, headers }: IncomingMessage): string {
  return `${headers.accept}\n${headers['accept-encoding']}\n${headers.prefer}\n${url}`;
}

function varyingAsHeard(headers: string[]): boolean {
  const vary = headers[headers.indexOf('vary') + 1] ?? '*';
  return vary.split(',').every((name) => heard.some((one) => one === name.trim().toLowerCase()));
}
