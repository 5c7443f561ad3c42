import type { FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';
import type { z } from 'zod';
import { type Fault, Problem } from '../../errors.ts';
import { nearest } from '../../model/nearest.ts';
import { invalid, shortened } from './parameter-faults.ts';
import { defaultOf } from './parameters.ts';

/** A format of responses other than JSON. */
export interface Format {
  /** Suffix of addresses in this format: `rss` for `/v1/articles.rss`. */
  suffix: string;
  mediaType: string;
  name: string;
  /** Supported parameters about the content of each item. Others cause a Problem. */
  follows?: readonly string[];
  /** Fields that those parameters may name; all, if absent. */
  fields?: readonly string[];
  /** True if unknown parameters are ignored: other programs add their own to addresses of feeds and documents. */
  ignoresUnknown?: boolean;
  /** Parameters of the media type in Content-Type. */
  typeParameters?: string;
}

export interface RequestedFormat {
  mediaType: string;
  /** Absent for the representation of addresses without a suffix. */
  format?: Format;
  /** True if the address names the format; then the Accept header is ignored. */
  bySuffix: boolean;
  /** Values in the path by name, without the suffix. */
  path: Record<string, string>;
  /** Path without the suffix, encoded. */
  pathname: string;
}

interface Representations {
  formats?: readonly Format[];
  /** Media types, the default first. */
  produces: string[];
}

const suffixName = 'suffix';

/**
 * Returns all patterns of a route. A list with formats has a second pattern for the suffix. An item has the suffix
 * within its last value.
 */
// /v1/articles → [/v1/articles, /v1/articles.:suffix]
export function routePatterns(pattern: string, operations: Representations[]): string[] {
  const hasSuffix = operations.some(({ formats }) => formats) && !endsInValue.test(pattern);
  return hasSuffix ? [pattern, `${pattern}.:${suffixName}`] : [pattern];
}

const endsInValue = /:(\w+)$/;

/**
 * Returns the format that the address names (`/v1/articles.rss`, `/v1/articles/a-slug.md`), else the best one for the
 * Accept header. Slugs and ids contain no dots, so text after a dot is a suffix. Throws a Problem if it is not
 * available.
 */
export function requestedFormat(
  request: FastifyRequest,
  { formats, produces }: Representations,
): RequestedFormat {
  const values = pathValues(request);
  const pattern = request.routeOptions.url ?? '/';
  if (!formats) {
    const mediaType = chooseMediaType(request.headers, produces);
    return { mediaType, bySuffix: false, path: values, pathname: pathnameOf(pattern, values) };
  }
  const { suffix, path, bare } = withoutSuffix(pattern, values);
  const requested = { path, pathname: pathnameOf(bare, path), bySuffix: suffix !== undefined };
  if (suffix === 'json') return { ...requested, mediaType: 'application/json' };
  if (suffix === undefined) {
    const mediaType = chooseMediaType(request.headers, produces);
    const format = formats.find((each) => each.mediaType === mediaType);
    return { ...requested, mediaType, ...(format && { format }) };
  }
  const format = formats.find((each) => each.suffix === suffix);
  if (format) return { ...requested, mediaType: format.mediaType, format };
  const suffixes = ['json', ...formats.map((each) => each.suffix)];
  const meant = nearest(suffix, suffixes);
  throw new Problem(
    'not-found',
    `Format .${suffix.slice(0, 40)} is not available${meant ? ` (did you mean .${meant}?)` : ''}; available: ${suffixes.map((each) => `.${each}`).join(', ')}.`,
  );
}

/** Splits off the suffix: in the pattern of a list a value of its own, in that of an item the end of the last value. */
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
      throw new Problem('malformed-request', 'The path contains a NUL character.');
    // Slugs are composed (NFC); a browser or file system may have decomposed them.
    values[name] = String(value).normalize('NFC');
  }
  return values;
}

function pathnameOf(pattern: string, values: Record<string, string>): string {
  return pattern.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
}

/**
 * Returns the best of the offered media types for an Accept header (RFC 9110, 12.5.1). Parameters of media ranges are
 * ignored: `application/json; charset=utf-8` means `application/json`. Throws a `not-acceptable` Problem.
 */
function chooseMediaType({ accept = '*/*' }: FastifyRequest['headers'], offered: string[]): string {
  const [preferred] = offered;
  if (preferred !== undefined && (accept === '*/*' || accept === '')) return preferred;
  const negotiator = new Negotiator({ headers: { accept: accept.replace(mediaParameter, '') } });
  const chosen = negotiator.mediaType(offered);
  if (chosen) return chosen;
  throw new Problem('not-acceptable', `Available media types: ${offered.join(', ')}.`, {
    faults: [
      {
        param: 'Accept',
        value: accept.slice(0, 100),
        reason: 'no available media type matches',
        allowed: offered,
      },
    ],
  });
}

/** A parameter of a media range, other than its weight `q`. */
const mediaParameter = /;\s*(?!q\s*=)[^\s;,="]+\s*=\s*(?:"(?:[^"\\]|\\.)*"|[^\s;,"]*)/gi;

/** Parameters that change the content of items, not their selection. */
const contentParameters = ['fields', 'include', 'facets', 'highlight'];

/** True if a format supports a parameter. */
export function supports({ follows = [] }: Format, parameter: string): boolean {
  return !contentParameters.includes(parameter) || follows.includes(parameter);
}

/** Returns the values without the parameters that a format does not support; the same object if it supports all. */
export function supportedBy(
  format: Format | undefined,
  schema: z.ZodObject,
  values: Record<string, unknown>,
): Record<string, unknown> {
  const unsupported = format ? unsupportedBy(format, schema, values) : [];
  if (unsupported.length === 0) return values;
  return Object.fromEntries(Object.entries(values).filter(([name]) => !unsupported.includes(name)));
}

/** Throws an `invalid-parameter` Problem that names the given parameters and fields that a format does not support. */
export function refuseUnsupported(
  format: Format,
  schema: z.ZodObject,
  values: Record<string, unknown>,
): void {
  const faults = [
    ...unsupportedBy(format, schema, values).map((param) => ({
      param,
      value: shortened(values[param]),
      reason: `is not supported in ${format.name}; leave it out or request JSON`,
    })),
    ...contentParameters.flatMap((param) => missingFields(format, param, values[param])),
  ];
  if (faults.length > 0) throw invalid(faults);
}

function unsupportedBy(format: Format, { shape }: z.ZodObject, values: Record<string, unknown>): string[] {
  return contentParameters.filter((name) => {
    const field = shape[name];
    return field !== undefined && values[name] !== defaultOf(field) && !supports(format, name);
  });
}

/** Returns the faults of a parameter that names fields which the format does not have. */
function missingFields(
  { name, follows = [], fields: allowed }: Format,
  param: string,
  value: unknown,
): Fault[] {
  if (!allowed || !follows.includes(param) || !Array.isArray(value)) return [];
  const missing = value.map(String).filter((field) => !allowed.includes(field));
  if (missing.length === 0) return [];
  const reason = `names fields that ${name} does not have: ${missing.join(', ')}`;
  return [{ param, value: shortened(value), reason, allowed: [...allowed] }];
}
