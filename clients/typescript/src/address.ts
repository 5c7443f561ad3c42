import { commaLists } from './api.ts';

/**
 * Builds path and query of a request. Path values are encoded, lists are joined by commas, undefined values
 * are omitted.
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
  // Comma, slash and colon are allowed in a query (RFC 3986, 3.4) and easier to read unescaped.
  const written = String(search).replaceAll('%2C', ',').replaceAll('%2F', '/').replaceAll('%3A', ':');
  return written ? `${filled}?${written}` : filled;
}
