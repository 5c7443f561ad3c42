import type { IncomingHttpHeaders } from 'node:http';
import type { KeyStore } from '../archive/keys.ts';
import { Problem } from '../errors.ts';
import { type ApiKey, hashOfKey, type KeyScope } from '../model/api-key.ts';

/**
 * The key in the Authorization header (RFC 6750), when it holds and may do this. Throws a Problem that says, also
 * in WWW-Authenticate, what is missing. Nothing else of a request is looked at: keys in URLs end in logs.
 */
export async function requireKey(
  keys: KeyStore,
  { authorization }: IncomingHttpHeaders,
  scope: KeyScope,
): Promise<ApiKey> {
  const given = /^Bearer +([\w.~+/=-]{1,200}) *$/i.exec(authorization ?? '')?.[1];
  if (given === undefined) throw refused('unauthorized', 'This needs a key: send Authorization: Bearer KEY.');
  const key = await keys.find(hashOfKey(given));
  if (key === undefined || key.revokedAt !== null) {
    throw refused('unauthorized', 'The key is not known, or holds no more.', 'error="invalid_token"');
  }
  if (key.scope !== scope && key.scope !== 'edit') {
    throw refused(
      'forbidden',
      `The key may only ${key.scope}.`,
      `error="insufficient_scope", scope="${scope}"`,
    );
  }
  return key;
}

function refused(problem: 'unauthorized' | 'forbidden', detail: string, error?: string): Problem {
  const challenge = ['Bearer realm="Dateline"', error].filter((part) => part !== undefined).join(', ');
  return new Problem(problem, detail, { headers: { 'www-authenticate': challenge } });
}
