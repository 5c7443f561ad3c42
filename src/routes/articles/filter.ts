import type { Fault } from '../../errors.ts';
import { invalid, shortened } from '../../http/request/parameter-faults.ts';
import type { ArticleFilter, TagExpression, TagName } from '../../model/query.ts';
import { parseSearch } from '../../model/search-syntax.ts';
import { sourceAddress } from '../../model/source-address.ts';
import type { SyntaxFault } from '../../model/syntax-fault.ts';
import { filterTagTypes } from '../../model/tag.ts';
import { parseTags } from '../../model/tag-syntax.ts';
import { readPeriodParameters, readSince } from '../request/period.ts';
import { periodWords, searchWords, tagWords } from '../request/query-in-words.ts';
import type { ArticleParameters } from './parameters.ts';

type FilterParameters = Pick<
  ArticleParameters,
  | 'q'
  | 'tag'
  | 'tag.any'
  | 'tag.all'
  | 'tag.none'
  | (typeof filterTagTypes)[number]
  | 'has'
  | 'ids'
  | 'url'
  | 'updated-since'
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
  const address = readAddress(parameters.url, faults);
  if (faults.length > 0) throw invalid(faults);
  const period = readPeriodParameters(parameters);
  const { has, ids, url, 'updated-since': since } = parameters;
  const updatedSince = since === undefined ? undefined : readSince('updated-since', since, parameters.tz);
  const filter: ArticleFilter = {
    ...(tags && { tags }),
    ...(search && { search }),
    ...period,
    ...(ids && { ids: [...new Set(ids)].sort() }),
    ...(address !== undefined && { address }),
    ...(has && { has: [...new Set(has)].sort() }),
    ...(updatedSince && { updatedSince }),
  };
  const words = [
    tags && `with ${tags.kind === 'tag' ? 'the tag' : 'the tags'} ${tagWords(tags)}`,
    search && `that match ${searchWords(search)}`,
    has && `with ${[...new Set(has)].map((each) => featureWords[each]).join(' and ')}`,
    ids && `with ${ids.length === 1 ? 'the id or slug' : 'the ids or slugs'} ${ids.join(', ')}`,
    url && `from the address ${url}`,
    updatedSince && `changed since ${updatedSince}`,
    periodWords(period),
  ].filter(Boolean);
  const { date: _date, from: _from, to: _to, cursor: _cursor, ...rest } = parameters;
  return {
    filter,
    words: words.length > 0 ? ` ${words.join(', ')}` : '',
    binding: JSON.stringify(filter),
    echo: {
      ...rest,
      ...(updatedSince && { 'updated-since': updatedSince }),
      ...(period.from && { from: period.from }),
      ...(period.before && { to: period.before }),
    },
  };
}

const featureWords = { image: 'a picture', quotes: 'quotes' };

/** Parses the address of an article at its source. Adds a fault if it is not one. */
function readAddress(url: string | undefined, faults: Fault[]): string | undefined {
  const address = url === undefined ? undefined : sourceAddress(url);
  if (url !== undefined && address === undefined) {
    const allowed = 'an address that begins with http:// or https://';
    faults.push({ param: 'url', value: shortened(url), reason: 'is not an http or https address', allowed });
  }
  return address;
}

/** Parses a search. Adds a fault if it has a syntax error. */
export function readSearch(q: string | undefined, faults: Fault[]) {
  if (q === undefined) return undefined;
  const parsed = parseSearch(q);
  if ('expression' in parsed) return parsed.expression;
  faults.push({ param: 'q', value: shortened(q), reason: placed(parsed.error) });
  return undefined;
}

type Shorthand = (typeof filterTagTypes)[number];

/** Parses parameters that are named after a type of tag, for AND. Adds a fault for each syntax error. */
export function readShorthands(
  parameters: { [Type in Shorthand]?: string[] | undefined },
  types: readonly Shorthand[],
  faults: Fault[],
): TagExpression[] {
  return types.flatMap((type) =>
    (parameters[type] ?? []).flatMap((text) => parseParameter(type, text, type, faults)),
  );
}

function parseParameter(param: string, text: string, type: TagName['type'], faults: Fault[]) {
  const parsed = parseTags(text, type);
  if ('expression' in parsed) return [parsed.expression];
  faults.push({ param, value: shortened(text), reason: placed(parsed.error) });
  return [];
}

function readTags(parameters: FilterParameters, scope: TagName | undefined, faults: Fault[]) {
  const one = (param: 'tag' | 'tag.any' | 'tag.all' | 'tag.none') =>
    (parameters[param] ?? []).flatMap((text) => parseParameter(param, text, null, faults));
  const any = one('tag.any');
  const parts: TagExpression[] = [
    ...(scope ? [{ kind: 'tag' as const, tag: scope }] : []),
    ...one('tag'),
    ...one('tag.all'),
    ...(any.length > 0 ? [combined('or', any)] : []),
    ...one('tag.none').map((of) => ({ kind: 'not' as const, of })),
    ...readShorthands(parameters, filterTagTypes, faults),
  ];
  return parts.length > 0 ? combined('and', parts) : undefined;
}

function placed({ message, start }: SyntaxFault): string {
  return `${message} (At character ${start + 1}.)`;
}

/** Combines expressions. Nested expressions of the same kind become one, so that equal filters have one cursor. */
export function combined(kind: 'and' | 'or', parts: TagExpression[]): TagExpression {
  const of = parts.flatMap((part) => (part.kind === kind ? part.of : [part]));
  const [only] = of;
  return only && of.length === 1 ? only : { kind, of };
}
