import { hash } from 'node:crypto';

/** Parameters that campaigns, newsletters and social networks add to an address. */
const tracking =
  /^(utm_.*|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|igshid|igsh|mc_cid|mc_eid|_ga|_gl|_hsenc|_hsmi|mkt_tok|ncid|cmpid|at_medium|at_campaign)$/i;

/** Characters that mean the same with and without percent-encoding (RFC 3986, 2.3). */
const unreserved = /^[\w.~-]$/;

/**
 * Returns an address in the form in which addresses of articles are compared; undefined if it is not an http or https
 * address. Scheme, default port, `www.`, fragment, slashes at the end of the path, tracking parameters, the order of the
 * other parameters, and the encoding of unreserved characters make no difference.
 */
// "http://www.Example.org:80/a/?utm_source=x&b=2&a=1#top" → "example.org/a?a=1&b=2"
export function sourceAddress(text: string): string | undefined {
  const url = URL.parse(text.trim());
  if (url === null || !/^https?:$/.test(url.protocol)) return undefined;
  const host = url.host.replace(/^www\.(?=[^.]+\.)/, '');
  const path = sameEncoding(url.pathname).replace(/\/+$/, '');
  const parameters = url.search
    .slice(1)
    .split('&')
    .filter((each) => each !== '' && !tracking.test(each.replace(/=.*$/s, '')))
    .map(sameEncoding)
    .sort();
  return `${host}${path}${parameters.length > 0 ? `?${parameters.join('&')}` : ''}`;
}

function sameEncoding(text: string): string {
  return text.replace(/%[0-9a-f]{2}/gi, (code) => {
    const character = String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return unreserved.test(character) ? character : code.toUpperCase();
  });
}

/** Returns 52 bits of a hash of a `sourceAddress`: two addresses of an archive practically never share one. */
export function addressHash(address: string): number {
  return Number.parseInt(hash('sha256', address).slice(0, 13), 16);
}
