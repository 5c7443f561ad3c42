import type { TagName } from '../../model/query.ts';
import { filterTagTypes, tagPlurals, tagTypes } from '../../model/tag.ts';
import type { ArticleParameters } from '../articles/parameters.ts';

type Narrowing = Omit<Partial<ArticleParameters>, 'cursor' | 'limit' | 'count'>;

const plain = ['q', 'date', 'from', 'to', 'url', 'updated-since'] as const;
const lists = ['ids', 'has'] as const;

/** Returns the path of the web page of a list: all articles, a tag, or a search. */
export function readerPage(parameters: Narrowing, scope: TagName | undefined): string {
  const query = new URLSearchParams();
  for (const name of plain) if (parameters[name] !== undefined) query.set(name, parameters[name]);
  for (const name of lists) if (parameters[name]) query.set(name, parameters[name].join(','));
  const any = parameters['tag.any'] ?? [];
  const tags = [
    ...(parameters.tag ?? []),
    ...(parameters['tag.all'] ?? []),
    ...(any.length > 0 ? [any.join('|')] : []),
    ...(parameters['tag.none'] ?? []).map((tag) => `-${tag}`),
  ];
  if (tags.length > 0) query.set('tag', together(tags));
  for (const name of filterTagTypes) {
    const of = scope?.type === name ? [scope.slug] : [];
    const given = [...of, ...(parameters[name] ?? [])];
    if (given.length > 0) query.set(name, together(given));
  }
  if (parameters.sort !== undefined && parameters.sort !== 'newest') query.set('sort', parameters.sort);
  if (query.size === 0) return '/';
  const type = [...tagTypes, 'source' as const].find((each) => each === scope?.type);
  const isWhole = type && scope && query.size === 1 && query.get(type) === scope.slug;
  return isWhole
    ? `/${type === 'source' ? 'sources' : tagPlurals[type]}/${encodeURIComponent(scope.slug)}`
    : `/search?${query}`;
}

/** Combines expressions with AND. */
// ["a|b", "-c"] → "(a|b),(-c)"
function together(expressions: string[]): string {
  const [only] = expressions;
  return expressions.length === 1 && only !== undefined
    ? only
    : expressions.map((each) => `(${each})`).join(',');
}
