import { commaLists } from './api.ts';

/**
 * Path and query of a request. Values in the path are encoded, lists are written as the API reads them, and what is
 * undefined is left out.
 *
 *     addressOf('/v1/articles/{article}', { article: 'a b' }, { fields: ['id', 'body'] })
 *     // '/v1/articles/a%20b?fields=id,body'
 */
export function addressOf(path: string, values: object = {}, query: object = {}): string {
  const inPath = new Map<string, unknown>(Object.entries(values));
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(inPath.get(name))),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue;
    if (!Array.isArray(value)) search.append(name, String(value));
    else if (commaLists.has(name)) search.append(name, value.join(','));
    else for (const each of value) search.append(name, String(each));
  }
  // A comma, slash or colon may stand in a query as it is (RFC 3986, 3.4), and addresses are read by people.
  const written = String(search).replaceAll('%2C', ',').replaceAll('%2F', '/').replaceAll('%3A', ':');
  return written ? `${filled}?${written}` : filled;
}
