import type { Route } from '../route.ts';
import { contentOf } from './formats.ts';
import { statusesOf } from './problem-responses.ts';
import type { Schemas } from './schemas.ts';

export type Responses = Record<string | number, Record<string, unknown>>;

/** Returns the responses of an operation by status. Problems are references to components. */
export function responsesOf(route: Route, schemas: Schemas): Responses {
  const { method, operation } = route;
  const { lifetime, path, problems: names = [], response } = operation;
  const isCached = lifetime !== 'now' || operation.hasEntityTag === true;
  const isList = names.includes('invalid-cursor');
  const header = (name: string) => ({ [name]: { $ref: `#/components/headers/${name}` } });
  const sent = {
    ...header('X-Request-Id'),
    ...header('Cache-Control'),
    ...header('Vary'),
    ...(route.cost > 0 && { ...header('RateLimit-Policy'), ...header('RateLimit') }),
    ...(isCached && header('ETag')),
    ...((lifetime === 'list' || lifetime === 'item') && header('Last-Modified')),
    ...header('Link'),
    ...(operation.formats && method === 'GET' && header('Content-Location')),
    ...(isList && header('X-Total-Count')),
    ...Object.assign({}, ...(operation.sends ?? []).map(header)),
  };
  const produces = operation.formats ? operation.produces.slice(0, 1) : operation.produces;
  const content = contentOf({ ...operation, produces }, schemas.of(operation));
  const withPath = path !== undefined && names.includes('not-found') && lifetime !== 'program';
  return {
    200: {
      description: response?.description ?? response?.meta()?.description ?? 'The response.',
      headers: sent,
      content,
    },
    ...(method === 'GET' &&
      isCached && {
        304: {
          description: 'The client already has this response.',
          headers: { ...header('ETag'), ...header('Cache-Control'), ...header('Vary') },
        },
      }),
    ...(withPath && {
      308: {
        description: 'The slug has changed. The same query is valid at the new address.',
        headers: header('Location'),
      },
    }),
    ...Object.fromEntries(
      statusesOf(route).map((status) => [status, { $ref: `#/components/responses/Problem${status}` }]),
    ),
  };
}
