import type { Operation } from '../http/operation.ts';
import type { KeyScope, Scope } from '../model/api-key.ts';

/** Methods that operations can have. Every GET route also has HEAD, and every route OPTIONS. */
export type Method = 'GET' | 'POST' | 'DELETE';

export type RouteLine = [
  method: Method,
  path: `/${string}`,
  operation: Operation,
  scope: Scope,
  cost: number,
];

/** A route. The path is a pattern such as `/v1/articles/:article`. */
export interface Route {
  method: Method;
  path: string;
  operation: Operation;
  scope: Scope;
  /** Scope that a key must have; undefined if this server asks for none. */
  keyScope: KeyScope | undefined;
  /** Work for a response, in units of one article from the archive. 0 is never refused. */
  cost: number;
}

/** Returns the Allow header for these methods (RFC 9110, 10.2.1): HEAD goes with GET, OPTIONS with all. */
// ['GET', 'POST'] → 'GET, HEAD, POST, OPTIONS'
export function allowedMethods(methods: Iterable<Method>): string {
  const named = [...new Set(methods)].flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
  return [...named, 'OPTIONS'].join(', ');
}

/**
 * Returns the methods of all routes that match a path. A fixed path, such as that of a search with POST, does not hide
 * the item that has its last segment as slug.
 */
// '/v1/articles/search' → ['DELETE', 'GET', 'POST'], because '/v1/articles/:article' matches, too
export function methodsAt(routes: readonly Pick<Route, 'method' | 'path'>[], path: string): Method[] {
  const methods = routes.filter((route) => matches(route.path, path)).map(({ method }) => method);
  return [...new Set(methods)].sort();
}

/** True if a path matches a pattern such as `/v1/articles/:article`. */
export function matches(pattern: string, path: string): boolean {
  const segments = path.split('/');
  const names = pattern.split('/');
  return (
    segments.length === names.length &&
    names.every((name, index) => name.startsWith(':') || name === segments[index])
  );
}
