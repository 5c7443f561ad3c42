import type { FastifyRequest } from 'fastify';
import { Problem } from '../../errors.ts';
import { chooseMediaType } from '../negotiation.ts';
import type { Format, Operation } from '../operation.ts';
import { nearest } from './did-you-mean.ts';

/** What a request asks for: which thing, and in which representation. */
export interface Asked {
  mediaType: string;
  /** Absent for the representation that the operation has without any suffix. */
  format?: Format;
  /** Whether the address said it; then the Accept header counts for nothing. */
  bySuffix: boolean;
  /** The values in the path, by name, without the suffix. */
  path: Record<string, string>;
  /** The path as the route table has it, without the suffix, so that equal resources have one address. */
  pathname: string;
}

const suffixName = 'suffix';

/**
 * All addresses of a line of the route table: where the representation can be named by a suffix, a list has another
 * for it; an item has it within its last value.
 */
// /v1/articles → [/v1/articles, /v1/articles.:suffix]
export function addressesOf(pattern: string, operations: Operation[]): string[] {
  const hasSuffix = operations.some(({ formats }) => formats) && !endsInValue.test(pattern);
  return hasSuffix ? [pattern, `${pattern}.:${suffixName}`] : [pattern];
}

const endsInValue = /:(\w+)$/;

/**
 * Reads the representation from the address (`/v1/articles.rss`, `/v1/articles/a-slug.md`), else from the Accept
 * header. Slugs and ids hold no dots, so that what follows one is a suffix. Throws a Problem for a representation
 * that there is not.
 */
export function askedFormat(request: FastifyRequest, { formats, produces }: Operation): Asked {
  const values = pathValues(request);
  const pattern = request.routeOptions.url ?? '/';
  if (!formats) {
    const mediaType = chooseMediaType(request.headers, produces);
    return { mediaType, bySuffix: false, path: values, pathname: pathnameOf(pattern, values) };
  }
  const { suffix, path, bare } = withoutSuffix(pattern, values);
  const asked = { path, pathname: pathnameOf(bare, path), bySuffix: suffix !== undefined };
  if (suffix === 'json') return { ...asked, mediaType: 'application/json' };
  if (suffix === undefined) {
    const mediaType = chooseMediaType(request.headers, produces);
    const format = formats.find((each) => each.mediaType === mediaType);
    return { ...asked, mediaType, ...(format && { format }) };
  }
  const format = formats.find((each) => each.suffix === suffix);
  if (format) return { ...asked, mediaType: format.mediaType, format };
  const suffixes = ['json', ...formats.map((each) => each.suffix)];
  const meant = nearest(suffix, suffixes);
  throw new Problem(
    'not-found',
    `This can not be had as .${suffix.slice(0, 40)}${meant ? ` (did you mean .${meant}?)` : ''}; it can be had as ${suffixes.map((each) => `.${each}`).join(', ')}.`,
  );
}

/** The suffix as its own value of a list's pattern, or at the end of the last value of an item's. */
function withoutSuffix(pattern: string, values: Record<string, string>) {
  const ending = `.:${suffixName}`;
  if (pattern.endsWith(ending)) {
    const { [suffixName]: suffix, ...path } = values;
    return { suffix, path, bare: pattern.slice(0, -ending.length) };
  }
  const name = endsInValue.exec(pattern)?.[1];
  const value = (name !== undefined && values[name]) || '';
  const dot = value.lastIndexOf('.');
  if (name === undefined || dot < 0) return { suffix: undefined, path: values, bare: pattern };
  return {
    suffix: value.slice(dot + 1),
    path: { ...values, [name]: value.slice(0, dot) },
    bare: pattern,
  };
}

function pathValues({ params }: FastifyRequest): Record<string, string> {
  if (typeof params !== 'object' || params === null) return {};
  const values: Record<string, string> = {};
  for (const [name, value] of Object.entries(params)) {
    if (String(value).includes('\0'))
      throw new Problem('malformed-request', 'The path holds a NUL character.');
    values[name] = String(value);
  }
  return values;
}

function pathnameOf(pattern: string, values: Record<string, string>): string {
  return pattern.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
}
