import type { Fault } from '../../errors.ts';
import { invalid, shortened } from '../../http/request/parameters.ts';
import type { ArticleFilter, TagExpression, TagName } from '../../model/query.ts';
import { parseSearch } from '../../model/search-syntax.ts';
import type { SyntaxFault } from '../../model/syntax-fault.ts';
import { parseTags } from '../../model/tag-syntax.ts';
import { readPeriodParameters } from '../request/period.ts';
import { periodWords, searchWords, tagWords } from '../request/query-in-words.ts';
import type { ArticleParameters } from './parameters.ts';

const shorthands = ['person', 'topic', 'organization', 'place', 'source', 'language'] as const;

type FilterParameters = Pick<
  ArticleParameters,
  | 'q'
  | 'tag'
  | 'tag.any'
  | 'tag.all'
  | 'tag.none'
  | (typeof shorthands)[number]
  | 'date'
  | 'from'
  | 'to'
  | 'tz'
  | 'cursor'
>;

export interface ReadFilter {
  filter: ArticleFilter;
  /** The filter in words, to be appended to "Articles": ` with the tag …, published from …`. */
  words: string;
  /** Identifies the filter: cursors are bound to it. */
  binding: string;
  /** Parsed parameters for `meta.query`, with the period as instants. */
  echo: Record<string, unknown>;
}

/**
 * Parses the parameters of a filter. All articles of the list have the tag `scope`. Throws an `invalid-parameter`
 * Problem that names every fault.
 */
export function readArticleFilter(parameters: FilterParameters, scope?: TagName): ReadFilter {
  const faults: Fault[] = [];
  const tags = readTags(parameters, scope, faults);
  const search = readSearch(parameters.q, faults);
  if (faults.length > 0) throw invalid(faults);
  const period = readPeriodParameters(parameters);
  const filter: ArticleFilter = { ...(tags && { tags }), ...(search && { search }), ...period };
  const words = [
    tags && `with ${tags.kind === 'tag' ? 'the tag' : 'the tags'} ${tagWords(tags)}`,
    search && `that match ${searchWords(search)}`,
    periodWords(period),
  ].filter(Boolean);
  const { date: _date, from: _from, to: _to, cursor: _cursor, ...rest } = parameters;
  return {
    filter,
    words: words.length > 0 ? ` ${words.join(', ')}` : '',
    binding: JSON.stringify(filter),
    echo: { ...rest, ...(period.from && { from: period.from }), ...(period.before && { to: period.before }) },
  };
}

/** Parses a search. Adds a fault if it has a syntax error. */
export function readSearch(q: string | undefined, faults: Fault[]) {
  if (q === undefined) return undefined;
  const parsed = parseSearch(q);
  if ('expression' in parsed) return parsed.expression;
  faults.push({ param: 'q', value: shortened(q), reason: placed(parsed.error) });
  return undefined;
}

function readTags(parameters: FilterParameters, scope: TagName | undefined, faults: Fault[]) {
  const parse = (param: string, text: string, type: TagName['type']): TagExpression[] => {
    const parsed = parseTags(text, type);
    if ('expression' in parsed) return [parsed.expression];
    faults.push({ param, value: shortened(text), reason: placed(parsed.error) });
    return [];
  };
  const one = (param: 'tag.any' | 'tag.all' | 'tag.none') =>
    (parameters[param] ?? []).flatMap((text) => parse(param, text, null));
  const any = one('tag.any');
  const parts: TagExpression[] = [
    ...(scope ? [{ kind: 'tag' as const, tag: scope }] : []),
    ...(parameters.tag ?? []).flatMap((text) => parse('tag', text, null)),
    ...one('tag.all'),
    ...(any.length > 0 ? [combined('or', any)] : []),
    ...one('tag.none').map((of) => ({ kind: 'not' as const, of })),
    ...shorthands.flatMap((type) => (parameters[type] ?? []).flatMap((text) => parse(type, text, type))),
  ];
  return parts.length > 0 ? combined('and', parts) : undefined;
}

function placed({ message, start }: SyntaxFault): string {
  return `${message} (At character ${start + 1}.)`;
}

/** Combines expressions. Nested expressions of the same kind become one, so that equal filters have one cursor. */
function combined(kind: 'and' | 'or', parts: TagExpression[]): TagExpression {
  const of = parts.flatMap((part) => (part.kind === kind ? part.of : [part]));
  const [only] = of;
  return only && of.length === 1 ? only : { kind, of };
}
