import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyInstance, FastifyRequest, onRequestAsyncHookHandler } from 'fastify';
import type { KeyStore } from '../archive/keys.ts';
import { Problem } from '../errors.ts';
import { type ApiKey, hashOfKey, type KeyScope } from '../model/api-key.ts';

const decorator = 'keyName';

/** Lets the requests of an app remember the name of their API key. */
export function decorateWithKey(app: FastifyInstance): void {
  app.decorateRequest(decorator, undefined);
}

/** Returns the name of the API key of a request; undefined if its operation needs none. */
export function keyName(request: FastifyRequest): string | undefined {
  return request.getDecorator(decorator);
}

/** Returns a hook that refuses requests without an API key of the scope, before their body is received. */
export function keyHook(keys: KeyStore, scope: KeyScope): onRequestAsyncHookHandler {
  return async (request) => {
    const { name } = await requireKey(keys, request.headers, scope);
    request.setDecorator(decorator, name);
  };
}

/**
 * Returns the API key in the Authorization header (RFC 6750) if it is active and has the scope. Throws an `unauthorized`
 * or `forbidden` Problem with a WWW-Authenticate header. Keys in URLs are ignored, because they end up in logs.
 */
async function requireKey(
  keys: KeyStore,
  { authorization }: IncomingHttpHeaders,
  scope: KeyScope,
): Promise<ApiKey> {
  const given = /^Bearer +([\w.~+/=-]{1,200}) *$/i.exec(authorization ?? '')?.[1];
  if (given === undefined)
    throw refused('unauthorized', 'An API key is required: send Authorization: Bearer KEY.');
  const key = await keys.find(hashOfKey(given));
  if (key === undefined || key.revokedAt !== null) {
    throw refused('unauthorized', 'Unknown or revoked API key.', 'error="invalid_token"');
  }
  if (key.scope !== scope && key.scope !== 'edit') {
    throw refused(
      'forbidden',
      `The API key has the scope ${key.scope}; this operation needs ${scope}.`,
      `error="insufficient_scope", scope="${scope}"`,
    );
  }
  return key;
}

function refused(problem: 'unauthorized' | 'forbidden', detail: string, error?: string): Problem {
  const challenge = ['Bearer realm="Dateline"', error].filter((part) => part !== undefined).join(', ');
  return new Problem(problem, detail, { headers: { 'www-authenticate': challenge } });
}
