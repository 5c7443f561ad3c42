import type { FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { Problem } from '../../errors.ts';
import type { Format, Operation, Understanding } from '../operation.ts';
import { type Given, readQueryString } from './query-string.ts';

/** How many are remembered: some 2 kB each. */
const mostRemembered = 1000;
/** Longer query strings are read each time, in UTF-16 code units. */
const longestRemembered = 500;

/** Gives what a request means to an operation. Throws a Problem that names every faulty parameter. */
export type Understand = (
  operation: Operation,
  request: FastifyRequest,
  options: { lenient: boolean; format: Format | undefined },
) => Understanding;

/**
 * Understands each query string once: validating parameters took as long as finding what they ask for, and what is asked
 * in the same words means the same.
 */
export function understandOnce(): Understand {
  const remembered = new LRUCache<string, Understanding>({ max: mostRemembered });
  return (operation, request, { lenient, format }) => {
    if (operation.takesBody) return operation.understand(givenInBody(request), { lenient, format });
    const start = request.url.indexOf('?');
    const query = start < 0 ? '' : request.url.slice(start);
    const key = `${operation.id} ${format?.suffix} ${lenient} ${query}`;
    const known = remembered.get(key);
    if (known) return known;
    const understanding = operation.understand(readQueryString(query), { lenient, format });
    if (query.length <= longestRemembered) remembered.set(key, understanding);
    return understanding;
  };
}

function givenInBody({ url, body }: FastifyRequest): Given {
  const given = readQueryString(url);
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new Problem('invalid-body', 'The body has to be a JSON object of parameters.');
  }
  for (const [name, value] of Object.entries(body)) given.set(name, [...(given.get(name) ?? []), value]);
  return given;
}
