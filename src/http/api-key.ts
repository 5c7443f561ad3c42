import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { KeyStore } from '../archive/keys.ts';
import { Problem } from '../errors.ts';
import { type ApiKey, hashOfKey, hasScope, type KeyScope, keyState } from '../model/api-key.ts';
import type { KeyUses } from './key-uses.ts';

/** What a route asks of its requests; the `config` of its Fastify route. */
export interface RouteAccess {
  /** Scope that a key must have; undefined if none is needed. */
  keyScope: KeyScope | undefined;
  /** Units that a response costs a client; see http/rate-limits.ts. 0 is never refused. */
  cost: number;
  /** True if a response stays open until the client disconnects. */
  isEndless?: boolean;
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
 * have no key. Keys in URLs are ignored, because they end up in logs. Only a key for one feed may be there, as `token`.
 * `feedAddress` returns the canonical address of a feed, without the token.
 */
export function authenticate(
  keys: KeyStore,
  uses: KeyUses,
  feedAddress: (url: string) => string | undefined,
) {
  const find = async (given: string) => checkedKey(await keys.find(hashOfKey(given)));
  const allowed = async (given: string, { url }: FastifyRequest, needed: KeyScope): Promise<ApiKey> => {
    const key = await find(given);
    requireScope(key, needed);
    if (key.feed !== null) {
      const requested = feedAddress(url);
      if (requested === undefined || requested !== feedAddress(key.feed)) {
        throw refused('forbidden', `This token is for ${key.feed} only.`);
      }
    }
    return key;
  };
  /** Ends an endless response within a second after its key is no longer active. */
  const watch = (given: string, { raw }: FastifyReply) => {
    const timer = setInterval(() => {
      find(given).catch((error) => {
        if (error instanceof Problem) raw.destroy();
      });
    }, watchMs).unref();
    raw.once('close', () => clearInterval(timer));
  };
  return (request: FastifyRequest, reply: FastifyReply, done: (error?: Error) => void): void => {
    const access = request.routeOptions.config?.access;
    const needed = access?.keyScope;
    const bearer = bearerIn(request.headers.authorization);
    const given = bearer ?? (needed === 'read' ? tokenIn(request.url) : undefined);
    if (given === undefined) {
      done(needed && refused('unauthorized', 'An API key is required: send Authorization: Bearer KEY.'));
      return;
    }
    const remember = (key: ApiKey) => {
      request.setDecorator(decorator, key);
      uses.note(key);
    };
    if (needed === undefined) {
      // Reading is open, so a key only identifies its holder. One that is wrong does not keep anybody from reading.
      find(given)
        .then(remember, () => undefined)
        .then(() => done());
      return;
    }
    allowed(given, request, needed).then((key) => {
      if (bearer === undefined && key.feed === null) {
        return done(
          refused('unauthorized', 'Send the API key as Authorization: Bearer KEY, not in the address.'),
        );
      }
      remember(key);
      if (access?.isEndless) watch(given, reply);
      done();
    }, done);
  };
}

/** Time in ms after which an endless response checks its key again. */
const watchMs = 1000;

function bearerIn(authorization: string | undefined): string | undefined {
  return authorization === undefined
    ? undefined
    : /^Bearer +([\w.~+/=-]{1,200}) *$/i.exec(authorization)?.[1];
}

function tokenIn(url: string): string | undefined {
  return /[?&]token=([\w-]{1,200})(?:&|$)/.exec(url)?.[1];
}

/** An `onSend` hook that keeps responses to holders of keys out of shared caches. */
export function forbidSharing(
  { routeOptions }: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
  done: (error: null, payload: unknown) => void,
): void {
  const control = reply.getHeader('cache-control');
  if (routeOptions.config?.access?.keyScope && typeof control === 'string') {
    reply.header('cache-control', control.replace(/^public\b/, 'private').replace(/, s-maxage=\d+/, ''));
  }
  done(null, payload);
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
