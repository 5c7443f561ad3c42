import { parseQueryString, withoutUnknown } from '../http/request/query.ts';
import { listFormats } from '../publishing/formats.ts';
import { matches, type Route } from './route.ts';

const feedFormats = listFormats.filter(({ ignoresUnknown }) => ignoresUnknown);

/**
 * Returns the canonical address of a feed: a list with the suffix of a feed format. Parameters that it does not have are
 * left out, such as the token. Returns undefined if the address is that of no feed, or its parameters are wrong.
 */
// '/v1/articles.rss?token=…&topic=harbours' → '/v1/articles.rss?topic=harbours'
export function feedAddress(routes: readonly Route[], address: string): string | undefined {
  const [pathname = ''] = address.split('?', 1);
  const [, bare, suffix] = /^(.+)\.(\w+)$/.exec(pathname) ?? [];
  const format = feedFormats.find((each) => each.suffix === suffix);
  const operation = routes.find(
    ({ method, path, operation }) =>
      method === 'GET' &&
      bare !== undefined &&
      operation.formats?.some((each) => each === format) &&
      matches(path, bare),
  )?.operation;
  if (!format || !operation) return undefined;
  try {
    const given = parseQueryString(withoutUnknown(address, operation.parameters));
    return pathname + operation.parse(given, { lenient: false, format }).query;
  } catch {
    return undefined;
  }
}
