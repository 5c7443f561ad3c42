import { routes } from '../routes/table.ts';
import { pagePaths } from '../web/serve-reader.ts';

const parameter = ':article';

/** Patterns of the paths that show an article: its page, and all formats of its resources. */
const patterns = [
  ...routes
    .filter(
      ({ method, path, operation }) => method === 'GET' && operation.lifetime === 'item' && isOfArticle(path),
    )
    .flatMap(({ path, operation: { formats } }) =>
      formats
        ? [path, ...['json', ...formats.map(({ suffix }) => suffix)].map((suffix) => `${path}.${suffix}`)]
        : [path],
    ),
  ...pagePaths.filter(isOfArticle),
];

/** True if the only variable part of a pattern is the article. */
function isOfArticle(pattern: string): boolean {
  return (
    pattern
      .split('/')
      .filter((part) => part.startsWith(':'))
      .join() === parameter
  );
}

/** Returns the paths of an article by its id or slug, for caches. Addresses with a query are left out. */
// 'low-tide' → ['/v1/articles/low-tide', '/v1/articles/low-tide.json', …, '/articles/low-tide', …]
export function pathsOfArticle(reference: string): string[] {
  return patterns.map((pattern) => pattern.replace(parameter, encodeURIComponent(reference)));
}
