import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { KeyStore } from '../archive/keys.ts';
import { Problem } from '../errors.ts';
import { type ApiKey, hashOfKey, hasScope, type KeyScope, keyState } from '../model/api-key.ts';
import type { KeyUses } from './key-uses.ts';

/** What a route asks of its requests; the `config` of its Fastify route. */
export interface RouteAccess {
  /** Scope that a key must have; undefined if none is needed. */
  keyScope: KeyScope | undefined;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: RouteAccess;
  }
}

const decorator = 'key';

/** Lets the requests of an app remember their API key. */
export function decorateWithKey(app: FastifyInstance): void {
  app.decorateRequest(decorator, undefined);
}

/** Returns the API key of a request; undefined if it has none that is active. */
export function keyOf(request: FastifyRequest): ApiKey | undefined {
  return request.getDecorator(decorator);
}

/**
 * Returns an `onRequest` hook that identifies the API key in the Authorization header (RFC 6750). Where a key is needed,
 * it refuses other requests with an `unauthorized` or `forbidden` Problem, before their body is received; elsewhere they
 * have no key. Keys in URLs are ignored, because they end up in logs.
 */
export function authenticate(keys: KeyStore, uses: KeyUses) {
  const identify = async (given: string, needed: KeyScope | undefined): Promise<ApiKey | undefined> => {
    try {
      const key = checkedKey(await keys.find(hashOfKey(given)));
      if (needed !== undefined) requireScope(key, needed);
      return key;
    } catch (error) {
      if (needed !== undefined) throw error;
      return undefined;
    }
  };
  return (request: FastifyRequest, _reply: unknown, done: (error?: Error) => void): void => {
    const needed = request.routeOptions.config?.access?.keyScope;
    const { authorization } = request.headers;
    const given = authorization && /^Bearer +([\w.~+/=-]{1,200}) *$/i.exec(authorization)?.[1];
    if (!given) {
      done(needed && refused('unauthorized', 'An API key is required: send Authorization: Bearer KEY.'));
      return;
    }
    identify(given, needed).then((key) => {
      if (key) {
        request.setDecorator(decorator, key);
        uses.note(key);
      }
      done();
    }, done);
  };
}

function checkedKey(key: ApiKey | undefined): ApiKey {
  const state = key ? keyState(key, Date.now()) : 'revoked';
  if (key && state === 'active') return key;
  const detail =
    key && state === 'expired' ? `This API key expired at ${key.expiresAt}.` : 'Unknown or revoked API key.';
  throw refused('unauthorized', detail, 'error="invalid_token"');
}

function requireScope(key: ApiKey, needed: KeyScope): void {
  if (hasScope(key, needed)) return;
  throw refused(
    'forbidden',
    `The API key has the scope ${key.scope}; this operation needs ${needed}.`,
    `error="insufficient_scope", scope="${needed}"`,
  );
}

/**
 * Throws a `forbidden` Problem if a key may change only articles of one source, and an article is of another. `source` is
 * the slug of the article's source; null if it has none.
 */
export function requireSource(key: ApiKey | undefined, source: string | null): void {
  if (!key || key.source === null || key.source === source) return;
  const where = source === null ? 'has no source' : `is of ${source}`;
  throw refused('forbidden', `The API key may change only articles of ${key.source}; this article ${where}.`);
}

/** Throws a `forbidden` Problem if a key may change only articles of one source, for changes that concern all. */
export function requireAllSources(key: ApiKey | undefined): void {
  if (!key || key.source === null) return;
  throw refused(
    'forbidden',
    `The API key may change only articles of ${key.source}; this change concerns all sources.`,
  );
}

function refused(problem: 'unauthorized' | 'forbidden', detail: string, error?: string): Problem {
  const challenge = ['Bearer realm="Dateline"', error].filter((part) => part !== undefined).join(', ');
  return new Problem(problem, detail, { headers: { 'www-authenticate': challenge } });
}
